"""Who is responsible for a section, and the records of its review as a task."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from concept_review.task import Capacity, TaskAction, TaskState


class Part(StrEnum):
    """What an organisation has to do with a section."""

    LEAD = "lead"
    """Federführung; one for each section."""
    DEPUTY = "deputy"
    """Stands in for the lead; one for each section."""
    TAKING_PART = "taking_part"
    """Beteiligt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """An organisation has a part in a section."""

    id: str
    section_id: str
    organization_id: str
    part: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewTask:
    """The review of one section as it is passed around; at most one at a time is not ended.

    `fingerprint` is that of the wording whose review was begun, or "" before.
    """

    id: str
    section_id: str
    state: TaskState
    reason: str
    organization_id: str | None = None
    due_on: date | None = None
    resubmit_on: date | None = None
    fingerprint: str = ""
    review_id: str | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStep:
    """One action on a task, as its history tells it."""

    id: str
    task_id: str
    action: TaskAction
    actor_id: str
    organization_id: str | None
    reason: str
    day: date | None
    created_at: datetime


class Answer(StrEnum):
    """What a unit says that was asked to sign."""

    SIGNED = "signed"
    """Mitgezeichnet."""
    WITH_RESERVATION = "with_reservation"
    REFUSED = "refused"
    NOTED = "noted"
    """Zur Kenntnis genommen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cosignature:
    """One unit was asked to sign a review, and what it answered to which wording.

    It is void where the request was taken back or the text changed afterwards.
    """

    id: str
    task_id: str
    organization_id: str
    due_on: date | None
    answer: Answer | None = None
    reservation: str = ""
    fingerprint: str = ""
    answered_by: str | None = None
    answered_on: date | None = None
    void: bool = False
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorialChange:
    """Somebody says that a change is purely editorial; it counts once a second person agrees."""

    id: str
    section_id: str
    old_fingerprint: str
    new_fingerprint: str
    stated_by: str
    confirmed_by: str | None = None
    revision: int = 0


def capacities(
    *,
    coordinates: bool,
    reviews: bool,
    organization_id: str | None,
    responsible: Sequence[Responsibility],
    task: ReviewTask | None,
    asked: Iterable[Cosignature] = (),
) -> frozenset[Capacity]:
    """Return in which functions somebody may act on a section's review.

    `coordinates` and `reviews` say what the account is allowed to; an account that may do
    neither speaks for an organisation outside.
    """
    found = set()
    if coordinates:
        found.add(Capacity.COORDINATION)
    if reviews:
        found.add(Capacity.STAFF)
        leading = holders(responsible, task)
        if not leading or organization_id in leading:
            found.add(Capacity.LEAD)
        if any(
            each.organization_id == organization_id and each.answer is None and not each.void
            for each in asked
        ):
            found.add(Capacity.COSIGNER)
    elif organization_id:
        found.add(Capacity.PROVIDER)
    return frozenset(found)


def holders(responsible: Sequence[Responsibility], task: ReviewTask | None) -> frozenset[str]:
    """Return the organisations that have the review: by the task, else by their part."""
    if task and task.organization_id:
        return frozenset({task.organization_id})
    return frozenset(
        each.organization_id for each in responsible if each.part is not Part.TAKING_PART
    )


def inherited(
    own: Sequence[Responsibility], above: Sequence[Responsibility]
) -> tuple[Responsibility, ...]:
    """Return who is responsible: those named, and the lead of the section above without an own."""
    named = {each.part for each in own}
    missing = {Part.LEAD, Part.DEPUTY} - named if Part.LEAD not in named else set()
    return (*own, *(each for each in above if each.part in missing))


def valid(signature: Cosignature, fingerprint: str) -> bool:
    """Say whether a signature was given to this very wording and not taken back."""
    return not signature.void and signature.fingerprint == fingerprint


def all_signed(asked: Iterable[Cosignature], fingerprint: str) -> bool:
    """Say whether everybody who is asked has answered to this wording and nobody refused."""
    return all(
        each.answer not in (None, Answer.REFUSED) and valid(each, fingerprint)
        for each in asked
        if not each.void
    )
