"""Reading workbooks: Kumu's sheets Elements and Connections, and others of their kind."""

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from network.exchange.columns import date_of, number_text
from network.exchange.foreign import Format, Left
from network.exchange.gathering import Gathering
from network.exchange.tables import Row, holds_nodes, holds_ties, take_nodes, take_ties
from network.exchange.unreadable import Fault, Place, UnreadableNetwork
from network.naming import fold

if TYPE_CHECKING:
    from openpyxl import Workbook

_MAX_MEMBERS: Final = 2_000
_MAX_UNPACKED: Final = 400_000_000
_MAX_RATIO: Final = 200
_RATIO_FROM: Final = 5_000_000
_NODES: Final = frozenset({"elements", "nodes", "knoten", "eintraege", "vertices"})
_TIES: Final = frozenset({"connections", "relations", "edges", "verbindungen", "kanten", "ties"})
_SHEET_END = "(ignore)"


def read(source: bytes) -> Gathering:
    """Return what a workbook holds; raise `UnreadableNetwork` with sheet and row."""
    book = _opened(source)
    found = Gathering(Format.XLSX, declared=False)
    try:
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


def _opened(source: bytes) -> "Workbook":
    from openpyxl import load_workbook  # noqa: PLC0415  (only workbooks need the library)

    if source.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableNetwork(Fault.ENCRYPTED)
    try:
        with zipfile.ZipFile(BytesIO(source)) as container:
            _check(container)
        return load_workbook(BytesIO(source), read_only=True, data_only=True, keep_links=False)
    except UnreadableNetwork:
        raise
    except Exception:  # noqa: BLE001  (the same for a spoilt container)
        raise UnreadableNetwork(Fault.BROKEN_WORKBOOK) from None


def _check(container: zipfile.ZipFile) -> None:
    """Refuse what would fill the memory; unpack each member once, since headers may lie."""
    entries = container.infolist()
    if len(entries) > _MAX_MEMBERS:
        raise UnreadableNetwork(Fault.UNPACKS_TOO_LARGE)
    total = 0
    for entry in entries:
        if entry.flag_bits & 1:
            raise UnreadableNetwork(Fault.ENCRYPTED)
        size = 0
        with container.open(entry) as member:
            while part := member.read(262_144):
                size += len(part)
                bomb = size > _RATIO_FROM and size > _MAX_RATIO * max(entry.compress_size, 1)
                if bomb or total + size > _MAX_UNPACKED:
                    raise UnreadableNetwork(Fault.UNPACKS_TOO_LARGE)
                if size == len(part) and b"<!ENTITY" in part:
                    raise UnreadableNetwork(Fault.ENTITIES)
        total += size


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
