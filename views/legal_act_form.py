"""Laws and resolutions: adding one, and saying that one has changed."""

from typing import Final

import streamlit as st

from concept_review.legal_act import TEXT_LIMIT, InvalidLegalAct, LegalAct, LegalKind
from data.clock import today
from data.identifier import new_id
from data.legal_acts import add_legal_act, change_legal_act, legal_acts
from data.store import Store
from views import session
from views.inert import inert
from views.link_words import LEGAL_KINDS
from views.words import _, mark

_ERRORS: Final = {
    "required": mark("Please fill in this field."),
    "too_long": mark("This is too long; please shorten it."),
    "in_future": mark("Please enter a day that has come already."),
}
_FORM: Final = "legal_act"
_FIELDS: Final = ("kind", "title", "reference", "as_of", "note")


def show(store: Store) -> None:
    """Ask for a new law or resolution, or for the present state of one."""
    known = {each.id: each for each in legal_acts(store)}
    errors = session.kept_errors(_FORM)
    with st.expander(_("Laws and resolutions"), icon=":material/gavel:", expanded=bool(errors)):
        chosen = st.selectbox(
            _("Which one?"),
            ["", *known],
            format_func=lambda each: known[each].title if each else _("Enter a new one"),
            key="legal_act_chosen",
        )
        act = known.get(chosen)
        suffix = f"{act.id}_{act.revision}" if act else "new"
        _ask(act, suffix, errors)
        st.button(
            _("Save the change") if act else _("Enter"),
            key=f"save_{_FORM}",
            on_click=_save,
            args=(act, suffix, session.form_key(_FORM)),
        )


def _ask(act: LegalAct | None, suffix: str, errors: dict[str, str]) -> None:
    for field in _FIELDS:
        key = f"{field}_{_FORM}_{suffix}"
        if act and field != "note":  # what has changed is said anew each time
            st.session_state.setdefault(key, getattr(act, field))
    st.radio(
        _("Kind"),
        list(LegalKind),
        format_func=lambda each: _(LEGAL_KINDS[each]),
        key=f"kind_{_FORM}_{suffix}",
        horizontal=True,
    )
    st.text_input(_("Title (required)"), key=f"title_{_FORM}_{suffix}", max_chars=TEXT_LIMIT)
    session.show_error(errors, "title")
    st.text_input(
        _("Reference, for example “BGBl. I 2021 S. 4607” or “24/SVV/0093”"),
        key=f"reference_{_FORM}_{suffix}",
        max_chars=TEXT_LIMIT,
    )
    key = f"as_of_{_FORM}_{suffix}"
    st.session_state.setdefault(key, today())
    st.date_input(
        _("As it stands since"),
        min_value=today().replace(year=1900, day=1),
        max_value=today(),
        key=key,
        format="DD.MM.YYYY",
    )
    session.show_error(errors, "as_of")
    st.text_input(_("What has changed"), key=f"note_{_FORM}_{suffix}", max_chars=TEXT_LIMIT)


def _save(act: LegalAct | None, suffix: str, key: str) -> None:
    session.language()
    session.keep_errors(_FORM, {})
    typed = {field: st.session_state.get(f"{field}_{_FORM}_{suffix}") for field in _FIELDS}
    entered = LegalAct(
        id=act.id if act else new_id(),
        kind=typed["kind"] or LegalKind.LAW,
        title=str(typed["title"] or "").strip(),
        reference=str(typed["reference"] or "").strip(),
        as_of=typed["as_of"] or today(),
        note=str(typed["note"] or "").strip(),
        revision=act.revision if act else 0,
    )
    verb = change_legal_act if act else add_legal_act
    with session.explained():
        try:
            session.done_once(verb, session.store(), session.identity(), entered, key=key)
        except InvalidLegalAct as invalid:
            errors = {at: _(_ERRORS[code]) for at, code in invalid.errors.items()}
            session.keep_errors(_FORM, errors)
            return
        session.form_done(_FORM)
        for field in _FIELDS:
            st.session_state.pop(f"{field}_{_FORM}_{suffix}", None)
        session.tell(_("Saved: “{title}”.", title=inert(entered.title)))
