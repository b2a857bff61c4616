"""What a proposal would change: in one sentence, and word by word."""

import streamlit as st

from concept_review.proposal import Proposal, ProposalKind
from concept_review.rebase import Wording
from data.concepts import section
from data.store import Store
from views import diff_view
from views.proposal_words import KINDS, PLACEMENTS
from views.wording_text import full_text
from views.words import _


def kind_text(store: Store, wanted: Proposal) -> str:
    """Return what shall be done, and where what moves or is new comes to stand."""
    if wanted.drops_section:
        return _("Strike out the whole section")
    word = _(KINDS[wanted.kind])
    if not wanted.placement:
        return word
    anchor = section(store, wanted.anchor_id or wanted.section_id)
    return f"{word} {_(PLACEMENTS[wanted.placement], section=anchor.heading)}"


def show(wanted: Proposal, base: Wording) -> None:
    """Show the difference to the text on which a proposal was made."""
    if wanted.kind is ProposalKind.MOVE:
        st.text(_("The words of the section stay as they are."))
        return
    inserts = wanted.kind is ProposalKind.INSERT
    before = "" if inserts else full_text(base.title, base.blocks)
    diff_view.show(before, full_text(wanted.title, wanted.blocks))
