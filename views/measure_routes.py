"""The ranking of Kennzahlen as files, for exactly what the address shows."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from network.exchange.xlsx_table import xlsx_table
from views.asked_measures import manner, measured, rank
from views.connection import opened_store
from views.csv_file import csv_file
from views.measure_table import Cell, head, rows
from views.measure_terms import TERMS
from views.plain_page import speak_as_asked
from views.shown_measures import asked_of
from views.words import _, language

RANKING: Final = "/kennzahlen/rangliste"
_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download_csv(request: Request) -> Response:
    """Send the ranking as CSV."""
    table = _table(request)
    return csv_file("kennzahlen.csv", head(), [[_text(cell) for cell in row] for row in table])


def download_workbook(request: Request) -> Response:
    """Send the ranking as a workbook."""
    table = _table(request)
    return Response(
        xlsx_table(head(), table, _("Measures")),
        media_type=_WORKBOOK,
        headers={"content-disposition": 'attachment; filename="kennzahlen.xlsx"'},
    )


def _table(request: Request) -> list[list[Cell]]:
    speak_as_asked(request)
    values = request.query_params.getlist
    with opened_store() as store:
        asked = asked_of(store, values)
    # Whoever follows the progress lets a large network be measured without stopping the server.
    found = measured(asked.part, manner(values), lambda _share: None)
    return rows(found, asked.records, TERMS[rank(values)])


def _text(cell: Cell) -> str:
    """Return a cell as spreadsheets of the language read it; empty where undefined."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    plain = f"{cell:.6g}" if isinstance(cell, float) else str(cell)
    return plain.replace(".", ",") if language() == "de" else plain


ROUTES = [
    Route(f"{RANKING}.csv", download_csv),
    Route(f"{RANKING}.xlsx", download_workbook),
]
