"""The records around a proposal: its revisions, its steps, who signed it, and its paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from concept_review.block import Block
from concept_review.decision import ConsultationRole, DecisionResult
from concept_review.proposal_steps import ProposalAction, ProposalCapacity
from concept_review.task_records import Answer, Responsibility, holders


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRevision:
    """A proposal as it was worded once; `number` counts from 1, `reason` says what made it."""

    id: str
    proposal_id: str
    number: int
    headline: str
    rationale: str
    title: str
    blocks: tuple[Block, ...]
    base_version_id: str
    author_id: str
    reason: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenStep:
    """One action on a proposal, as its history tells it."""

    id: str
    proposal_id: str
    action: ProposalAction
    actor_id: str
    reason: str
    result: str
    day: date | None
    organization_id: str | None
    number: int
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalCosignature:
    """One unit was asked to sign a proposal, and what it answered to which revision of it."""

    id: str
    proposal_id: str
    organization_id: str
    due_on: date | None
    answer: Answer | None = None
    reservation: str = ""
    number: int = 1
    answered_by: str | None = None
    answered_on: date | None = None
    void: bool = False
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What lies before the bodies (Beschlussvorlage): proposals against one version of the text."""

    id: str
    concept_id: str
    title: str
    reference: str
    tabled_version_id: str
    motion: str
    rationale: str
    created_at: datetime
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """A body deals with a paper, in its place of the order, and with what result."""

    id: str
    paper_id: str
    position: int
    body: str
    role: ConsultationRole
    day: date | None = None
    result: str = ""
    agenda_item: str = ""
    votes_yes: int | None = None
    votes_no: int | None = None
    votes_abstained: int | None = None
    note: str = ""
    revision: int = 0


def proposal_capacities(
    *,
    is_author: bool,
    coordinates: bool,
    reviews: bool,
    decides: bool,
    organization_id: str | None,
    responsible: Sequence[Responsibility],
    asked: Iterable[ProposalCosignature] = (),
) -> frozenset[ProposalCapacity]:
    """Return in which functions somebody may act on a proposal.

    `coordinates`, `reviews` and `decides` say what the account is allowed to.
    """
    found = set()
    if is_author:
        found.add(ProposalCapacity.AUTHOR)
    if coordinates:
        found.add(ProposalCapacity.COORDINATION)
    if decides:
        found.add(ProposalCapacity.CLERK)
    if reviews:
        leading = holders(responsible, None)
        if not leading or organization_id in leading:
            found.add(ProposalCapacity.LEAD)
        if any(
            each.organization_id == organization_id and each.answer is None and not each.void
            for each in asked
        ):
            found.add(ProposalCapacity.COSIGNER)
    return frozenset(found)


def adopting_decided_wording(result: DecisionResult, *, reworded: bool) -> str:
    """Return what is wrong between a result and the wording decided, or "".

    What is decided with changes has a wording of its own; what is decided as it is has none.
    """
    if result is DecisionResult.ACCEPTED_MODIFIED and not reworded:
        return "required"
    return "not_modified" if reworded and result is not DecisionResult.ACCEPTED_MODIFIED else ""
