"""The days of reviews as a calendar (RFC 5545), in German, for any calendar program."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from concept_review.ladder import Occasion
from data.review_days import ReviewDay
from views.settings import settings
from views.standing_words import reason
from views.words import _, mark, speaking

if TYPE_CHECKING:
    from icalendar import Event

_OCCASIONS: Final[Mapping[Occasion, str]] = {
    Occasion.RESUBMISSION: mark("Put off until today: {section}"),
    Occasion.REVIEW: mark("Review due: {section}"),
    Occasion.COSIGN: mark("Signature due: {section}"),
}


def calendar_file(name: str, days: Iterable[ReviewDay], now: datetime) -> bytes:
    """Return the calendar file; `now` is when it was made.

    An entry keeps its UID when its day moves, so that programs move it too.
    """
    from icalendar import Calendar, vText  # noqa: PLC0415  (start-up)

    calendar = Calendar()
    calendar.add("prodid", "-//Bindeglied//DE")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(_line(name)))  # escapes commas, unlike a bare string
    calendar.add("x-published-ttl", "PT12H")
    with speaking("de"):
        for each in days:
            calendar.add_component(_event(each, now))
    return bytes(calendar.to_ical())


def _event(each: ReviewDay, now: datetime) -> "Event":
    from icalendar import Event  # noqa: PLC0415  (start-up)

    section = each.here.section
    event = Event()
    event.add("uid", f"{each.occasion}-{each.subject_id}@bindeglied")
    event.add("dtstamp", now)
    event.add("dtstart", each.day)
    event.add("dtend", each.day + timedelta(days=1))
    event.add("summary", _(_OCCASIONS[each.occasion], section=_line(section.heading)))
    if why := reason(each.here):
        event.add("description", _line(why))
    event.add("url", f"{settings().public_url}/abschnitt?{urlencode({'id': section.id})}")
    event.add("transp", "TRANSPARENT")
    return event


def _line(text: str) -> str:
    """Keep text of others on one line and free of signs that no calendar may hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
