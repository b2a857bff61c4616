"""What somebody can act on: reviews, signatures, second opinions, and what nobody has yet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from accounts.identity import Identity
from accounts.permissions import Permission, may, require
from concept_review.currency import Currency
from concept_review.section import path_of
from concept_review.task import Capacity, TaskAction, TaskState, possible
from concept_review.task_records import (
    Cosignature,
    EditorialChange,
    capacities,
    holders,
)
from data.clock import today
from data.concepts import concepts
from data.review_tasks import state_of
from data.rows import from_row
from data.standings import SectionStanding, standings
from data.store import Store


class DutyKind(StrEnum):
    """What is wanted, the most urgent first."""

    COSIGN = "cosign"
    """Sign somebody else's review."""
    EDITORIAL = "editorial"
    """Confirm as second person that a change is editorial."""
    REVIEW = "review"
    """Say whether a section holds."""
    ASSIGN = "assign"
    """Give a review to a unit."""
    CHASE = "chase"
    """A unit is late with a review."""


WORST_FIRST = (
    Currency.STALE_TEXT,
    Currency.SUSPECT_LINK,
    Currency.OVERDUE,
    Currency.NEVER,
    Currency.UNDER_REVIEW,
    Currency.ACTION_NEEDED,
    Currency.DUE_SOON,
    Currency.CURRENT,
)
NEEDS_REVIEW = frozenset(WORST_FIRST[:4]) | {Currency.DUE_SOON}
"""Where a section is to be read again by somebody."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that somebody can act on, with what the table of transitions lets them do."""

    kind: DutyKind
    here: SectionStanding
    state: TaskState
    actions: tuple[TaskAction, ...]
    due: date | None
    cosignature: Cosignature | None = None
    editorial: EditorialChange | None = None
    above: tuple[str, ...] = ()
    """Titles of what the section stands in: the concept, where there are several, and chapters."""


def duties(store: Store, actor: Identity, day: date | None = None) -> list[Duty]:
    """Return what the actor can act on, the worst first; raise `NotPermitted`.

    What was put off is left out until its day, and what waits for others until they have acted.
    """
    require(actor, Permission.TASK_READ)
    now = day or today()
    asked = _asked(store)
    known = concepts(store)
    found: list[Duty] = []
    for concept in known:
        everything = standings(store, concept.id, now)
        present = [each.section for each in everything]
        first = (concept.title,) if len(known) > 1 else ()
        # Whoever works for a unit looks after its sections, once a concept has leads at all.
        led = any(each.responsible for each in everything)
        mine_alone = led and actor.organization_id is not None
        for here in everything:
            for duty in _of_section(actor, here, asked, now, mine_alone=mine_alone):
                above = (*first, *path_of(here.section, present)[:-1])
                found.append(replace(duty, above=above))
    return sorted(found, key=_urgency)


def _of_section(
    actor: Identity,
    here: SectionStanding,
    asked: Mapping[str, Sequence[Cosignature]],
    now: date,
    *,
    mine_alone: bool,
) -> Iterator[Duty]:
    signatures = asked.get(here.task.id, ()) if here.task else ()
    state = state_of(here.task, now)
    held = capacities(
        coordinates=may(actor, Permission.TASK_COORDINATE),
        reviews=may(actor, Permission.SECTION_REVIEW),
        organization_id=actor.organization_id,
        responsible=here.responsible,
        task=here.task,
        asked=signatures,
    )
    actions = possible(state, held)
    due = here.task.due_on if here.task and here.task.due_on else here.standing.due
    if Capacity.COSIGNER in held and TaskAction.COSIGN in actions:
        mine = next(
            each
            for each in signatures
            if each.organization_id == actor.organization_id and not each.void and not each.answer
        )
        yield Duty(DutyKind.COSIGN, here, state, actions, mine.due_on, cosignature=mine)
    if statement := _to_confirm(actor, here):
        yield Duty(DutyKind.EDITORIAL, here, state, actions, None, editorial=statement)
    if mine_alone and not holders(here.responsible, here.task):
        held -= {Capacity.LEAD}
    kind = _kind(here, state, held, signatures, now)
    if kind:
        yield Duty(kind, here, state, actions, due)


def _kind(
    here: SectionStanding,
    state: TaskState,
    held: frozenset[Capacity],
    signatures: Sequence[Cosignature],
    now: date,
) -> DutyKind | None:
    currency = here.standing.currency
    if state is TaskState.DEFERRED or currency in (Currency.NOT_REVIEWABLE, Currency.RETIRED):
        return None
    wanted = currency in NEEDS_REVIEW or state not in (TaskState.ABSENT, TaskState.DEFERRED)
    waits = state is TaskState.COSIGN and any(
        each.answer is None and not each.void for each in signatures
    )
    if wanted and Capacity.LEAD in held and not waits:
        return DutyKind.REVIEW
    if Capacity.COORDINATION not in held:
        return None
    if state is TaskState.OPEN or (wanted and not holders(here.responsible, here.task)):
        return DutyKind.ASSIGN
    late = here.task and here.task.due_on and here.task.due_on < now
    return DutyKind.CHASE if late or currency is Currency.OVERDUE else None


def _to_confirm(actor: Identity, here: SectionStanding) -> EditorialChange | None:
    if here.standing.currency is not Currency.STALE_TEXT:
        return None
    for each in here.editorial:
        mine = each.stated_by == actor.id
        fits = each.new_fingerprint == here.section.fingerprint and not each.confirmed_by
        if fits and not mine and may(actor, Permission.SECTION_REVIEW):
            return each
    return None


def _asked(store: Store) -> Mapping[str, Sequence[Cosignature]]:
    found: dict[str, list[Cosignature]] = {}
    for row in store.find("cosignatures", void=0):
        each = from_row(Cosignature, row)
        found.setdefault(each.task_id, []).append(each)
    return found


def _urgency(duty: Duty) -> tuple[int, int, str, int]:
    currency = duty.here.standing.currency
    worst = WORST_FIRST.index(currency) if currency in WORST_FIRST else len(WORST_FIRST)
    kinds = list(DutyKind)
    due = duty.due.isoformat() if duty.due else "9999"
    return kinds.index(duty.kind), worst, due, duty.here.section.position
