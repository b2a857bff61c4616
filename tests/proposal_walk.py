"""The way of a proposal as people walk it, for tests that begin somewhere on it."""

from dataclasses import replace
from typing import Any

from accounts.identity import Identity
from concept_review.decision import Competence, Decision, DecisionResult
from concept_review.proposal import Offer, Proposal, ProposalKind
from concept_review.proposal_steps import ProposalAction, ProposalState, ProposalStep
from concept_review.rebase import Wording
from concept_review.section import Section, Version
from data import concepts, decisions, proposals
from data.carrying_over import carry_over
from data.clock import today
from data.identifier import new_id
from data.incorporation import incorporate
from data.organizations import insert_organization
from data.papers import Draft, table
from data.proposal_acts import take_step
from data.store import Store
from network.organization import Classification, Organization
from tests.conftest import COORDINATOR, STAFF


def organization(store: Store, name: str) -> str:
    """Add an organisation whose id is its name."""
    insert_organization(
        store, Organization(id=name, name=name, classification=Classification.OFFICE)
    )
    return name


def offer(wording: Wording, headline: str = "Anders", **more: Any) -> Offer:  # noqa: ANN401  (any field)
    """Return an offer with a headline and a reason."""
    return Offer(headline=headline, rationale="Darum.", wording=wording, **more)


def propose_on(
    store: Store,
    section: Section,
    wording: Wording,
    *,
    actor: Identity = STAFF,
    **more: Any,  # noqa: ANN401  (any field)
) -> Proposal:
    """Submit a proposal on a section as it was read."""
    return proposals.propose(
        store, actor, section.id, offer(wording, **more), base_version_id=section.version_id
    )


def again(store: Store, proposal: Proposal) -> Proposal:
    """Return a proposal as it stands now."""
    return proposals.proposal(store, STAFF, proposal.id)


def step(
    store: Store,
    proposal: Proposal,
    action: ProposalAction,
    said: ProposalStep | None = None,
    actor: Identity = COORDINATOR,
) -> Proposal:
    """Take one step with a proposal as it stands now."""
    present = again(store, proposal)
    return take_step(
        store, actor, proposal.id, action, said or ProposalStep(), expected=present.revision
    )


def recommended(store: Store, proposal: Proposal) -> Proposal:
    """Let the coordinator admit a proposal and recommend it, on the text as it stands."""
    if again(store, proposal).state is ProposalState.SUBMITTED:
        step(store, proposal, ProposalAction.ADMIT)
    present = concepts.section(store, proposal.section_id)
    now = again(store, proposal)
    if now.base_version_id != present.version_id and now.kind is not ProposalKind.INSERT:
        carry_over(
            store,
            COORDINATOR,
            proposal.id,
            expected=now.revision,
            against_version_id=present.version_id,
        )
    said = ProposalStep(reason="Es spricht nichts dagegen.", result="accepted")
    second = replace(COORDINATOR, id="second") if now.author_id == COORDINATOR.id else COORDINATOR
    return step(store, proposal, ProposalAction.RECOMMEND, said, actor=second)


def tabled(store: Store, *wanted: Proposal, as_alternatives: bool = False) -> list[Proposal]:
    """Put proposals before the council as one paper."""
    ready = [recommended(store, each) for each in wanted]
    concept_id = concepts.section(store, ready[0].section_id).concept_id
    table(
        store,
        COORDINATOR,
        concept_id,
        {each.id: each.revision for each in ready},
        Draft(title="Fortschreibung", reference="24/SVV/0093"),
        as_alternatives=as_alternatives,
    )
    return [again(store, each) for each in ready]


def a_decision(proposal: Proposal, result: DecisionResult, **more: Any) -> Decision:  # noqa: ANN401  (any field)
    """Return a decision of the council."""
    decision = Decision(
        id=new_id(),
        proposal_id=proposal.id,
        result=result,
        competence=Competence.COUNCIL,
        body="Stadtverordnetenversammlung",
        decided_on=today(),
        reference="24/SVV/0093",
        note="",
        recorded_by="",
    )
    return replace(decision, **more)


def decided(
    store: Store,
    proposal: Proposal,
    result: DecisionResult = DecisionResult.ACCEPTED,
    *,
    wording: Wording | None = None,
    actor: Identity = COORDINATOR,
    **more: Any,  # noqa: ANN401  (any field)
) -> Proposal:
    """Record what the council decided on a tabled proposal as it stands now."""
    now = again(store, proposal)
    decisions.decide(
        store,
        actor,
        a_decision(now, result, **more),
        expected=now.revision,
        against_version_id=concepts.section(store, now.section_id).version_id,
        wording=wording,
    )
    return again(store, proposal)


def worked_in(
    store: Store, *wanted: Proposal, written: dict[str, Wording] | None = None
) -> Version:
    """Make the next version of proposals that are adopted."""
    concept_id = concepts.section(store, wanted[0].section_id).concept_id
    return incorporate(
        store,
        COORDINATOR,
        concept_id,
        {each.id: again(store, each).revision for each in wanted},
        against_version_id=concepts.versions(store, concept_id)[0].id,
        written=written,
    )


def accept(store: Store, proposal: Proposal) -> Version:
    """Lead a proposal all the way into the text."""
    (before_council,) = tabled(store, proposal)
    return worked_in(store, decided(store, before_council))
