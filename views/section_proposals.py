"""Proposals on one section: those that are there."""

import streamlit as st

from accounts.identity import Identity
from concept_review.section import Section
from data.proposals import proposals
from data.store import Store
from views.inert import inert
from views.page_files import PROPOSALS
from views.proposal_words import STATES
from views.words import _


def show(store: Store, actor: Identity, section: Section) -> None:
    """List the proposals on a section, newest first."""
    found = proposals(store, actor, section_id=section.id)
    st.header(_("Proposals on this section"), anchor=False)
    if not found:
        st.text(_("None so far."))
    for each in found:
        label = f"{inert(each.headline)} ({_(STATES[each.state])})"
        st.page_link(PROPOSALS, label=label, query_params={"id": each.id})
