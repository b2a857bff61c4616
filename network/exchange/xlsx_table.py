"""Tables as workbooks in which nothing is a formula."""

import math
import re
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from network.exchange.columns import clean

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_MOST = 32_767
"""Characters that a cell holds."""
_WIDEST = 60
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
Cells = Sequence[str | float | None]


class Table(NamedTuple):
    """A sheet: its name, its head and its rows."""

    title: str
    head: Sequence[str]
    rows: Sequence[Cells]


def xlsx_table(head: Sequence[str], rows: Sequence[Cells], title: str) -> bytes:
    """Return a table as a workbook: its head stays in sight and filters the rows."""
    return xlsx_tables([Table(title, head, rows)])


def xlsx_tables(tables: Sequence[Table]) -> bytes:
    """Return several tables as the sheets of one workbook."""
    from xlsxwriter import Workbook  # noqa: PLC0415  (only workbooks need the library)

    stream = BytesIO()
    book = Workbook(
        stream,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    used: set[str] = set()
    for table in tables:
        _sheet(book, table, used)
    book.close()
    return stream.getvalue()


def _sheet(book: "Workbook", table: Table, used: set[str]) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    top = book.add_format({"valign": "top"})
    sheet = book.add_worksheet(_sheet_name(table.title, used))
    for column, name in enumerate(table.head):
        sheet.write_string(0, column, held(name), bold)
        shown = [str(row[column]) for row in table.rows[:500] if column < len(row)]
        widest = max((len(line) for text in (name, *shown) for line in text.split("\n")), default=0)
        sheet.set_column(column, column, min(widest, _WIDEST) + 3)
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, held(cell), top)
            elif cell is not None and math.isfinite(cell):
                sheet.write_number(number, column, cell, top)
    sheet.freeze_panes(1, 0)
    if table.head:
        sheet.autofilter(0, 0, len(table.rows), len(table.head) - 1)


def held(text: str) -> str:
    """Return text as a cell holds it."""
    return clean(text)[:_MOST]


def _sheet_name(title: str, used: set[str]) -> str:
    """Return a name that a workbook allows, and that no other of its sheets bears."""
    plain = _shortened(_NOT_IN_NAMES.sub(" ", clean(title))) or "Tabelle"
    name, number = plain, 2
    while name.casefold() in used:
        name, number = f"{plain} {number}"[:31], number + 1
    used.add(name.casefold())
    return name


def _shortened(name: str) -> str:
    """Cut a name to 28 units of UTF-16, in which Excel counts; no letter is cut in two."""
    cut = name.strip(" '").encode("utf-16-le")[: 2 * 28].decode("utf-16-le", "ignore")
    return cut.strip(" '")
