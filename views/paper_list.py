"""All papers, the form for a new one, and what is decided but not in the text yet."""

from collections.abc import Sequence

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.proposal import Proposal
from concept_review.proposal_records import Paper
from concept_review.proposal_steps import ProposalState
from concept_review.section import Concept
from data.clock import day_of
from data.concepts import concepts
from data.incorporated import to_work_in, unpublished
from data.papers import papers
from data.proposals import proposals
from data.store import Store
from views import incorporation_form, paper_new, publish_form
from views.inert import inert
from views.page_files import PAPERS
from views.words import _, date_text, plural


def show(store: Store, actor: Identity) -> None:
    """Show the papers of one concept, newest first."""
    st.title(_("Papers"))
    known = concepts(store)[::-1]
    if not known:
        st.text(_("There is no concept to review yet."))
        return
    concept = _chosen(known)
    held = proposals(store, actor, concept_id=concept.id)
    _show_papers(papers(store, actor, concept.id), held)
    if may(actor, Permission.PROPOSAL_STEER):
        paper_new.ask(store, concept, held)
    _show_waiting(store, actor, concept)
    _show_unpublished(store, actor, concept)


def _chosen(known: Sequence[Concept]) -> Concept:
    if len(known) == 1:
        return known[0]
    names = {each.id: each.title for each in known}
    ids = list(names)
    chosen = st.selectbox(_("Concept"), ids, format_func=names.__getitem__, key="papers_concept")
    return next(each for each in known if each.id == chosen)


def _show_papers(found: Sequence[Paper], held: Sequence[Proposal]) -> None:
    if not found:
        st.text(_("There is no paper yet."))
    for each in found:
        with st.container(border=True):
            name = f"{each.title} ({each.reference})" if each.reference else each.title
            st.page_link(
                PAPERS,
                label=inert(name),
                icon=":material/gavel:",
                query_params={"id": each.id},
            )
            st.text(_state(each, [one for one in held if one.paper_id == each.id]))


def _state(paper: Paper, own: Sequence[Proposal]) -> str:
    waiting = sum(each.state is ProposalState.TABLED for each in own)
    parts = [
        _("of {day}", day=date_text(day_of(paper.created_at))),
        plural("{n} proposal", "{n} proposals", len(own)),
        plural("{n} not decided yet", "{n} not decided yet", waiting),
    ]
    return ", ".join(parts if waiting else parts[:2])


def _show_waiting(store: Store, actor: Identity, concept: Concept) -> None:
    """List what is adopted and not in the text yet; papers are worked in on their own pages."""
    adopted = to_work_in(store, actor, concept.id)
    if not adopted:
        return
    st.header(_("Decided, still to be worked in"), anchor=False)
    titles = {each.id: each.title for each in papers(store, actor, concept.id)}
    for paper_id in dict.fromkeys(each.paper_id for each in adopted if each.paper_id):
        label = inert(titles.get(paper_id, ""))
        st.page_link(PAPERS, label=label, icon=":material/gavel:", query_params={"id": paper_id})
    single = [each for each in adopted if each.paper_id is None]
    if single:
        incorporation_form.ask(store, actor, concept.id, single, "single")


def _show_unpublished(store: Store, actor: Identity, concept: Concept) -> None:
    waiting = unpublished(store, concept.id)
    if waiting and may(actor, Permission.PROPOSAL_DECIDE):
        st.header(_("Worked in, still to be published"), anchor=False)
        for each in waiting:
            publish_form.ask(each)
