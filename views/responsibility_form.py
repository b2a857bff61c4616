"""Saying which units lead a section, stand in, or take part."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from concept_review.section import Section
from concept_review.task_records import Part, Responsibility
from data.responsibilities import OnePartEach, own_responsibilities, set_responsibilities
from data.store import Store
from views import session
from views.task_form import Names
from views.task_words import PARTS
from views.words import _

_SINGLE: Final = (Part.LEAD, Part.DEPUTY)


def ask(store: Store, section: Section, names: Names) -> None:
    """Ask for lead, deputy and those taking part; the button carries what was shown."""
    form = _form(section.id)
    own = own_responsibilities(store, section.id)
    errors = session.kept_errors(form)
    with st.expander(_("Set responsibility"), icon=":material/badge:", expanded=bool(errors)):
        st.text(_("A lead also holds for the sections below, unless they have one of their own."))
        for part in _SINGLE:
            key = f"{part.value}_{form}"
            st.session_state.setdefault(key, next(iter(_of(own, part)), None))
            st.selectbox(
                _(PARTS[part]),
                list(names),
                index=None,
                key=key,
                format_func=lambda each: names.get(each, each),
            )
        key = f"{Part.TAKING_PART.value}_{form}"
        st.session_state.setdefault(key, [e for e in _of(own, Part.TAKING_PART) if e in names])
        st.multiselect(
            _(PARTS[Part.TAKING_PART]),
            list(names),
            key=key,
            format_func=lambda each: names.get(each, each),
            select_all=False,
            filter_mode="contains",
        )
        session.show_error(errors, "parts")
        st.button(
            _("Save responsibility"),
            on_click=_save,
            args=(section.id, own, session.form_key(form)),
        )


def _form(section_id: str) -> str:
    return f"responsible_{section_id}"


def _of(own: Sequence[Responsibility], part: Part) -> list[str]:
    return [each.organization_id for each in own if each.part is part]


def _save(section_id: str, shown: tuple[Responsibility, ...], key: str) -> None:
    session.language()
    form = _form(section_id)
    session.keep_errors(form, {})
    parts = {}
    for part in Part:
        chosen = st.session_state.get(f"{part.value}_{form}")
        parts[part] = chosen if isinstance(chosen, list) else [chosen] if chosen else []
    with session.explained():
        try:
            session.done_once(
                set_responsibilities,
                session.store(),
                session.identity(),
                section_id,
                parts,
                expected=shown,
                key=key,
            )
        except OnePartEach:
            text = _("Each unit can have only one part. Please name it once.")
            session.keep_errors(form, {"parts": text})
            return
        session.form_done(form)
        for part in Part:
            st.session_state.pop(f"{part.value}_{form}", None)
        session.tell(_("The responsibility is saved."))
