"""Tables as CSV files that German spreadsheets open, and in which nothing is a formula."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from starlette.responses import PlainTextResponse, Response

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def csv_file(name: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Response:
    """Return a table as a file to download: semicolons and a byte order mark."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([[_as_text(cell) for cell in row] for row in rows])
    return PlainTextResponse(
        "\ufeff" + text.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


def _as_text(cell: str) -> str:
    """Keep a spreadsheet from taking a stranger's text for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
