"""The tables of the network map as files, for exactly what the address shows."""

from datetime import date

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.clock import today
from data.roster import roster
from network.graph import Graph, build_graph, records
from network.picture import kind_of, name_of
from network.view import View, shown_nodes, shown_ties
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
    graph, nodes = _shown(request.query_params)
    known = records(graph)
    counts = dict.fromkeys(nodes, 0)
    for tie in shown_ties(graph, nodes):
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
    graph, nodes = _shown(request.query_params)
    known = records(graph)
    rows = [
        (
            name_of(known[tie.subject_id]),
            _(TIES[tie.kind]),
            name_of(known[tie.object_id]),
            tie.start_date or "",
            tie.end_date or "",
            "; ".join(tie.sources),
        )
        for tie in shown_ties(graph, nodes)
    ]
    head = (_("From"), _("Tie"), _("To"), _("Since"), _("Until"), _("Source"))
    return csv_file("verbindungen.csv", head, rows)


ROUTES = [Route(ENTRIES, download_entries), Route(TIES_FILE, download_ties)]


def _shown(query: QueryParams) -> tuple[Graph, list[str]]:
    """Read the same words of the address as the map does; what it cannot read is left out."""
    with opened_store() as store:
        graph = build_graph(roster(store), _day(query.get("stand", "")))
    steps = query.get("schritte", "")
    view = View(
        kinds=frozenset(kind for kind in query.getlist("art") if kind in KINDS),
        chosen=query.get("stelle"),
        steps=int(steps) if steps in ("1", "2") else None,
    )
    if view.chosen not in graph:
        view = View(kinds=view.kinds)
    return graph, shown_nodes(graph, view)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today()
