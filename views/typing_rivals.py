"""Which other proposals want something of the same passage, shown while one types."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.proposal import Proposal
from concept_review.proposal_steps import UNDECIDED
from concept_review.rebase import Wording
from concept_review.rivalry import RivalHit, RivalKind, rivals_while_typing
from concept_review.section import Section
from data.amendments import amendments
from data.proposals import proposals
from data.store import Store
from views import join_button
from views.inert import inert
from views.page_files import PROPOSALS
from views.words import _, mark

_WORDS: Final[Mapping[RivalKind, str]] = {
    RivalKind.IDENTICAL: mark("proposes exactly the same"),
    RivalKind.CONTRADICTS: mark("wants other words at the same place"),
    RivalKind.SAME_SENTENCE: mark("changes the same sentence, and can stand beside yours"),
}


def show(store: Store, actor: Identity, section: Section, typed: Wording | None) -> None:
    """Name the rivals of what stands in the form now; offer to join an identical proposal."""
    if typed is None or not may(actor, Permission.PROPOSAL_READ):
        return
    known = [
        each for each in proposals(store, actor, section_id=section.id) if each.state in UNDECIDED
    ]
    found = rivals_while_typing(section, typed, amendments(store, known))
    named = {each.id: each for each in known}
    with st.container(key="rivals"):
        for hit in found:
            if hit.kind is not RivalKind.APART:
                _show(store, actor, hit, named[hit.amendment_id])


def _show(store: Store, actor: Identity, hit: RivalHit, rival: Proposal) -> None:
    st.page_link(
        PROPOSALS,
        label=f"„{inert(rival.headline)}“: {_(_WORDS[hit.kind])}",
        icon=":material/info:",
        query_params={"id": rival.id},
    )
    if hit.kind is RivalKind.IDENTICAL:
        join_button.show(store, actor, rival)
