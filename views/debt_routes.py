"""What falls due until a day as a file, for exactly what the address shows."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from concept_review.debt import Item, days_waited, due_until, waiting_since
from data.concepts import concepts
from views.connection import opened_store
from views.csv_file import csv_file
from views.plain_page import speak_as_asked
from views.settings import settings
from views.shown_debt import ShownDebt, debt_of, meeting_day
from views.standing_words import currency_word
from views.words import _

DUE_FILE: Final = "/auswertung/faellig.csv"
CONCEPT: Final = "konzept"
DAY: Final = "bis"


def download_due(request: Request) -> Response:
    """Send what will not be current on the day of the address, as the page lists it."""
    speak_as_asked(request)
    query = request.query_params
    with opened_store() as store:
        known = [each.id for each in concepts(store)]
        asked = query.get(CONCEPT)
        chosen = asked if asked in known else next(reversed(known), None)
        shown = debt_of(store, chosen) if chosen else None
    day = meeting_day(query.get(DAY, ""))
    rows = [_row(shown, each) for each in due_until(shown.items, day)] if shown else []
    return csv_file("faellig.csv", _head(), rows)


def _head() -> tuple[str, ...]:
    return (
        _("Section"), _("Field of action"), _("Lead"), _("Review status"),
        _("Waiting since"), _("Days"), _("Due on"), _("Address"),
    )  # fmt: skip


def _row(shown: ShownDebt, item: Item) -> tuple[str, ...]:
    since, due = waiting_since(item), item.standing.due
    days = days_waited(item, shown.day)
    return (
        item.section.heading,
        shown.field(item),
        shown.unit(item),
        currency_word(item.standing.currency),
        since.isoformat() if since else "",
        "" if days is None else str(days),
        due.isoformat() if due else "",
        f"{settings().public_url}/abschnitt?id={item.section.id}",
    )


ROUTES = [Route(DUE_FILE, download_due)]
