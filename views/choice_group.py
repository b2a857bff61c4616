"""Alternatives of a paper: of which only one can be adopted, each with what would come of it."""

from collections.abc import Sequence

import streamlit as st

from concept_review.proposal import Proposal
from concept_review.proposal_steps import ProposalState
from concept_review.section import Section
from data.amendments import composed
from data.store import Store
from views import outcome_preview
from views.inert import inert
from views.paper_candidates import rival_groups
from views.proposal_text import LETTERS, recommendation_text
from views.words import _


def show(store: Store, held: Sequence[Proposal], text: Sequence[Section]) -> None:
    """Show each group of alternatives that is not decided yet."""
    rivals = [each for each in held if each.alternative]
    for group in rival_groups(store, text, rivals) if rivals else []:
        if any(each.state is ProposalState.TABLED for each in group):
            _show_group(store, held, group, text)


def _show_group(
    store: Store, held: Sequence[Proposal], group: Sequence[Proposal], text: Sequence[Section]
) -> None:
    with st.container(border=True):
        st.subheader(_("Alternatives: only one of these can be adopted"), anchor=False)
        ids = {each.id for each in group}
        others = [each for each in held if each.id not in ids and not each.alternative]
        outcomes = {each.id: composed(store, text, [*others, each]) for each in group}
        touched = {
            section_id
            for outcome in outcomes.values()
            for section_id, sources in outcome.sources.items()
            if ids & set(sources)
        }
        names = [f"{_name(number)}: {inert(each.headline)}" for number, each in enumerate(group)]
        *tabs, neither = st.tabs([*names, _("None of them")])
        for each, tab in zip(group, tabs, strict=True):
            with tab:
                st.text(recommendation_text(each))
                outcome_preview.show(text, outcomes[each.id], touched)
        with neither:
            outcome_preview.show(text, composed(store, text, others), touched)


def _name(number: int) -> str:
    return LETTERS[number] if number < len(LETTERS) else str(number + 1)
