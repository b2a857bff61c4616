"""What somebody found when reading a section, and when it is to be read again."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Verdict(StrEnum):
    """What a review found."""

    STILL_CURRENT = "still_current"
    EDITORIAL = "editorial"
    SUBSTANTIVE = "substantive"
    OBSOLETE = "obsolete"
    SPLIT_MERGE = "split_merge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One reading of one section, valid for the text and the linked things as they were then.

    `fingerprint` is that of the text reviewed; `basis` maps the id of each linked thing to its
    fingerprint on that day; without `next_due` the section is not read again by date. Where a
    change is needed, `promised_on` is the day until which somebody is to propose it.
    """

    id: str
    section_id: str
    verdict: Verdict
    rationale: str
    fingerprint: str
    basis: Mapping[str, str]
    reviewer_id: str
    reviewed_on: date
    next_due: date | None
    promised_on: date | None = None


def next_due(reviewed_on: date, interval_months: int) -> date:
    """Return the day so many months later, or the last of its month: 31 January, 28 February.

    Raises ValueError for less than one month.
    """
    if interval_months < 1:
        raise ValueError("an interval is at least one month")
    years, month = divmod(reviewed_on.month - 1 + interval_months, 12)
    year = reviewed_on.year + years
    day = min(reviewed_on.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day)


def latest(reviews: Iterable[Review]) -> Review | None:
    """Return the last review by day, and of one day by id, since ids grow with time."""
    return max(reviews, key=lambda review: (review.reviewed_on, review.id), default=None)
