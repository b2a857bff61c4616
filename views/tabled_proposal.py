"""One proposal of a paper: the difference, the recommendation, and what was decided on it."""

import streamlit as st

from accounts.identity import Identity
from concept_review.decision import Competence, Decision
from concept_review.proposal import Proposal
from concept_review.proposal_steps import ProposalState
from concept_review.rebase import Wording
from concept_review.tabling import Hindrance
from data.amendments import base_of, gone_ids, is_stale
from data.decisions import decisions_on
from data.proposals import supporters
from data.store import Store
from views import decision_form
from views.account_names import author_of, name_of
from views.decision_fields import Sitting
from views.inert import inert
from views.page_files import PROPOSALS
from views.paper_words import HINDRANCES, votes_text
from views.proposal_text import Known, place_text, recommendation_text, show_difference
from views.proposal_words import COMPETENCES, RESULTS, STATES
from views.words import _, date_text


def show(store: Store, actor: Identity, wanted: Proposal, known: Known, sitting: Sitting) -> None:
    """Show a proposal as it lies before the bodies, and let whoever may record the decision."""
    with st.container(border=True, key=f"tabled_{wanted.id}"):
        st.subheader(inert(wanted.headline), anchor=False)
        by = ", ".join([author_of(store, wanted), *supporters(store, actor, wanted.id)])
        state = _(STATES[wanted.state])
        st.text(f"{place_text(wanted, known)}\n{by}: {state}")
        st.text(recommendation_text(wanted))
        with st.expander(_("Show the difference"), icon=":material/difference:"):
            show_difference(store, wanted)
        for each in decisions_on(store, wanted.id):
            show_decision(store, each)
        _show_hindrance(store, wanted, known)
        query = {"id": wanted.id}
        label = _("To the proposal with its history")
        st.page_link(PROPOSALS, label=label, icon=":material/edit_note:", query_params=query)
        present = known.get(wanted.section_id)
        if present:
            decision_form.ask(store, actor, wanted, present, sitting)


def show_decision(store: Store, made: Decision) -> None:
    """Show a decision as it was recorded."""
    lines = [
        _("Decision: {result}", result=_(RESULTS[made.result])),
        ", ".join(
            part
            for part in (
                made.body or _(COMPETENCES[Competence.ADMINISTRATION]),
                date_text(made.decided_on),
                made.reference,
                _("agenda item {item}", item=made.agenda_item) if made.agenda_item else "",
                votes_text(made.votes_yes, made.votes_no, made.votes_abstained),
            )
            if part
        ),
        made.note,
        _("comes again on {day}", day=date_text(made.resubmit_on)) if made.resubmit_on else "",
        _("Recorded by {name}", name=name_of(store, made.recorded_by)),
    ]
    st.text("\n".join(line for line in lines if line))


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
