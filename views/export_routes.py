"""The tables of the network map as files, for exactly what the address shows."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from network.picture import kind_of, name_of
from views.asked_network import AskedNetwork, asked_network
from views.connection import opened_store
from views.csv_file import csv_file
from views.kinds import KINDS, TIES
from views.plain_page import speak_as_asked
from views.words import _

ENTRIES = "/netzkarte/eintraege.csv"
TIES_FILE = "/netzkarte/verbindungen.csv"


def download_entries(request: Request) -> Response:
    """Send the entries that the address shows as CSV."""
    speak_as_asked(request)
    asked = _asked(request)
    nodes, known = asked.shown.nodes, asked.records
    counts = dict.fromkeys(nodes, 0)
    for tie in asked.shown.ties:
        for end in {tie.subject_id, tie.object_id}:
            counts[end] += 1
    rows = [
        (
            name_of(known[n]),
            _(KINDS[kind_of(known[n])]),
            str(counts[n]),
            "; ".join(known[n].sources),
        )
        for n in nodes
    ]
    return csv_file("eintraege.csv", (_("Name"), _("Kind"), _("Ties"), _("Source")), rows)


def download_ties(request: Request) -> Response:
    """Send the ties that the address shows as CSV."""
    speak_as_asked(request)
    asked = _asked(request)
    known = asked.records
    rows = [
        (
            name_of(known[tie.subject_id]),
            _(TIES[tie.kind]),
            name_of(known[tie.object_id]),
            tie.start_date or "",
            tie.end_date or "",
            "; ".join(tie.sources),
        )
        for tie in asked.shown.ties
    ]
    head = (_("From"), _("Tie"), _("To"), _("Since"), _("Until"), _("Source"))
    return csv_file("verbindungen.csv", head, rows)


ROUTES = [Route(ENTRIES, download_entries), Route(TIES_FILE, download_ties)]


def _asked(request: Request) -> AskedNetwork:
    with opened_store() as store:
        return asked_network(store, request.query_params.getlist)
