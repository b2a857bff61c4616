"""Reading workbooks: Kumu's sheets Elements and Connections, and others of their kind."""

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from network.exchange.archive import check_members
from network.exchange.columns import date_of, number_text
from network.exchange.foreign import Format, Left
from network.exchange.gathering import Gathering
from network.exchange.tables import Row, holds_nodes, holds_ties, take_nodes, take_ties
from network.exchange.template import sheet_titled
from network.exchange.template_reading import Sheeted, gathered
from network.exchange.unreadable import Fault, Place, UnreadableNetwork
from network.naming import fold

if TYPE_CHECKING:
    from openpyxl import Workbook

_NODES: Final = frozenset({"elements", "nodes", "knoten", "eintraege", "vertices"})
_TIES: Final = frozenset({"connections", "relations", "edges", "verbindungen", "kanten", "ties"})
_SHEET_END = "(ignore)"


def read(source: bytes) -> Gathering:
    """Return what a workbook holds; raise `UnreadableNetwork` with sheet and row."""
    book = _opened(source)
    found = Gathering(Format.XLSX, declared=False)
    try:
        if any(sheet_titled(name) for name in book.sheetnames):
            return _of_template(book)
        nodes, ties = _sheets(book, found)
        for name in nodes:
            head, rows = _table(book, name)
            if head:
                take_nodes(head, rows, found, describing=False)
        for name in ties:
            head, rows = _table(book, name)
            if head:
                take_ties(head, rows, found)
    except UnreadableNetwork:
        raise
    except Exception:  # noqa: BLE001  (openpyxl raises whatever a spoilt sheet makes it meet)
        raise UnreadableNetwork(Fault.BROKEN_WORKBOOK) from None
    finally:
        book.close()
    return found


def _of_template(book: "Workbook") -> Gathering:
    """Return what our own tables hold; sheets that explain them are passed over."""
    tables: list[Sheeted] = []
    for name in book.sheetnames:
        sheet = sheet_titled(name)
        head, rows = _table(book, name) if sheet else (None, iter(()))
        if sheet and head:
            tables.append(Sheeted(sheet, head, rows))
    return gathered(tables)


def _opened(source: bytes) -> "Workbook":
    from openpyxl import load_workbook  # noqa: PLC0415  (only workbooks need the library)

    if source.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableNetwork(Fault.ENCRYPTED)
    try:
        with zipfile.ZipFile(BytesIO(source)) as container:
            check_members(container)
        return load_workbook(BytesIO(source), read_only=True, data_only=True, keep_links=False)
    except UnreadableNetwork:
        raise
    except Exception:  # noqa: BLE001  (the same for a spoilt container)
        raise UnreadableNetwork(Fault.BROKEN_WORKBOOK) from None


def _sheets(book: "Workbook", found: Gathering) -> tuple[list[str], list[str]]:
    """Return the sheets of nodes and of ties, by name, or by their heads where none is named so."""
    names = [each for each in book.sheetnames if not each.lower().rstrip().endswith(_SHEET_END)]
    nodes = [each for each in names if fold(each) in _NODES]
    ties = [each for each in names if fold(each) in _TIES]
    if not nodes and not ties:
        for name in names:
            head, _rows = _table(book, name)
            if head and holds_ties(head.cells):
                ties.append(name)
            elif head and holds_nodes(head.cells):
                nodes.append(name)
    if not nodes and not ties:
        raise UnreadableNetwork(Fault.NO_SHEETS, detail=", ".join(book.sheetnames))
    for name in book.sheetnames:
        if name not in (*nodes, *ties):
            found.losses.add(Left.SHEET, Place(sheet=name), name)
    return nodes, ties


def _table(book: "Workbook", name: str) -> tuple[Row | None, Iterator[Row]]:
    rows = _rows(book, name)
    return next(rows, None), rows


def _rows(book: "Workbook", name: str) -> Iterator[Row]:
    sheet = book[name]
    if not hasattr(sheet, "iter_rows"):
        return  # a sheet that is only a chart
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()  # a sheet may say to be far larger than it is
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        texts = [_text(cell) for cell in cells]
        if any(texts):
            yield Row(texts, Place(row=number, sheet=name))


def _text(value: Any) -> str:  # noqa: ANN401  (a cell holds anything)
    match value:
        case None:
            text = ""
        case bool():
            text = "true" if value else "false"
        case date():
            text = date_of(value)
        case int() | float():
            text = number_text(value)
        case _:
            text = str(value).strip()
    return text
