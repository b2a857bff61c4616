"""Tables of nodes and of ties, whether they come from CSV or from a workbook."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from network.exchange.columns import NODE_COLUMNS, columns_of, tie_columns_of
from network.exchange.foreign import Left
from network.exchange.gathering import Gathering
from network.exchange.unreadable import Fault, Place, UnreadableNetwork
from network.naming import fold

_SEVERAL = frozenset({"to", "nach"})
"""Heads under which Kumu takes several targets, parted by bars."""


class Row(NamedTuple):
    """The cells of a row, and where it stands."""

    cells: Sequence[str]
    place: Place


def holds_ties(head: Sequence[str]) -> bool:
    """Say whether a head names both ends of ties."""
    ours = tie_columns_of(list(head)).values()
    return "source" in ours and "target" in ours


def holds_nodes(head: Sequence[str]) -> bool:
    """Say whether a head names nodes."""
    ours = columns_of(NODE_COLUMNS, list(head)).values()
    return "id" in ours or "label" in ours


def take_nodes(head: Row, rows: Iterable[Row], found: Gathering, *, describing: bool) -> None:
    """Take nodes from a table; in a second file they describe those that the ties name.

    Raises `UnreadableNetwork` without a column for ids or names.
    """
    ours = _places(columns_of(NODE_COLUMNS, list(head.cells)), head)
    if "id" not in ours and "label" not in ours:
        raise UnreadableNetwork(Fault.NO_COLUMNS, head.place, ", ".join(filter(None, head.cells)))
    for row in rows:
        identifier, label = _cell(row, ours.get("id")), _cell(row, ours.get("label"))
        values = _values(head, row, {ours.get("id")})
        if describing:
            found.describe(identifier, label, values, row.place)
        else:
            found.node(identifier or label, values, row.place)


def take_ties(head: Row, rows: Iterable[Row], found: Gathering) -> None:
    """Take ties from a table; raise `UnreadableNetwork` without columns for both ends."""
    ours = _places(tie_columns_of(list(head.cells)), head)
    if "source" not in ours or "target" not in ours:
        raise UnreadableNetwork(Fault.NO_COLUMNS, head.place, ", ".join(filter(None, head.cells)))
    start, end = ours["source"], ours["target"]
    several = fold(head.cells[end]) in _SEVERAL
    for row in rows:
        source, target = _cell(row, start), _cell(row, end)
        if len(row.cells) > len(head.cells) and any(row.cells[len(head.cells) :]):
            found.losses.add(Left.COLUMN, row.place, "")
        values = _values(head, row, {start, end})
        split = several and "|" in target and target not in found
        for each in target.split("|") if split else (target,):
            found.tie(source, each, None, values, row.place)


def _places(known: Mapping[str, str], head: Row) -> dict[str, int]:
    """Return the place of the best column for each of our names."""
    found: dict[str, int] = {}
    for text, ours in known.items():
        found.setdefault(ours, list(head.cells).index(text))
    return found


def _cell(row: Row, at: int | None) -> str:
    return row.cells[at] if at is not None and at < len(row.cells) else ""


def _values(head: Row, row: Row, without: set[int | None]) -> dict[str, str]:
    return {
        name: text
        for at, (name, text) in enumerate(zip(head.cells, row.cells, strict=False))
        if name and text and at not in without
    }
