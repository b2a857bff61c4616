"""The tables of the network map as files, for exactly what the address shows."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from views.asked_network import AskedNetwork, asked_network
from views.connection import opened_store
from views.csv_file import csv_file
from views.network_rows import Row, entry_heads, entry_rows, tie_heads, tie_rows
from views.plain_page import speak_as_asked

ENTRIES = "/netzkarte/eintraege.csv"
TIES_FILE = "/netzkarte/verbindungen.csv"


def download_entries(request: Request) -> Response:
    """Send the entries that the address shows as CSV."""
    speak_as_asked(request)
    asked = _asked(request)
    rows = entry_rows(asked.graph, asked.shown, asked.remarks)
    return _file("eintraege.csv", entry_heads(asked.remarks), rows)


def download_ties(request: Request) -> Response:
    """Send the ties that the address shows as CSV."""
    speak_as_asked(request)
    asked = _asked(request)
    rows = tie_rows(asked.graph, asked.shown, asked.remarks)
    return _file("verbindungen.csv", tie_heads(asked.remarks), rows)


ROUTES = [Route(ENTRIES, download_entries), Route(TIES_FILE, download_ties)]


def _file(name: str, heads: Sequence[str], rows: Sequence[Row]) -> Response:
    return csv_file(name, heads, [list(row.values()) for row in rows])


def _asked(request: Request) -> AskedNetwork:
    with opened_store() as store:
        return asked_network(store, request.query_params.getlist)
