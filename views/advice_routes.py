"""Files of “Was zu tun ist”: introductions, coverage, who was not heard, reach; CSV and Excel."""

from collections.abc import Callable
from typing import Final

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from accounts.permissions import NotPermitted, Permission, require
from concept_review.debt import fields
from concept_review.section import Section
from data.clock import today
from data.concepts import concepts
from data.coverage import Coverage, coverage
from data.hearing import not_heard
from data.introductions import introductions_recorded
from data.roster import roster
from data.sessions import who_is
from network.exchange.xlsx_table import Table, xlsx_tables
from network.graph import build_graph, records
from network.introductions import introductions
from views import advice_coverage, advice_introductions, advice_reach
from views.advice_address import ABOUT, FIELD
from views.advice_coverage import chosen_rows, in_field
from views.advice_matrix import cell_text
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

_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST = 1_000
"""So many pairs are in the file; nobody introduces more."""

Made = Callable[[Advised, QueryParams], Table]


def _for_those_who_may(path: str, made: Made) -> list[Route]:
    """Send a table of the day of the address in both forms, to whoever may see advice."""
    name = path.rpartition("/")[2]

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
            graph = build_graph(roster(store, day), day)
            advised = Advised(store, actor, ShownNetwork(graph, records(graph)), day)
            table = made(advised, request.query_params)
            response = _file(name, request.url.path.rpartition(".")[2], table)
        response.headers["cache-control"] = "private, no-store"
        return response

    return [Route(f"{path}.{ending}", answer) for ending in ("csv", "xlsx")]


def _file(name: str, ending: str, table: Table) -> Response:
    if ending == "csv":
        rows = [["" if cell is None else str(cell) for cell in row] for row in table.rows]
        return csv_file(f"{name}.csv", table.head, rows)
    return Response(
        xlsx_tables([table]),
        media_type=_WORKBOOK,
        headers={"content-disposition": f'attachment; filename="{name}.xlsx"'},
    )


def made_introductions(advised: Advised, asked: QueryParams) -> Table:
    """Return the pairs worth introducing."""
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
    rows = [suggestion_row(advised, each) for each in found]
    return Table(_("Introductions"), head, rows)


def made_coverage(advised: Advised, asked: QueryParams) -> Table:
    """Return the table of sections and organisations, with a column for each organisation."""
    concept = _concept(advised, asked)
    found = coverage(advised.store, concept, advised.graph) if concept else None
    kept = chosen_rows(found, *_field_and_about(found, asked)) if found else []
    there = {each for row in kept for each in row.cells}
    columns = [each for each in found.totals() if each in there] if found else []
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
            *(cell_text(row.cells.get(each)) for each in columns),
        )
        for row in kept
    ]
    return Table(_("Coverage of the concept"), head, rows)


def made_not_heard(advised: Advised, asked: QueryParams) -> Table:
    """Return who is affected by which section and was not heard."""
    concept = _concept(advised, asked)
    found = coverage(advised.store, concept, advised.graph) if concept else None
    missing = []
    if found:
        every = not_heard(advised.store, advised.actor, found, advised.graph)
        missing = in_field(found, every, *_field_and_about(found, asked))
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
    return Table(_("Who was not heard"), head, rows)


def made_reach(advised: Advised, asked: QueryParams) -> Table:
    """Return who hears an announcement after how many steps; who never does comes last."""
    found = advice_reach.announced(advised.graph, asked.getlist)
    rows: list[tuple[str, ...]] = []
    if found:
        heard = enumerate(found.reach.steps, 1)
        rows = [(str(n), advised.name(e), advised.kind(e)) for n, each in heard for e in each]
        rows += [(_("never"), advised.name(e), advised.kind(e)) for e in found.reach.never]
    return Table(_("Reach"), (_("Step"), _("Entry"), _("Kind")), rows)


def _concept(advised: Advised, asked: QueryParams) -> str | None:
    known = [each.id for each in concepts(advised.store)]
    chosen = asked.get("konzept")
    return chosen if chosen in known else next(reversed(known), None)


def _field_and_about(found: Coverage, asked: QueryParams) -> tuple[str | None, str | None]:
    """Read field of action and organisation; what the concept does not have is not asked for."""
    heads = set(fields([row.section for row in found.rows]).values())
    field, about = asked.get(FIELD), asked.get(ABOUT)
    return field if field in heads else None, about or None


def _address(section: Section) -> str:
    return f"{settings().public_url}/abschnitt?id={section.id}"


ROUTES = [
    *_for_those_who_may(advice_introductions.FILE, made_introductions),
    *_for_those_who_may(advice_coverage.FILE, made_coverage),
    *_for_those_who_may(advice_coverage.NOT_HEARD_FILE, made_not_heard),
    *_for_those_who_may(advice_reach.FILE, made_reach),
]
