"""Who was asked to sign a review, what they answered, and answering for one's own unit."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from accounts.identity import Identity
from concept_review.section import Section
from concept_review.task import REASON_LIMIT, Input, InvalidStep
from concept_review.task_records import Answer, Cosignature, valid
from data.cosigning import cosign
from data.store import Store
from views import session
from views.account_names import name_of
from views.task_form import Names
from views.task_words import ANSWERS, STEP_ERRORS
from views.words import _, date_text

_ICONS: Final = {
    Answer.SIGNED: "✓",
    Answer.WITH_RESERVATION: "(✓)",
    Answer.REFUSED: "✗",
    Answer.NOTED: "○",
}


def show(
    store: Store,
    actor: Identity,
    section: Section,
    asked: Sequence[Cosignature],
    names: Names,
) -> None:
    """List the answers, void ones as such, and ask for that of one's own unit."""
    for each in asked:
        st.text(_line(store, section, each, names))
    mine = next(
        (
            each
            for each in asked
            if each.organization_id == actor.organization_id and not each.void and not each.answer
        ),
        None,
    )
    if mine:
        _ask(section, mine)


def _line(store: Store, section: Section, each: Cosignature, names: Names) -> str:
    unit = names.get(each.organization_id, "?")
    if each.answer is None:
        state = _("asked, void") if each.void else _("asked, no answer yet")
        return f"… {unit}: {state}"
    words = [
        _(ANSWERS[each.answer]),
        name_of(store, each.answered_by or ""),
        date_text(each.answered_on),
        each.reservation,
    ]
    line = f"{_ICONS[each.answer]} {unit}: {', '.join(word for word in words if word)}"
    if valid(each, section.fingerprint):
        return line
    return _("{line} (void: the text or the request has changed since)", line=line)


def _ask(section: Section, mine: Cosignature) -> None:
    form = f"cosign_{mine.id}"
    errors = session.kept_errors(form)
    with st.container(border=True):
        st.subheader(_("Your unit is asked to sign"), anchor=False)
        st.radio(
            _("Answer"),
            list(Answer),
            format_func=lambda each: _(ANSWERS[each]),
            key=f"answer_{form}",
            horizontal=True,
        )
        st.text_area(
            _("Reservation or reason"), key=f"why_{form}", max_chars=REASON_LIMIT, height=80
        )
        session.show_error(errors, Input.REASON.value)
        st.button(
            _("Send answer"),
            type="primary",
            key=f"send_{form}",
            on_click=_send,
            args=(mine.id, section.fingerprint, session.form_key(form)),
        )


def _send(cosignature_id: str, fingerprint: str, key: str) -> None:
    session.language()
    form = f"cosign_{cosignature_id}"
    session.keep_errors(form, {})
    with session.explained():
        try:
            session.done_once(
                cosign,
                session.store(),
                session.identity(),
                cosignature_id,
                st.session_state[f"answer_{form}"],
                str(st.session_state[f"why_{form}"]),
                fingerprint=fingerprint,
                key=key,
            )
        except InvalidStep as invalid:
            errors = {at.value: _(STEP_ERRORS[code]) for at, code in invalid.errors.items()}
            session.keep_errors(form, errors)
            return
        session.form_done(form)
        session.tell(_("Your answer is saved."))
