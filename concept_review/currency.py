"""Whether a section still holds: computed from its last review, never stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from concept_review.review import Review, Verdict

SOON = timedelta(days=30)
"""How long before its day a review is announced."""


class Currency(StrEnum):
    """How a section stands, in order of precedence: the first that holds is shown."""

    RETIRED = "retired"
    """The section is no longer part of the concept."""
    UNDER_REVIEW = "under_review"
    """Somebody is at it."""
    NOT_REVIEWABLE = "not_reviewable"
    """Only a heading, with no text to review."""
    NEVER = "never"
    """Nobody has reviewed it."""
    STALE_TEXT = "stale_text"
    """The text is another one than that reviewed."""
    SUSPECT_LINK = "suspect_link"
    """A linked thing was changed, has gone, or was linked since."""
    OVERDUE = "overdue"
    """The day of the next review has passed."""
    DUE_SOON = "due_soon"
    """The next review is due today or within 30 days."""
    ACTION_NEEDED = "action_needed"
    """Reviewed, with any verdict but "still current"."""
    CURRENT = "current"
    """Reviewed and found to hold."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a section stands on a day.

    `since` is the first day of this standing where the review tells it, else None; `due` the day
    of the next review; `changed_targets` the ids of linked things that differ from the review.
    """

    currency: Currency
    since: date | None = None
    due: date | None = None
    changed_targets: tuple[str, ...] = ()


def standing(
    *,
    fingerprint: str,
    reviewable: bool,
    review: Review | None,
    basis: Mapping[str, str],
    today: date,
    retired: bool = False,
    under_review: bool = False,
) -> Standing:
    """Return how a section stands, given its last review and its text and links as they are now.

    What makes the review itself void (text, then links) comes before what the calendar says, and
    that before what the review found: a verdict on another text or of another time says nothing.
    """
    outside = _outside_review(retired=retired, under_review=under_review, reviewable=reviewable)
    if review is None:
        return Standing(outside or Currency.NEVER)
    changed = changed_targets(review.basis, basis)
    currency = outside or _of_review(review, fingerprint, changed, today)
    return Standing(currency, _since(currency, review), review.next_due, changed)


def changed_targets(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of linked things that differ, are gone or are new, in order."""
    return tuple(
        sorted(target for target in then.keys() | now.keys() if then.get(target) != now.get(target))
    )


def _outside_review(*, retired: bool, under_review: bool, reviewable: bool) -> Currency | None:
    if retired:
        return Currency.RETIRED
    if under_review:
        return Currency.UNDER_REVIEW
    return None if reviewable else Currency.NOT_REVIEWABLE


def _of_review(review: Review, fingerprint: str, changed: tuple[str, ...], today: date) -> Currency:
    due = review.next_due
    conditions = {
        Currency.STALE_TEXT: review.fingerprint != fingerprint,
        Currency.SUSPECT_LINK: bool(changed),
        Currency.OVERDUE: due is not None and today > due,
        Currency.DUE_SOON: due is not None and today >= due - SOON,
        Currency.ACTION_NEEDED: review.verdict is not Verdict.STILL_CURRENT,
    }
    return next((currency for currency, holds in conditions.items() if holds), Currency.CURRENT)


def _since(currency: Currency, review: Review) -> date | None:
    due = review.next_due
    if currency is Currency.OVERDUE and due:
        return due + timedelta(days=1)
    if currency is Currency.DUE_SOON and due:
        return max(due - SOON, review.reviewed_on)
    if currency in (Currency.ACTION_NEEDED, Currency.CURRENT):
        return review.reviewed_on
    return None
