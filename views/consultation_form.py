"""The bodies that deal with a paper, in their order (Beratungsfolge), and what each one did."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.decision import (
    BODY_LIMIT,
    NOTE_LIMIT,
    REFERENCE_LIMIT,
    VOTES_LIMIT,
    ConsultationRole,
    InvalidDecision,
)
from concept_review.proposal_records import Consultation, Paper
from data.papers import add_consultation, consultations, record_consultation
from data.store import Store
from views import session
from views.decision_lines import votes_text
from views.inert import inert
from views.paper_words import CONSULTATION_RESULTS, result_text
from views.proposal_words import DECISION_ERRORS, ROLES
from views.words import _, date_text

_FIELDS: Final = (
    "body", "role", "day", "result", "agenda_item", "votes_yes", "votes_no", "votes_abstained",
    "note",
)  # fmt: skip


def show(store: Store, actor: Identity, paper: Paper) -> None:
    """Show the bodies in their order, and let whoever records their results do so."""
    st.header(_("Consultations"), anchor=False)
    known = consultations(store, actor, paper.id)
    if known:
        st.table([_row(each) for each in known], alt=_("Consultations"), hide_index=True)
    else:
        st.text(_("No body is entered yet."))
    if not may(actor, Permission.PROPOSAL_DECIDE):
        return
    for each in known:
        label = _("Record: {body}", body=inert(each.body))
        _ask(each, f"consultation_{each.id}_{each.revision}", label)
    new = Consultation(
        id="", paper_id=paper.id, position=0, body="", role=ConsultationRole.PRELIMINARY
    )
    _ask(new, f"consultation_new_{len(known)}", _("Add a body"))


def _row(each: Consultation) -> dict[str, str]:
    votes = votes_text(each)
    result = "; ".join(part for part in (result_text(each.result), votes, each.note) if part)
    return {
        _("Body"): inert(each.body),
        _("Role"): _(ROLES[each.role]),
        _("Day"): date_text(each.day) or "–",
        _("Agenda item"): inert(each.agenda_item) or "–",
        _("Result"): inert(result) or "–",
    }


def _ask(each: Consultation, form: str, label: str) -> None:
    errors = session.kept_errors(form)
    with st.expander(label, icon=":material/groups:", expanded=bool(errors)):
        for name in _FIELDS:
            value = getattr(each, name)
            st.session_state.setdefault(
                f"{name}_{form}", value or None if name == "result" else value
            )
        _ask_when(form, errors)
        _ask_result(form, errors)
        st.button(
            _("Save the consultation"),
            key=f"save_{form}",
            on_click=_save,
            args=(each, form, session.form_key(form)),
        )


def _ask_when(form: str, errors: Mapping[str, str]) -> None:
    st.text_input(_("Body (required)"), max_chars=BODY_LIMIT, key=f"body_{form}")
    session.show_error(errors, "body")
    st.selectbox(
        _("Role"),
        list(ConsultationRole),
        format_func=lambda each: _(ROLES[each]),
        key=f"role_{form}",
    )
    day, item = st.columns(2)
    with day:
        st.date_input(
            _("Day of the meeting"),
            min_value=date(1949, 1, 1),
            format="DD.MM.YYYY",
            key=f"day_{form}",
        )
    with item:
        st.text_input(_("Agenda item"), max_chars=REFERENCE_LIMIT, key=f"agenda_item_{form}")
        session.show_error(errors, "agenda_item")


def _ask_result(form: str, errors: Mapping[str, str]) -> None:
    st.selectbox(
        _("Result; you may also write other words"),
        list(CONSULTATION_RESULTS),
        index=None,
        format_func=result_text,
        accept_new_options=True,
        key=f"result_{form}",
    )
    session.show_error(errors, "result")
    names = {
        "votes_yes": _("Votes for"),
        "votes_no": _("Votes against"),
        "votes_abstained": _("Abstentions"),
    }
    for place, (name, label) in zip(st.columns(3), names.items(), strict=True):
        place.number_input(label, min_value=0, max_value=VOTES_LIMIT, step=1, key=f"{name}_{form}")
    st.text_area(_("Note"), max_chars=NOTE_LIMIT, height=80, key=f"note_{form}")
    session.show_error(errors, "note")


def _save(each: Consultation, form: str, key: str) -> None:
    session.language()
    session.keep_errors(form, {})
    typed = replace(each, **_typed(form))
    store, actor = session.store(), session.identity()
    with session.explained():
        try:
            if each.id:
                expected = each.revision
                session.done_once(
                    record_consultation, store, actor, typed, expected=expected, key=key
                )
            else:
                session.done_once(add_consultation, store, actor, typed, key=key)
        except InvalidDecision as invalid:
            errors = {at: _(DECISION_ERRORS[code]) for at, code in invalid.errors.items()}
            session.keep_errors(form, errors)
            return
        session.form_done(form)
        for name in _FIELDS:
            st.session_state.pop(f"{name}_{form}", None)
        session.tell(_("The consultation is saved."))


def _typed(form: str) -> dict[str, Any]:
    found = {name: st.session_state.get(f"{name}_{form}") for name in _FIELDS}
    texts = ("body", "result", "agenda_item", "note")
    return {**found, **{name: str(found[name] or "").strip() for name in texts}}
