"""Proposals on one section: those that are there."""

import streamlit as st

from accounts.identity import Identity
from concept_review.proposal_steps import UNDECIDED
from concept_review.section import Section
from data.proposals import proposals
from data.store import Store
from views import proposal_links
from views.words import _


def show(store: Store, actor: Identity, section: Section) -> None:
    """List the proposals on a section, newest first."""
    found = proposals(store, actor, section_id=section.id)
    st.header(_("Proposals on this section"), anchor=False)
    if not found:
        st.text(_("None so far."))
    for each in found:
        proposal_links.link(each, f"{each.headline} ({proposal_links.state_text(each)})")
    open_ids = [each.id for each in found if each.state in UNDECIDED]
    if len(open_ids) > 1:
        proposal_links.link_together(open_ids, _("See the open ones together"))
