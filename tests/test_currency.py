"""The standing of a section, computed for a day."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import product

import pytest

from concept_review.currency import SOON, Currency, Standing, standing
from concept_review.review import Review, Verdict

TODAY = date(2026, 6, 15)
REVIEWED = date(2025, 6, 1)
FAR = date(2027, 1, 1)


def review(
    verdict: Verdict = Verdict.STILL_CURRENT,
    due: date | None = FAR,
    basis: Mapping[str, str] | None = None,
) -> Review:
    return Review(
        id="r1",
        section_id="s1",
        verdict=verdict,
        rationale="Zahlen geprüft",
        fingerprint="v1:text",
        basis={"law": "1"} if basis is None else basis,
        reviewer_id="p1",
        reviewed_on=REVIEWED,
        next_due=due,
    )


def standing_of(
    last: Review | None,
    *,
    fingerprint: str = "v1:text",
    basis: Mapping[str, str] | None = None,
    reviewable: bool = True,
    retired: bool = False,
    under_review: bool = False,
    today: date = TODAY,
) -> Standing:
    return standing(
        fingerprint=fingerprint,
        reviewable=reviewable,
        review=last,
        basis={"law": "1"} if basis is None else basis,
        today=today,
        retired=retired,
        under_review=under_review,
    )


def test_a_section_nobody_reviewed_says_so() -> None:
    assert standing_of(None) == Standing(Currency.NEVER)


def test_a_review_of_this_text_and_these_links_makes_it_current() -> None:
    assert standing_of(review()) == Standing(Currency.CURRENT, since=REVIEWED, due=FAR)


def test_one_changed_word_makes_the_review_stale() -> None:
    assert standing_of(review(), fingerprint="v1:other") == Standing(Currency.STALE_TEXT, due=FAR)


@pytest.mark.parametrize(
    ("now", "changed"),
    [
        ({"law": "2"}, ("law",)),
        ({}, ("law",)),
        ({"law": "1", "figure": "7"}, ("figure",)),
        ({"organization": "3"}, ("law", "organization")),
    ],
)
def test_a_linked_thing_changed_gone_or_new_makes_the_link_suspect(
    now: dict[str, str], changed: tuple[str, ...]
) -> None:
    found = standing_of(review(), basis=now)

    assert (found.currency, found.changed_targets) == (Currency.SUSPECT_LINK, changed)


@pytest.mark.parametrize(
    ("due", "currency", "since"),
    [
        (TODAY - timedelta(days=1), Currency.OVERDUE, TODAY),
        (TODAY, Currency.DUE_SOON, TODAY - SOON),
        (TODAY + SOON, Currency.DUE_SOON, TODAY),
        (TODAY + SOON + timedelta(days=1), Currency.CURRENT, REVIEWED),
        (None, Currency.CURRENT, REVIEWED),
    ],
)
def test_the_calendar_tells_soon_today_and_too_late(
    due: date | None, currency: Currency, since: date
) -> None:
    assert standing_of(review(due=due)) == Standing(currency, since, due)


def test_a_review_that_is_due_at_once_is_due_soon_since_it_was_made() -> None:
    found = standing_of(review(due=REVIEWED + timedelta(days=5)), today=REVIEWED)

    assert (found.currency, found.since) == (Currency.DUE_SOON, REVIEWED)


@pytest.mark.parametrize("verdict", [each for each in Verdict if each != Verdict.STILL_CURRENT])
def test_any_other_verdict_than_still_current_calls_for_action(verdict: Verdict) -> None:
    found = standing_of(review(verdict))

    assert (found.currency, found.since) == (Currency.ACTION_NEEDED, REVIEWED)


def test_of_all_that_holds_the_first_in_the_order_of_currencies_is_shown() -> None:
    orders = {currency: place for place, currency in enumerate(Currency)}
    for retired, busy, bare, never, stale, suspect, late, soon, open_ in product(
        [False, True], repeat=9
    ):
        due = TODAY - timedelta(days=1) if late else TODAY if soon else FAR
        verdict = Verdict.OBSOLETE if open_ else Verdict.STILL_CURRENT
        holding = {
            Currency.RETIRED: retired,
            Currency.UNDER_REVIEW: busy,
            Currency.NOT_REVIEWABLE: bare,
            Currency.NEVER: never,
            Currency.STALE_TEXT: stale,
            Currency.SUSPECT_LINK: suspect,
            Currency.OVERDUE: late,
            Currency.DUE_SOON: soon and not late,
            Currency.ACTION_NEEDED: open_,
            Currency.CURRENT: True,
        }

        found = standing_of(
            None if never else review(verdict, due),
            fingerprint="v1:other" if stale else "v1:text",
            basis={"law": "2" if suspect else "1"},
            reviewable=not bare,
            retired=retired,
            under_review=busy,
        )

        assert found.currency == min(
            (currency for currency, holds in holding.items() if holds), key=orders.__getitem__
        )


def test_the_changed_targets_are_told_even_where_another_standing_goes_first() -> None:
    found = standing_of(review(), fingerprint="v1:other", basis={"law": "2"})

    assert (found.currency, found.changed_targets) == (Currency.STALE_TEXT, ("law",))
