"""Which other proposals stand in the way of one, say the same, or touch the same sentence."""

from collections.abc import Sequence

import streamlit as st

from accounts.identity import Identity
from concept_review.proposal import Proposal
from data.concepts import sections
from data.proposals import proposals
from data.store import Store
from views import proposal_links
from views.account_names import author_of
from views.shown_rivalry import rivalry_of
from views.words import _


def show(store: Store, actor: Identity, wanted: Proposal, concept_id: str) -> None:
    """Name the rivals of a proposal with their authors, and link to all of them together."""
    others = proposals(store, actor, concept_id=concept_id)
    found = rivalry_of(store, sections(store, concept_id), others)
    by_id = {each.id: each for each in others}
    groups = (
        (_("Cannot stand together with"), found.rivals_of(wanted.id)),
        (_("Proposes the same"), found.identical(wanted.id)),
        (_("Changes the same sentence, and can stand together with"),
         found.same_sentence(wanted.id)),
    )  # fmt: skip
    related = [each for _title, ids in groups for each in ids if each in by_id]
    if not related:
        return
    st.header(_("Other proposals at the same place"), anchor=False)
    for title, ids in groups:
        _show(store, title, [by_id[each] for each in ids if each in by_id])
    proposal_links.link_together([wanted.id, *related], _("See them together"))


def _show(store: Store, title: str, group: Sequence[Proposal]) -> None:
    if group:
        st.caption(title)
    for each in group:
        proposal_links.link(each, f"{each.headline} ({author_of(store, each)})")
