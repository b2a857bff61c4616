"""Reviews: when the next one is due, and which one counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concept_review.review import Review, Verdict, latest, next_due


def review(identifier: str, day: date) -> Review:
    return Review(
        id=identifier,
        section_id="s1",
        verdict=Verdict.STILL_CURRENT,
        rationale="",
        fingerprint="v1:a",
        basis={},
        reviewer_id="p1",
        reviewed_on=day,
        next_due=None,
    )


@pytest.mark.parametrize(
    ("reviewed", "months", "due"),
    [
        (date(2026, 1, 15), 12, date(2027, 1, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 12, 1), 36, date(2029, 12, 1)),
    ],
)
def test_the_next_review_is_due_on_the_same_day_or_the_last_of_its_month(
    reviewed: date, months: int, due: date
) -> None:
    assert next_due(reviewed, months) == due


@given(st.dates(max_value=date(2900, 1, 1)), st.integers(1, 600))
def test_the_next_review_is_so_many_months_later(day: date, months: int) -> None:
    due = next_due(day, months)

    assert (due.year - day.year) * 12 + due.month - day.month == months
    assert due.day <= day.day


@pytest.mark.parametrize("months", [0, -12])
def test_an_interval_without_a_month_is_refused(months: int) -> None:
    with pytest.raises(ValueError, match="month"):
        next_due(date(2026, 1, 1), months)


def test_the_last_review_by_day_counts_and_of_one_day_the_last_written() -> None:
    first = review("0001", date(2026, 3, 1))
    old_day_written_late = review("0009", date(2025, 3, 1))
    same_day = review("0002", date(2026, 3, 1))

    assert latest([same_day, old_day_written_late, first]) == same_day


def test_without_reviews_there_is_no_last_one() -> None:
    assert latest([]) is None
