"""What has changed between two days as a file, for exactly what the address shows."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.clock import today
from views.change_rows import asked_changes, rows
from views.connection import opened_store
from views.csv_file import csv_file
from views.network_address import read
from views.plain_page import speak_as_asked
from views.words import _

CHANGES_FILE: Final = "/netzkarte/veraenderungen.csv"


def download_changes(request: Request) -> Response:
    """Send the changes that the page lists as CSV; without an earlier day there are none."""
    speak_as_asked(request)
    with opened_store() as store:
        found = asked_changes(store, read(request.query_params.getlist, today()))
    head = (_("Change"), _("Kind"), _("What"), _("Since"), _("Until"), _("Differs"))
    made = rows(found) if found else []
    cells = [(row.change, row.kind, row.about, row.since, row.until, row.differs) for row in made]
    return csv_file("veraenderungen.csv", head, cells)


ROUTES = [Route(CHANGES_FILE, download_changes)]
