"""When something holds: inclusive and open ends, and dates that stop at the month or year."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.validity import first_day, holds_on, is_partial_date, last_day

law = settings(deadline=None)
days = st.dates(date(2011, 6, 1), date(2017, 5, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> str:
    """Draw an ISO date, cut off after the year, the month or not at all."""
    day = draw(days).isoformat()
    return day[: draw(st.sampled_from([4, 7, 10]))]


def days_meant(text: str) -> list[date]:
    """All days whose ISO form begins with the text, by trying each of the year."""
    new_year = date(int(text[:4]), 1, 1)
    year = [new_year + timedelta(days=n) for n in range(366)]
    return [day for day in year if day.isoformat().startswith(text)]


@law
@given(partial_dates())
def test_a_partial_date_reaches_from_the_first_to_the_last_day_it_can_mean(text: str) -> None:
    meant = days_meant(text)

    assert first_day(text) == min(meant)
    assert last_day(text) == max(meant)
    assert is_partial_date(text)


@settings(max_examples=400, deadline=None)
@given(st.none() | partial_dates(), st.none() | partial_dates(), days)
def test_a_span_covers_exactly_the_days_between_its_ends(
    start: str | None, end: str | None, day: date
) -> None:
    """Cut to the length of an end, the day's ISO form sorts as the dates do."""
    written = day.isoformat()
    after_start = start is None or written[: len(start)] >= start
    before_end = end is None or written[: len(end)] <= end

    assert holds_on(start, end, day) is (after_start and before_end)


@law
@given(partial_dates())
def test_both_ends_of_a_span_belong_to_it(text: str) -> None:
    assert holds_on(text, text, first_day(text))
    assert holds_on(text, text, last_day(text))
    assert not holds_on(text, text, first_day(text) - timedelta(days=1))
    assert not holds_on(text, text, last_day(text) + timedelta(days=1))


@law
@given(st.none() | partial_dates(), st.none() | partial_dates())
def test_when_no_day_is_asked_for_everything_holds(start: str | None, end: str | None) -> None:
    assert holds_on(start, end, None)


def test_what_has_no_dates_always_holds() -> None:
    assert holds_on(None, None, date.min)
    assert holds_on(None, None, date.max)


@pytest.mark.parametrize(
    ("month", "last"),
    [("2023-02", 28), ("2024-02", 29), ("1900-02", 28), ("2000-02", 29), ("2026-04", 30)],
)
def test_a_month_ends_on_its_own_last_day(month: str, last: int) -> None:
    assert last_day(month).day == last


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "2026-", "2026-1", "2026-11-3", "26", "20261103", "2026-11-03 ", " 2026"),
        *("2026-13", "2026-02-30", "2023-02-29", "0000", "0000-05", "2026-11-32", "-2026"),
        *("03.11.2026", "November 2026", "2026-11-03T00:00", "2026-W45", "2026\n", "heute"),
    ],
)
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    assert not is_partial_date(text)
    for day in (first_day, last_day):
        with pytest.raises(ValueError, match=r"."):
            day(text)


@pytest.mark.parametrize("text", ["2026-00", "2026-05-00", "2026-00-00", "2026-00-05"])
def test_there_is_no_month_and_no_day_zero(text: str) -> None:
    assert not is_partial_date(text)


@law
@given(st.text(max_size=12) | st.from_regex(r"\A\d{4}-\d\d(-\d\d)?\Z"))
def test_any_text_is_a_date_or_is_none_and_never_an_accident(text: str) -> None:
    if is_partial_date(text):
        assert first_day(text) <= last_day(text)


@pytest.mark.parametrize("text", ["0001", "9999-12", "9999-12-31"])
def test_the_edges_of_the_calendar_are_dates(text: str) -> None:
    assert is_partial_date(text)
