"""Where every section stands today: its Prüfstand, computed from all that bears on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from concept_review.currency import Standing, standing
from concept_review.editorial import carried
from concept_review.review import Review, latest
from concept_review.section import Section
from concept_review.task import UNDER_REVIEW
from concept_review.task_records import EditorialChange, Responsibility, ReviewTask
from data.clock import today
from data.concepts import retired_sections, sections
from data.editorial_changes import changes_by_section
from data.link_targets import Target
from data.responsibilities import responsibilities
from data.review_tasks import active_tasks, state_of
from data.rows import from_row
from data.section_links import basis, targets_by_section
from data.store import Store
from data.wordings import older_fingerprints


@dataclass(frozen=True, slots=True)
class SectionStanding:
    """A section with its latest review, what it cites, who has it, and its Prüfstand."""

    section: Section
    review: Review | None
    targets: tuple[Target, ...]
    standing: Standing
    task: ReviewTask | None = None
    responsible: tuple[Responsibility, ...] = ()
    editorial: tuple[EditorialChange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """All that bears on the sections of one concept, read once."""

    reviews: Mapping[str, Review]
    targets: Mapping[str, Sequence[Target]]
    tasks: Mapping[str, ReviewTask]
    responsible: Mapping[str, tuple[Responsibility, ...]]
    editorial: Mapping[str, tuple[EditorialChange, ...]]
    day: date


def standings(
    store: Store, concept_id: str, day: date | None = None, *, with_retired: bool = False
) -> list[SectionStanding]:
    """Return every section of a concept with its Prüfstand, computed for a day.

    Sections no longer in force come last, where they are wanted.
    """
    present = sections(store, concept_id)
    known = _Known(
        reviews=_latest_reviews(store, concept_id),
        targets=targets_by_section(store, concept_id, day),
        tasks=active_tasks(store),
        responsible=responsibilities(store, present),
        editorial=changes_by_section(store),
        day=day or today(),
    )
    ended = retired_sections(store, concept_id) if with_retired else []
    return [_standing(each, known) for each in (*present, *ended)]


def _standing(present: Section, known: _Known) -> SectionStanding:
    last = known.reviews.get(present.id)
    targets = tuple(known.targets.get(present.id, ()))
    editorial = known.editorial.get(present.id, ())
    task = known.tasks.get(present.id)
    kept = last and carried(last.fingerprint, present.fingerprint, editorial)
    computed = standing(
        fingerprint=last.fingerprint if last and kept else present.fingerprint,
        reviewable=present.reviewable,
        review=last,
        basis=basis(targets),
        today=known.day,
        retired=present.retired_on is not None,
        under_review=state_of(task, known.day) in UNDER_REVIEW,
    )
    responsible = known.responsible.get(present.id, ())
    return SectionStanding(present, last, targets, computed, task, responsible, editorial)


def _latest_reviews(store: Store, concept_id: str) -> Mapping[str, Review]:
    rows = store.query(
        "select review.* from reviews review join sections section"
        " on section.id = review.section_id where section.concept_id = :concept",
        {"concept": concept_id},
    )
    grouped: dict[str, list[Review]] = {}
    for row in rows:
        grouped.setdefault(row["section_id"], []).append(from_row(Review, row))
    found = {section_id: last for section_id, each in grouped.items() if (last := latest(each))}
    old = [each.section_id for each in found.values() if each.fingerprint.startswith("v1:")]
    now = older_fingerprints(store, old)
    return {
        section_id: replace(each, fingerprint=now.get(each.fingerprint, each.fingerprint))
        for section_id, each in found.items()
    }
