"""One proposal of a paper: the difference, the recommendation, and what was decided on it."""

import streamlit as st

from accounts.identity import Identity
from concept_review.proposal import Proposal
from concept_review.proposal_steps import ProposalState
from concept_review.rebase import Wording
from concept_review.tabling import Hindrance
from data.amendments import base_of, gone_ids, is_stale
from data.decisions import decisions_on
from data.proposals import supporters
from data.store import Store
from views import decision_form, decision_lines, proposal_change, proposal_links
from views.account_names import author_of
from views.decision_fields import Sitting
from views.inert import inert
from views.page_files import PROPOSALS
from views.paper_words import HINDRANCES
from views.proposal_text import Known, place_text, recommendation_text
from views.words import _


def show(
    store: Store, actor: Identity, wanted: Proposal, known: Known, named: Known, sitting: Sitting
) -> None:
    """Show a proposal as it lies before the bodies, and let whoever may record the decision.

    `named` are the sections in force (`known`) and those that went, for their names alone.
    """
    with st.container(border=True, key=f"tabled_{wanted.id}"):
        st.subheader(inert(wanted.headline), anchor=False)
        by = ", ".join([author_of(store, wanted), *supporters(store, actor, wanted.id)])
        proposal_links.badges(wanted, ())
        st.text("\n".join([place_text(wanted, named), _("Proposed by {author}", author=by)]))
        st.text(recommendation_text(wanted))
        with st.expander(_("Show the difference"), icon=":material/difference:"):
            proposal_change.show(wanted, base_of(store, wanted))
        for each in decisions_on(store, wanted.id):
            decision_lines.show_one(store, actor, each)
        _show_hindrance(store, wanted, known)
        query = {"id": wanted.id}
        label = _("To the proposal with its history")
        st.page_link(PROPOSALS, label=label, icon=":material/edit_note:", query_params=query)
        present = known.get(wanted.section_id)
        if present:
            decision_form.ask(store, actor, wanted, present, sitting)


def _show_hindrance(store: Store, wanted: Proposal, known: Known) -> None:
    """Say that the text has changed under a proposal, and where one confirms it."""
    if wanted.state is not ProposalState.TABLED:
        return
    if gone_ids([wanted], known):
        st.warning(_(HINDRANCES[Hindrance.BASE_GONE]), icon=":material/warning:")
        return
    now = known[wanted.section_id]
    if is_stale(wanted, base_of(store, wanted), Wording(now.title, now.blocks)):
        st.warning(
            _(
                "Basis changed: the text has become another one since. It cannot be adopted before"
                " somebody confirms it on the present text, which is done at the proposal."
            ),
            icon=":material/warning:",
        )
