"""Reading CSV as offices write it: any usual separator, line end, quote and encoding."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import PurePath
from typing import Final

from network.exchange.columns import parsed_number
from network.exchange.foreign import Format
from network.exchange.gathering import Gathering
from network.exchange.tables import Row, holds_nodes, holds_ties, take_nodes, take_ties
from network.exchange.template_reading import Sheeted, fits, gathered
from network.exchange.text import text_of
from network.exchange.unreadable import Fault, Place, UnreadableNetwork

_SEPARATORS: Final = (";", ",", "\t")
_SAID = re.compile(r'"?sep=(.)"?\s*(\r\n|\r|\n)', re.IGNORECASE)
_GUARDED = re.compile(r"'+[=+\-@\t]")
_LOOKED_AT = 50


def read(source: bytes, nodes: bytes | None = None) -> Gathering:
    """Return what an edge list holds, or a list of nodes alone; raise `UnreadableNetwork`.

    A second file may list the nodes, by whose ids or names the ties then name their ends.
    """
    found = Gathering(Format.CSV, declared=False)
    if nodes is not None:
        with _second_file():
            take_nodes(*_table(nodes), found, describing=False)
    head, rows = _table(source)
    if holds_ties(head.cells):
        take_ties(head, rows, found)
    elif holds_nodes(head.cells):
        take_nodes(head, rows, found, describing=False)
    elif bare := _bare_head(head, source):
        take_ties(bare, (head, *rows), found)
    else:
        raise UnreadableNetwork(Fault.NO_COLUMNS, head.place, ", ".join(filter(None, head.cells)))
    return found


def read_template(tables: Sequence[tuple[str, bytes]]) -> Gathering | None:
    """Return what our own tables in CSV hold; None where not all of them are such."""
    found: list[Sheeted] = []
    for name, source in tables:
        head, rows = _table(source)
        sheet = fits(head.cells, PurePath(name).stem)
        if sheet is None:
            return None
        found.append(Sheeted(sheet, head, rows))
    return gathered(found)


def describe(source: bytes, found: Gathering) -> None:
    """Add what a list of nodes says of those that are there; raise `UnreadableNetwork`."""
    with _second_file():
        take_nodes(*_table(source), found, describing=True)


@contextmanager
def _second_file() -> Iterator[None]:
    try:
        yield
    except UnreadableNetwork as fault:
        fault.of_nodes = True
        raise


def has_ends(source: bytes) -> bool:
    """Say whether a table names both ends of ties; raise `UnreadableNetwork`."""
    return holds_ties(_table(source)[0].cells)


def _table(source: bytes) -> tuple[Row, Iterator[Row]]:
    """Return the head and the rows under it; empty rows are passed over."""
    text = text_of(source)
    said = _SAID.match(text)
    separator = said[1] if said else _separator(text)
    rows = _rows(text, separator)
    if said:
        next(rows, None)
    head = next(rows, None)
    if head is None:
        raise UnreadableNetwork(Fault.EMPTY)
    return head, rows


def _rows(text: str, separator: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as fault:
            raise UnreadableNetwork(Fault.BROKEN_TABLE, Place(line=line), str(fault)) from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield Row([_unguarded(cell.strip()) for cell in cells], Place(line=line))
        line = reader.line_num + 1


def _unguarded(cell: str) -> str:
    """Take away the sign that keeps a spreadsheet from taking text for a formula."""
    return cell[1:] if cell.startswith("'") and _GUARDED.match(cell) else cell


def _separator(text: str) -> str:
    """Return the separator whose head names ties or nodes, else the most even one."""
    best, most = ",", (-1, -1)
    for separator in _SEPARATORS:
        rows, whole = _first_rows(text, separator)
        if not rows:
            continue
        widths = [len(row.cells) for row in rows]
        named = 3 if holds_ties(rows[0].cells) else 2 if holds_nodes(rows[0].cells) else 0
        even = 1 if whole and min(widths) == max(widths) > 1 else 0
        if (named or even, max(widths)) > most:
            best, most = separator, (named or even, max(widths))
    return best


def _first_rows(text: str, separator: str) -> tuple[list[Row], bool]:
    """Return rows up to where the table is broken, and whether none of those is."""
    rows: list[Row] = []
    try:
        rows.extend(islice(_rows(text, separator), _LOOKED_AT))
    except UnreadableNetwork:
        return rows, False
    return rows, True


def _bare_head(first: Row, source: bytes) -> Row | None:
    """Return a head for two or three columns without one, where it is clear that they have none.

    It is clear where the first row is like the others: numbers, or names that come again.
    """
    head, rows = _table(source)
    others = list(islice(rows, 10_000))
    width = len(head.cells)
    if width not in (2, 3) or not others or any(len(row.cells) != width for row in others):
        return None
    again = {cell for row in others for cell in row.cells[:2]}
    like = all(cell.isdecimal() for cell in head.cells[:2]) or any(
        cell in again for cell in head.cells[:2]
    )
    weighed = width == 2 or all(parsed_number(row.cells[2]) is not None for row in (head, *others))
    names = ("Source", "Target", "Weight")[:width]
    return Row(names, first.place) if like and weighed else None
