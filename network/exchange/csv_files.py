"""Writing the two tables of a network as CSV, with the columns that Gephi knows."""

import csv
import io
import re
from collections.abc import Sequence

from network.exchange.cells import node_cells, node_heads, tie_cells, tie_heads
from network.exchange.foreign import ForeignNetwork

_FORMULA = re.compile(r"'*[=+\-@\t]")
_GEPHI = {"weight": "Weight", "label": "Label", "kind": "Kind"}


def write_nodes(network: ForeignNetwork, separator: str = ";") -> bytes:
    """Return the nodes as CSV: with semicolons for German offices, with commas for Gephi."""
    heads = node_heads(network)
    rows = []
    for node in network.nodes:
        cells = node_cells(node)
        rows.append([node.id, node.label, *(cells.get(name, "") for name in heads)])
    return _table(["Id", "Label", *(_GEPHI.get(each, each) for each in heads)], rows, separator)


def write_ties(network: ForeignNetwork, separator: str = ";") -> bytes:
    """Return the ties as CSV, in the same two ways."""
    heads = tie_heads(network)
    rows = []
    for tie in network.ties:
        cells = tie_cells(tie)
        direction = "Undirected" if tie.mutual else "Directed"
        rest = (cells.get(name, "") for name in heads)
        rows.append([tie.source, tie.target, direction, tie.id, *rest])
    head = ["Source", "Target", "Type", "Id", *(_GEPHI.get(each, each) for each in heads)]
    return _table(head, rows, separator)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], separator: str) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([[as_text(cell) for cell in row] for row in rows])
    mark = "\ufeff" if separator == ";" else ""
    return (mark + text.getvalue()).encode()


def as_text(cell: str) -> str:
    """Keep a spreadsheet from taking text for a formula; the reader takes the sign away again."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
