"""Writing a workbook that Kumu takes: sheets Elements and Connections, lists with bars."""

from collections.abc import Mapping
from typing import Final

from network.exchange.cells import NUMBERS, node_cells, node_heads, tie_cells, tie_heads
from network.exchange.foreign import ForeignNetwork
from network.exchange.xlsx_table import Table, xlsx_tables

_NAMES: Final[Mapping[str, str]] = {
    "kind": "Type",
    "topics": "Tags",
    "website": "URL",
    "label": "Label",
    "strength": "Strength",
    "weight": "Weight",
}
"""What Kumu calls what we know; all else becomes a field of its own."""


def write(network: ForeignNetwork) -> bytes:
    """Return the network as a workbook; elements have ids, and connections name these."""
    nodes, ties = node_heads(network), tie_heads(network)
    elements: list[list[str | float | None]] = []
    for node in network.nodes:
        cells = node_cells(node)
        elements.append([node.id, node.name, *(cells.get(name) for name in nodes)])
    connections: list[list[str | float | None]] = []
    for tie in network.ties:
        cells = tie_cells(tie)
        direction = "mutual" if tie.mutual else "directed"
        rest = [_typed(name, cells.get(name)) for name in ties]
        connections.append([tie.source, tie.target, direction, tie.id, *rest])
    return xlsx_tables(
        [
            Table("Elements", ["ID", "Label", *map(_named, nodes)], elements),
            Table(
                "Connections", ["From", "To", "Direction", "ID", *map(_named, ties)], connections
            ),
        ]
    )


def _named(name: str) -> str:
    return _NAMES.get(name, name.replace("_", " ").capitalize())


def _typed(name: str, text: str | None) -> str | float | None:
    """Return a number as one, unless it has more digits than a workbook keeps."""
    if not text or name not in NUMBERS:
        return text
    number = float(text)
    return number if float(f"{number:.16G}") == number else text
