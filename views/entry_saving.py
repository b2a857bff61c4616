"""Saving what was typed into the form of an entry, and showing how it would look."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from data.entries import Outcome, change_entry
from data.organizations import organization
from network.entry import EntryFacts, facts_of, parse_entry
from network.typed_fields import InvalidFields
from views import entry_state, session
from views.entry_words import error_texts
from views.words import _, mark

_TOLD: Final[Mapping[Outcome, str]] = {
    Outcome.UNCHANGED: mark("Nothing differs from what is saved already."),
    Outcome.CONFIRMED: mark("Thank you. Your entry counts as confirmed from today."),
    Outcome.CHANGED: mark("The entry is saved. The network map shows it at once."),
    Outcome.WAITING: mark(
        "Your change is with the coordination, which looks at it before everybody sees it. What "
        "you said of offers and needs is public already."
    ),
}


def save(organization_id: str, key: str) -> None:
    """Save what stands in the form; with errors or a conflict everything stays as it was typed."""
    session.language()
    form, facts = entry_state.form_of(organization_id), _parsed(organization_id)
    base = entry_state.base_of(organization_id)
    st.session_state.pop(f"{form}_preview", None)
    if facts is None or base is None:
        return
    with session.explained():
        try:
            outcome = session.done_once(
                change_entry,
                session.store(),
                session.identity(),
                organization_id,
                facts,
                expected=base.revision,
                seen=base.seen,
                key=key,
            )
        except InvalidFields as invalid:
            session.keep_errors(form, error_texts(invalid.errors))
            return
        session.form_done(form)
        entry_state.clear(organization_id)
        st.session_state[f"{form}_done"] = _(_TOLD[outcome or Outcome.CHANGED])


def preview(organization_id: str) -> None:
    """Keep what stands in the form for the preview; nothing is saved."""
    session.language()
    facts = _parsed(organization_id)
    if facts is not None:
        st.session_state[f"{entry_state.form_of(organization_id)}_preview"] = facts


def drop(organization_id: str) -> None:
    """Forget what was typed and show the entry as it is."""
    form = entry_state.form_of(organization_id)
    session.keep_errors(form, {})
    st.session_state.pop(f"{form}_preview", None)
    entry_state.clear(organization_id)


def _parsed(organization_id: str) -> EntryFacts | None:
    """Return what stands in the form, or None and keep what is wrong with it."""
    form = entry_state.form_of(organization_id)
    typed = entry_state.typed(organization_id)
    typed["topic_ids"] = tuple(typed["topic_ids"] or ())
    typed["open_for_cooperation"] = entry_state.COOPERATION.get(typed["open_for_cooperation"])
    try:
        facts = parse_entry(typed, facts_of(organization(session.store(), organization_id)))
    except InvalidFields as invalid:
        session.keep_errors(form, error_texts(invalid.errors))
        return None
    session.keep_errors(form, {})
    return facts
