"""The days that bear on reviews: when each is due, back again, or to be signed, and by whom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from concept_review.currency import Currency
from concept_review.ladder import Occasion
from concept_review.task import TaskState
from concept_review.task_records import Cosignature, Part
from data.clock import today
from data.concepts import concepts
from data.review_tasks import state_of
from data.rows import from_row
from data.standings import SectionStanding, standings
from data.store import Store

_OUTSIDE = (Currency.NOT_REVIEWABLE, Currency.RETIRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDay:
    """One thing that has its day: on which section, and who is to act.

    `subject_id` is the section, for signatures the request, for what was put off the task.
    `put_off` says that the day is the one to which the review was put off.
    """

    occasion: Occasion
    here: SectionStanding
    subject_id: str
    day: date
    unit: str | None
    deputy: str | None = None
    put_off: bool = False


def review_days(store: Store, day: date | None = None) -> list[ReviewDay]:
    """Return every day that is set for a review not done yet, in document order."""
    now, asked = day or today(), _asked(store)
    return [
        found
        for concept in concepts(store)
        for here in standings(store, concept.id, now)
        if here.standing.currency not in _OUTSIDE
        for found in _of_section(here, asked, now)
    ]


def public_review_days(store: Store, day: date | None = None) -> list[ReviewDay]:
    """Return the day that the last review set for the next one, as every reader of a section sees.

    What tasks say of it, and who has it, stays inside.
    """
    return [
        ReviewDay(
            occasion=Occasion.REVIEW, here=here, subject_id=here.section.id,
            day=here.standing.due, unit=None,
        )
        for concept in concepts(store)
        for here in standings(store, concept.id, day or today())
        if here.standing.currency not in _OUTSIDE and here.standing.due
    ]  # fmt: skip


def _of_section(
    here: SectionStanding, asked: Mapping[str, Sequence[Cosignature]], now: date
) -> Iterator[ReviewDay]:
    task, parts = here.task, {each.part: each.organization_id for each in here.responsible}
    deputy = parts.get(Part.DEPUTY)
    unit = task.organization_id if task and task.organization_id else parts.get(Part.LEAD)
    back = task.resubmit_on if task else None
    if task and back and task.state is TaskState.DEFERRED:
        yield ReviewDay(
            occasion=Occasion.RESUBMISSION,
            here=here, subject_id=task.id, day=back, unit=unit, deputy=deputy,
        )  # fmt: skip
    if state_of(task, now) is TaskState.DEFERRED:
        return
    due = task.due_on if task and task.due_on else here.standing.due
    put_off = back is not None and (due is None or due <= back)
    if chosen := back if put_off else due:
        yield ReviewDay(
            occasion=Occasion.REVIEW, here=here, subject_id=here.section.id,
            day=chosen, unit=unit, deputy=deputy, put_off=put_off,
        )  # fmt: skip
    for each in asked.get(task.id, ()) if task and task.state is TaskState.COSIGN else ():
        if each.due_on and not each.answer:
            yield ReviewDay(
                occasion=Occasion.COSIGN, here=here, subject_id=each.id,
                day=each.due_on, unit=each.organization_id,
            )  # fmt: skip


def _asked(store: Store) -> Mapping[str, Sequence[Cosignature]]:
    found: dict[str, list[Cosignature]] = {}
    for row in store.find("cosignatures", void=0):
        each = from_row(Cosignature, row)
        found.setdefault(each.task_id, []).append(each)
    return found


def last_review_before(store: Store, day: date) -> date | None:
    """Return the last day before another on which any section was reviewed, or None."""
    rows = store.query(
        "select max(reviewed_on) as last from reviews where reviewed_on < :day",
        {"day": day.isoformat()},
    )
    last = rows[0]["last"]
    return date.fromisoformat(last) if last else None
