"""When something holds: dates that may stop at the month or the year."""

import calendar
import re
from datetime import date

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def is_partial_date(text: str) -> bool:
    """Say whether the text is an ISO date, a month or a year that exists."""
    try:
        first_day(text)
    except ValueError:
        return False
    return True


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _PARTIAL.fullmatch(text)
    if match is None:
        raise ValueError(f"not a date: {text!r}")
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def first_day(text: str) -> date:
    """Return the first day that a partial date can mean; raise ValueError if it is none."""
    year, month, day = _parts(text)
    return date(year, 1 if month is None else month, 1 if day is None else day)


def last_day(text: str) -> date:
    """Return the last day that a partial date can mean; raise ValueError if it is none."""
    year, month, day = _parts(text)
    last_month = 12 if month is None else month
    if day is None:
        first = date(year, last_month, 1)
        day = calendar.monthrange(first.year, first.month)[1]
    return date(year, last_month, day)


def holds_on(start: str | None, end: str | None, day: date | None) -> bool:
    """Say whether a span with inclusive, possibly open ends covers the day; None is any day."""
    if day is None:
        return True
    begun = start is None or first_day(start) <= day
    return begun and (end is None or last_day(end) >= day)
