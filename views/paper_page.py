"""One paper: its texts, the bodies it comes before, its proposals, and what becomes of them."""

from collections.abc import Sequence

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.proposal import Proposal
from concept_review.proposal_records import Paper
from concept_review.proposal_steps import ProposalState
from concept_review.section import Section, Version
from data.clock import day_of
from data.concepts import concept, retired_sections, sections
from data.incorporated import to_work_in, version_with
from data.papers import consultations, paper
from data.proposals import proposals
from data.rows import from_row
from data.store import NotFound, Store
from views import (
    choice_group,
    consultation_form,
    incorporation_form,
    joint_decision_form,
    kit_links,
    paper_texts,
    publish_form,
    tabled_proposal,
)
from views.decision_fields import suggested
from views.inert import inert
from views.page_files import PAPERS
from views.version_name import version_name
from views.words import _, date_text


def show(store: Store, actor: Identity, paper_id: str) -> None:
    """Show a paper, with what one may do about it."""
    st.page_link(PAPERS, label=_("Back to all papers"), icon=":material/arrow_back:")
    try:
        wanted = paper(store, actor, paper_id)
    except NotFound:
        st.title(_("Papers"))
        st.error(_("This paper does not exist."))
        return
    text = sections(store, wanted.concept_id)
    places = {each.id: place for place, each in enumerate(text)}
    held = sorted(
        proposals(store, actor, paper_id=wanted.id),
        key=lambda each: (places.get(each.section_id, len(places)), each.id),
    )
    _show_head(store, wanted)
    kit_links.show_for_paper(wanted.id)
    paper_texts.show(actor, wanted)
    consultation_form.show(store, actor, wanted)
    _show_proposals(store, actor, wanted, held, text)
    _show_incorporation(store, actor, wanted, held)


def _show_head(store: Store, wanted: Paper) -> None:
    st.title(inert(wanted.title))
    version = from_row(Version, store.get("versions", wanted.tabled_version_id))
    st.text(
        _(
            "{reference}, of {day}, on “{concept}”, {version}",
            reference=wanted.reference or _("without a reference"),
            day=date_text(day_of(wanted.created_at)),
            concept=concept(store, wanted.concept_id).title,
            version=version_name(version),
        )
    )


def _show_proposals(
    store: Store,
    actor: Identity,
    wanted: Paper,
    held: Sequence[Proposal],
    text: Sequence[Section],
) -> None:
    st.header(_("Proposals of this paper"), anchor=False)
    if not held:
        st.text(_("No proposal belongs to this paper any more."))
        return
    known = {each.id: each for each in text}
    gone = retired_sections(store, wanted.concept_id)
    named = {**{each.id: each for each in gone}, **known}
    choice_group.show(store, held, text)
    sitting = suggested(wanted, consultations(store, actor, wanted.id))
    if may(actor, Permission.PROPOSAL_DECIDE):
        joint_decision_form.ask(wanted, held, known, sitting)
    for each in held:
        tabled_proposal.show(store, actor, each, known, named, sitting)


def _show_incorporation(
    store: Store, actor: Identity, wanted: Paper, held: Sequence[Proposal]
) -> None:
    own = {each.id for each in held}
    adopted = [each for each in to_work_in(store, actor, wanted.concept_id) if each.id in own]
    waiting = any(each.state is ProposalState.TABLED for each in held)
    if adopted:
        st.header(_("Work into the text"), anchor=False)
        if waiting:
            st.text(_("Not all proposals of this paper are decided yet."))
        incorporation_form.ask(store, actor, wanted.concept_id, adopted, wanted.id)
    made = {}
    for each in held:
        version = version_with(store, each.id)
        if version:
            made[version.id] = version
    if made:
        st.header(_("In the text"), anchor=False)
    for version in made.values():
        publish_form.show(actor, version)
