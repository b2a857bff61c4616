"""Whom to introduce, who covers what, who was not heard, and who hears it: as CSV files."""

from collections.abc import Callable
from functools import wraps

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from accounts.permissions import NotPermitted, Permission, require
from concept_review.section import Section
from data.clock import today
from data.concepts import concepts
from data.coverage import Cell, coverage
from data.hearing import not_heard
from data.introductions import introductions_recorded
from data.roster import roster
from data.sessions import who_is
from network.graph import build_graph, records
from network.introductions import introductions
from views import advice_coverage, advice_introductions, advice_reach
from views.advice_words import cause_text, suggestion_row, topics_text
from views.advised import Advised
from views.connection import opened_store
from views.csv_file import csv_file
from views.identity_gate import HEADER
from views.network_address import read
from views.plain_page import plain_page, speak_as_asked
from views.settings import settings
from views.shown_network import ShownNetwork
from views.words import _

_MOST = 1_000
"""So many pairs are in the file; nobody introduces more."""

Download = Callable[[Advised, QueryParams], Response]


def _for_those_who_may(send: Download) -> Callable[[Request], Response]:
    """Send a file of the day of the address, to whoever may see advice."""

    @wraps(send)
    def answer(request: Request) -> Response:
        speak_as_asked(request)
        with opened_store() as store:
            actor = who_is(store, request.headers.get(HEADER.decode()))
            try:
                require(actor, Permission.ADVICE_READ)
            except NotPermitted:
                words = _("Only those who may see it can download this. Please sign in.")
                return plain_page("no_paper", 403, title=_("Not for you"), words=words)
            day = read(request.query_params.getlist, today()).day
            graph = build_graph(roster(store), day)
            advised = Advised(store, actor, ShownNetwork(graph, records(graph)), day)
            response = send(advised, request.query_params)
        response.headers["cache-control"] = "private, no-store"
        return response

    return answer


def send_introductions(advised: Advised, asked: QueryParams) -> Response:
    """Send the pairs worth introducing."""
    settled = [each.pair for each in introductions_recorded(advised.store, advised.actor)]
    least = asked.get(advice_introductions.LEAST, "1")
    found = introductions(
        advised.graph,
        settled,
        _MOST,
        int(least) if least in {"1", "2", "3"} else 1,
        asked.get("stelle"),
    )
    head = (
        _("Organisation"), _("Other organisation"), _("Why"), _("Best contact"), _("Steps"),
        _("Weight"),
    )  # fmt: skip
    return csv_file("vorstellungen.csv", head, [suggestion_row(advised, each) for each in found])


def send_coverage(advised: Advised, asked: QueryParams) -> Response:
    """Send the table of sections and organisations, with a column for each organisation."""
    concept = _concept(advised, asked)
    found = coverage(advised.store, concept, advised.graph) if concept else None
    columns = list(found.totals()) if found else []
    head = (
        _("Section"), _("Responsible"), _("Topics"), _("Address"),
        *(advised.name(each) for each in columns),
    )  # fmt: skip
    rows = [
        (
            row.section.heading,
            _("yes") if row.responsible else _("no"),
            topics_text(advised, row.topics),
            _address(row.section),
            *(_cell(row.cells.get(each)) for each in columns),
        )
        for row in (found.rows if found else ())
    ]
    return csv_file("abdeckung.csv", head, rows)


def send_not_heard(advised: Advised, asked: QueryParams) -> Response:
    """Send who is affected by which section and was not heard."""
    concept = _concept(advised, asked)
    found = coverage(advised.store, concept, advised.graph) if concept else None
    missing = not_heard(advised.store, advised.actor, found, advised.graph) if found else []
    rows = [
        (
            advised.name(each.organization_id),
            each.section.heading,
            " ".join(cause_text(advised, cause) for cause in each.causes),
            _address(each.section),
        )
        for each in missing
    ]
    head = (_("Organisation"), _("Section"), _("Why affected"), _("Address"))
    return csv_file("nicht-gehoert.csv", head, rows)


def send_reach(advised: Advised, asked: QueryParams) -> Response:
    """Send who hears an announcement after how many steps; who never does comes last."""
    found = advice_reach.announced(advised.graph, asked.getlist)
    rows: list[tuple[str, ...]] = []
    if found:
        heard = enumerate(found.reach.steps, 1)
        rows = [(str(n), advised.name(e), advised.kind(e)) for n, each in heard for e in each]
        rows += [(_("never"), advised.name(e), advised.kind(e)) for e in found.reach.never]
    return csv_file("reichweite.csv", (_("Step"), _("Entry"), _("Kind")), rows)


def _concept(advised: Advised, asked: QueryParams) -> str | None:
    known = [each.id for each in concepts(advised.store)]
    chosen = asked.get("konzept")
    return chosen if chosen in known else next(reversed(known), None)


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return ""
    word = _(advice_coverage.INVOLVEMENTS[cell.involvement])
    return _("{part} (from above)", part=word) if cell.inherited else word


def _address(section: Section) -> str:
    return f"{settings().public_url}/abschnitt?id={section.id}"


ROUTES = [
    Route(advice_introductions.FILE, _for_those_who_may(send_introductions)),
    Route(advice_coverage.FILE, _for_those_who_may(send_coverage)),
    Route(advice_coverage.NOT_HEARD_FILE, _for_those_who_may(send_not_heard)),
    Route(advice_reach.FILE, _for_those_who_may(send_reach)),
]
