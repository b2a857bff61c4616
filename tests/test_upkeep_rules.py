"""When an entry is asked about, and when it may be outdated: by the days of the city."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.upkeep import is_possibly_outdated, is_to_be_asked, months_later

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
LEAP = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (LEAP, 12, date(2025, 2, 28)),
        (LEAP, 24, date(2026, 2, 28)),
        (LEAP, 48, date(2028, 2, 29)),
        (date(2023, 2, 28), 12, date(2024, 2, 28)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2025, 12, 1), 1, date(2026, 1, 1)),
    ],
)
def test_months_end_as_the_civil_code_says(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@given(DAYS, st.integers(0, 60))
def test_so_many_months_later_is_the_same_day_or_the_last_one_of_its_month(
    day: date, months: int
) -> None:
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    last = calendar.monthrange(later.year, later.month)[1]
    assert later.day == min(day.day, last)


@given(DAYS, st.integers(0, 1200))
def test_once_outdated_an_entry_stays_so_until_somebody_confirms_it(
    confirmed: date, days: int
) -> None:
    day = confirmed + timedelta(days=days)
    if is_possibly_outdated(confirmed, confirmed, day):
        assert is_possibly_outdated(confirmed, confirmed, day + timedelta(days=1))
        assert is_to_be_asked(confirmed, confirmed, None, day)
    assert not is_possibly_outdated(day, confirmed, day)


def test_what_was_never_confirmed_counts_from_the_day_it_was_entered() -> None:
    assert not is_possibly_outdated(None, LEAP, date(2026, 2, 27))
    assert is_possibly_outdated(None, LEAP, date(2026, 2, 28))
    assert not is_possibly_outdated(date(2025, 1, 1), LEAP, date(2026, 2, 28))


def test_nobody_is_asked_before_a_year_is_over_nor_twice_within_eleven_months() -> None:
    confirmed = date(2025, 3, 31)
    assert not is_to_be_asked(confirmed, confirmed, None, date(2026, 3, 30))
    assert is_to_be_asked(confirmed, confirmed, None, date(2026, 3, 31))
    assert not is_to_be_asked(confirmed, confirmed, date(2026, 3, 31), date(2027, 2, 27))
    assert is_to_be_asked(confirmed, confirmed, date(2026, 3, 31), date(2027, 2, 28))
