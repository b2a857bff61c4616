"""Proposals on one section: those that are there, and the form for a new one."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from accounts.identity import Identity
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.proposal import InvalidProposal, ProposalState
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.unreadable import UnreadableConcept
from data.proposals import proposals, propose
from data.store import Store
from views import diff_view, session
from views.inert import inert
from views.live_text import typed_text
from views.page_files import PROPOSALS
from views.unreadable_words import unreadable_text
from views.words import _, mark

STATES: Final[Mapping[ProposalState, str]] = {
    ProposalState.SUBMITTED: mark("submitted, not decided yet"),
    ProposalState.WITHDRAWN: mark("withdrawn"),
    ProposalState.DECIDED: mark("rejected"),
    ProposalState.INCORPORATED: mark("accepted, part of the text"),
}

_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_long": mark("This is too long; please shorten it."),
    "no_change": mark("The wording is the same as before; there is nothing to propose yet."),
}


def show(store: Store, actor: Identity, section: Section) -> None:
    """List the proposals on a section, newest first."""
    found = proposals(store, actor, section_id=section.id)
    st.header(_("Proposals on this section"), anchor=False)
    if not found:
        st.text(_("None so far."))
    for each in found:
        label = f"{inert(each.headline)} ({_(STATES[each.state])})"
        st.page_link(PROPOSALS, label=label, query_params={"id": each.id})


@st.fragment
def ask(store: Store, actor: Identity, section: Section) -> None:
    """Ask for another wording, with the differences shown while typing."""
    session.language()
    store = session.store()
    with st.expander(_("Propose another wording"), icon=":material/edit:"):
        suffix = section.version_id
        headline = st.text_input(_("What is it about? (required)"), key=f"headline_{suffix}")
        title = st.text_input(_("Heading"), value=section.title, key=f"title_{suffix}")
        old = text_of_blocks(section.blocks)
        key = f"wording_{suffix}"
        committed = st.text_area(_("New wording"), value=old, height=320, key=key)
        st.caption(_("Differences to the present text"))
        diff_view.show(old, typed_text(key, committed))
        rationale = st.text_area(_("Why? (required)"), key=f"rationale_{suffix}")
        if st.button(_("Submit proposal"), type="primary"):
            _save(store, section, headline, rationale, (title, committed))
    del actor


def _save(
    store: Store, section: Section, headline: str, rationale: str, typed: tuple[str, str]
) -> None:
    form = f"propose_{section.id}"
    with session.explained():
        try:
            wording = Wording(typed[0], blocks_of_text(typed[1]))
            session.done_once(
                propose,
                store,
                session.identity(),
                section.id,
                headline,
                rationale,
                wording,
                base_version_id=section.version_id,
                key=session.form_key(form),
            )
        except UnreadableConcept as unreadable:
            st.error(unreadable_text(unreadable))
            return
        except InvalidProposal as invalid:
            for field, code in invalid.errors.items():
                st.error(f"{_(_FIELDS[field])}: {_(_ERRORS[code])}")
            return
        session.form_done(form)
        session.tell_after_rerun(_("Your proposal is submitted."))
        st.rerun()


_FIELDS: Final[Mapping[str, str]] = {
    "headline": mark("What is it about?"),
    "rationale": mark("Why?"),
    "title": mark("Heading"),
    "wording": mark("New wording"),
    "blocks": mark("New wording"),
}
