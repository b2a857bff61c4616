"""When an entry is asked about, and when nobody knows any more whether it is still right."""

import calendar
from datetime import date
from typing import Final

ASKED_AFTER: Final = 12
"""Months after which an organisation is asked whether its entry is still right."""

ASKED_AGAIN_AFTER: Final = 11
"""Months for which nobody is asked a second time."""

OUTDATED_AFTER: Final = 24
"""Months after which an entry that nobody confirmed may be outdated."""


def months_later(day: date, months: int) -> date:
    """Return the day so many months later; where the month has no such day, its last one.

    So ends a period of months or years by the German Civil Code, section 188 (2) and (3): a
    year after 29 February is over with 28 February.
    """
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def last_known(confirmed_on: date | None, entered_on: date) -> date:
    """Return the day from which an entry is known to be right: confirmed, or else entered."""
    return confirmed_on or entered_on


def is_to_be_asked(
    confirmed_on: date | None, entered_on: date, asked_on: date | None, day: date
) -> bool:
    """Say whether an organisation is asked on a day: a year is over, and it was not just asked."""
    if months_later(last_known(confirmed_on, entered_on), ASKED_AFTER) > day:
        return False
    return asked_on is None or months_later(asked_on, ASKED_AGAIN_AFTER) <= day


def is_possibly_outdated(confirmed_on: date | None, entered_on: date, day: date) -> bool:
    """Say whether nobody has confirmed an entry for two years, seen from a day."""
    return months_later(last_known(confirmed_on, entered_on), OUTDATED_AFTER) <= day
