"""A proposal in the words of a council: struck out, replaced, added, and where."""

import streamlit as st

from concept_review.instruction import instructions
from concept_review.proposal import Proposal
from concept_review.rebase import Wording
from views.words import _


def show(wanted: Proposal, base: Wording) -> None:
    """Say, folded, what the proposal does to its section, one instruction a line."""
    if not wanted.rewords:
        return
    with st.expander(_("As an instruction to the text"), icon=":material/gavel:"):
        for line in instructions(base, Wording(wanted.title, wanted.blocks)):
            st.text(line)
