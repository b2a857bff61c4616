"""Decisions as they were recorded: body, day, reference, votes, result, and who recorded them."""

import streamlit as st

from accounts.identity import Identity
from concept_review.decision import Decision
from concept_review.proposal import Proposal
from data.decisions import decisions_on
from data.proposals import proposal
from data.store import NotFound, Store
from views import proposal_links
from views.account_names import name_of
from views.page_files import PAPERS
from views.proposal_words import RECOMMENDATIONS, RESULTS
from views.words import _, date_text, mark, number_text


def show(store: Store, actor: Identity, wanted: Proposal) -> None:
    """Show what the administration recommends, and every decision, the last one first."""
    if wanted.recommendation:
        st.header(_("Recommendation of the administration"), anchor=False)
        st.text(_(RECOMMENDATIONS[wanted.recommendation]))
        st.text(wanted.recommendation_note)
    found = decisions_on(store, wanted.id)
    if found or wanted.paper_id:
        st.header(_("Decision"), anchor=False)
    if wanted.paper_id:
        st.page_link(
            PAPERS,
            label=_("To the paper"),
            icon=":material/description:",
            query_params={"id": wanted.paper_id},
        )
    for each in reversed(found):
        _show(store, actor, each)


def where_text(decision: Decision) -> str:
    """Return who decided, when, and under which reference and item of the agenda."""
    parts = [
        decision.body or _("Administration (editorial)"),
        date_text(decision.decided_on),
        decision.reference,
        _("agenda item {item}", item=decision.agenda_item) if decision.agenda_item else "",
    ]
    return ", ".join(part for part in parts if part)


def votes_text(decision: Decision) -> str:
    """Return the votes as they were counted, or "" where nobody counted."""
    counted = (
        (mark("{n} in favour"), decision.votes_yes),
        (mark("{n} against"), decision.votes_no),
        (mark("{n} abstentions"), decision.votes_abstained),
    )
    return ", ".join(
        _(text, n=number_text(number)) for text, number in counted if number is not None
    )


def _show(store: Store, actor: Identity, decision: Decision) -> None:
    with st.container(border=True):
        st.markdown(f"**{_(RESULTS[decision.result])}**")
        by = _("Recorded by {name}", name=name_of(store, decision.recorded_by))
        again = (
            _("comes again on {day}", day=date_text(decision.resubmit_on))
            if decision.resubmit_on
            else ""
        )
        lines = (where_text(decision), votes_text(decision), again, decision.note, by)
        st.text("\n".join(line for line in lines if line))
        if decision.superseded_by:
            _link_successor(store, actor, decision.superseded_by)


def _link_successor(store: Store, actor: Identity, proposal_id: str) -> None:
    try:
        proposal_links.link(proposal(store, actor, proposal_id))
    except NotFound:
        st.text(_("This proposal does not exist."))
