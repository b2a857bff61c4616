"""One proposal as a whole: what would change and why, where it stands, what one can do with it."""

from collections.abc import Collection

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.proposal import Proposal
from concept_review.proposal_stage import sensible
from concept_review.proposal_steps import ProposalAction
from concept_review.rebase import Wording
from concept_review.rewriting import starting_point
from concept_review.section import Section
from data.amendments import base_of, carried_over
from data.clock import today
from data.concepts import section, sections
from data.organizations import organizations
from data.proposal_acts import capacities_on
from data.proposal_flags import Flag, flags_of, touches_text
from data.proposal_history import proposal_cosignatures
from data.proposals import supporters
from data.store import Store
from views import (
    decision_lines,
    join_button,
    proposal_carrying,
    proposal_change,
    proposal_cosigning,
    proposal_instructions,
    proposal_links,
    proposal_past,
    proposal_rewording,
    proposal_rivals,
    proposal_settling,
    proposal_step_form,
    section_discussion,
)
from views.account_names import author_and_organization
from views.inert import inert
from views.page_files import SECTION
from views.section_tasks import organization_names
from views.words import _, moment_text


def show(store: Store, actor: Identity, wanted: Proposal) -> None:
    """Show a proposal, and what one may do with it."""
    present = section(store, wanted.section_id)
    flags = flags_of(store, [wanted], sections(store, present.concept_id), (), today())[wanted.id]
    stale = Flag.BASE_CHANGED in flags
    actions = sensible(wanted, capacities_on(store, actor, wanted), stale=stale)
    names = {each.id: each.name for each in organizations(store)}
    base = base_of(store, wanted)
    st.title(inert(wanted.headline))
    with st.container(horizontal=True):
        proposal_links.badges(wanted, flags)
    reading, working = st.columns([3, 2], gap="large")
    with reading:
        _show_source(store, actor, wanted, present, names)
        st.header(_("What would change"), anchor=False)
        proposal_change.show(wanted, base)
        st.header(_("Rationale"), anchor=False)
        st.text(wanted.rationale)
        proposal_instructions.show(wanted, base)
        if may(actor, Permission.COMMENT_READ):
            section_discussion.show(store, actor, present, wanted.id)
    with working:
        proposal_past.show_reason(store, actor, wanted, names)
        decision_lines.show(store, actor, wanted)
        proposal_cosigning.show(store, proposal_cosignatures(store, wanted.id), names)
        if touches_text(wanted):
            proposal_rivals.show(store, actor, wanted, present.concept_id)
        _ask_next(store, actor, wanted, present, actions)
    if stale or ProposalAction.REVISE in actions:
        _show_present(store, wanted, present, base, actions, stale=stale)
    proposal_past.show(store, actor, wanted, names)


def _show_source(
    store: Store, actor: Identity, wanted: Proposal, present: Section, names: dict[str, str]
) -> None:
    """Say what is proposed, where, by whom and with whose support."""
    st.markdown(f"**{inert(proposal_change.kind_text(store, wanted))}**")
    st.page_link(
        SECTION,
        label=inert(present.heading),
        icon=":material/article:",
        query_params={"id": present.id},
    )
    lines = [
        _(
            "Proposed by {author}, {moment}",
            author=author_and_organization(store, wanted, names),
            moment=moment_text(wanted.created_at),
        )
    ]
    joined = supporters(store, actor, wanted.id)
    if joined:
        lines.append(_("Supported by {names}", names=", ".join(joined)))
    if wanted.editorial:
        lines.append(_("Only the form changes, not the sense."))
    st.text("\n".join(lines))
    join_button.show(store, actor, wanted)


def _ask_next(
    store: Store,
    actor: Identity,
    wanted: Proposal,
    present: Section,
    actions: Collection[ProposalAction],
) -> None:
    """Offer the next sensible steps; those that need room for a text stand below."""
    if set(actions) - {ProposalAction.CARRY_OVER, ProposalAction.REVISE}:
        st.header(_("Next steps"), anchor=False)
    if ProposalAction.COSIGN in actions:
        for each in proposal_cosignatures(store, wanted.id):
            mine = each.organization_id == actor.organization_id
            if mine and not each.void and not each.answer:
                proposal_cosigning.ask(wanted, each)
    proposal_step_form.show(wanted, actions, organization_names(store))
    if ProposalAction.SETTLE in actions:
        proposal_settling.ask(wanted, present)


def _show_present(
    store: Store,
    wanted: Proposal,
    present: Section,
    base: Wording,
    actions: Collection[ProposalAction],
    *,
    stale: bool,
) -> None:
    """Show the proposal on the text of today, and let those who may write it anew."""
    rebased = carried_over(store, wanted, present)
    start = Wording(wanted.title, wanted.blocks)
    if wanted.rewords:
        start = starting_point(base, Wording(present.title, present.blocks), rebased)
    if stale:
        proposal_carrying.show(wanted, base, present, rebased)
    if ProposalAction.CARRY_OVER in actions:
        proposal_carrying.ask(wanted, present, rebased, start)
    if ProposalAction.REVISE in actions:
        proposal_rewording.ask(wanted, present, start)
