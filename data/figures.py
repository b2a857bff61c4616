"""Figures: values with unit, area, date and source; several stand side by side."""

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from data.change import change
from data.city_files import FaultyFile, Line
from data.identifier import new_id
from data.rows import from_row, to_row
from data.store import Store
from network.figure import Figure


def add_figures(store: Store, actor: Identity, lines: list[Line]) -> int:
    """Add values beside those that are there; raise `FaultyFile` where one is no number."""
    batch = new_id()
    with change(
        store, actor, Permission.NETWORK_IMPORT, Verb.IMPORTED, ("figures", batch)
    ) as detail:
        for line in lines:
            store.insert("figures", to_row(_figure(line)))
        detail["values"] = len(lines)
    return len(lines)


def values(store: Store, series_key: str) -> list[Figure]:
    """Return all values of a series, oldest first."""
    rows = store.find("figures", order="as_of", series_key=series_key)
    return [from_row(Figure, row) for row in rows]


def _figure(line: Line) -> Figure:
    return Figure(
        id=new_id(),
        series_key=line["key"],
        name=line["name"],
        unit=line["unit"],
        area=line["area"],
        value=_number(line),
        as_of=line["as_of"],
        sources=line.many("source"),
    )


def _number(line: Line) -> float:
    try:
        return float(line["value"])
    except ValueError:
        raise FaultyFile(line, "value", "not a number") from None
