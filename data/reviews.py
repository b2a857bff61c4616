"""Reviews: who said of which wording that it holds, and where every section stands today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from concept_review.currency import Standing, standing
from concept_review.review import Review, Verdict, latest, next_due
from concept_review.section import Section
from data.change import change
from data.clock import today
from data.concepts import section, sections
from data.identifier import new_id
from data.rows import from_row, to_row
from data.section_links import Target, basis, targets_by_section
from data.store import Conflict, Store

MAXIMUM_REMARK = 5000


class InvalidReview(ValueError):
    """The remark cannot be taken; `code` is `too_long` or `required`."""

    def __init__(self, code: str) -> None:
        """Keep the reason as a code that pages translate."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class SectionStanding:
    """A section with its latest review, what it cites, and its Prüfstand."""

    section: Section
    review: Review | None
    targets: tuple[Target, ...]
    standing: Standing


def review(
    store: Store,
    actor: Identity,
    section_id: str,
    verdict: Verdict,
    rationale: str,
    *,
    fingerprint: str,
    day: date | None = None,
    key: str | None = None,
) -> Review:
    """Say whether the wording that was read still holds.

    `fingerprint` is that of the wording on the screen: where the text has changed since,
    `Conflict` is raised. Everything but "still current" needs a rationale; raises
    `InvalidReview`. `day` is for reviews entered later.
    """
    _check_rationale(verdict, rationale)
    identifier, reviewed_on = new_id(), day or today()
    with change(
        store, actor, Permission.SECTION_REVIEW, Verb.REVIEWED, ("section", section_id), key=key
    ) as detail:
        present = section(store, section_id)
        if present.fingerprint != fingerprint:
            raise Conflict({"id": section_id})
        targets = targets_by_section(store, present.concept_id).get(section_id, [])
        made = Review(
            id=identifier,
            section_id=section_id,
            verdict=verdict,
            rationale=rationale.strip(),
            fingerprint=fingerprint,
            basis=basis(targets),
            reviewer_id=actor.id,
            reviewed_on=reviewed_on,
            next_due=next_due(reviewed_on, present.interval_months),
        )
        store.insert("reviews", to_row(made))
        detail |= {"review": identifier, "verdict": verdict.value}
    return made


def reviews_of(store: Store, section_id: str) -> list[Review]:
    """Return all reviews of a section, newest first."""
    rows = store.find("reviews", order="id desc", section_id=section_id)
    return [from_row(Review, row) for row in rows]


def standings(store: Store, concept_id: str, day: date | None = None) -> list[SectionStanding]:
    """Return every section of a concept with its Prüfstand, computed for a day."""
    by_section = _latest_reviews(store, concept_id)
    targets = targets_by_section(store, concept_id)
    return [
        _standing(each, by_section.get(each.id), tuple(targets.get(each.id, ())), day or today())
        for each in sections(store, concept_id)
    ]


def _standing(
    present: Section, last: Review | None, targets: tuple[Target, ...], day: date
) -> SectionStanding:
    computed = standing(
        fingerprint=present.fingerprint,
        reviewable=present.reviewable,
        review=last,
        basis=basis(targets),
        today=day,
    )
    return SectionStanding(present, last, targets, computed)


def _latest_reviews(store: Store, concept_id: str) -> Mapping[str, Review]:
    rows = store.query(
        "select review.* from reviews review join sections section"
        " on section.id = review.section_id where section.concept_id = :concept",
        {"concept": concept_id},
    )
    grouped: dict[str, list[Review]] = {}
    for row in rows:
        grouped.setdefault(row["section_id"], []).append(from_row(Review, row))
    return {section_id: last for section_id, each in grouped.items() if (last := latest(each))}


def _check_rationale(verdict: Verdict, rationale: str) -> None:
    if len(rationale) > MAXIMUM_REMARK:
        raise InvalidReview("too_long")
    if verdict is not Verdict.STILL_CURRENT and not rationale.strip():
        raise InvalidReview("required")
