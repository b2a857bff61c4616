"""Writing GEXF 1.3 with dates."""

from typing import TYPE_CHECKING

from network.exchange.cells import (
    NUMBERS,
    all_mutual,
    distinct_ids,
    node_cells,
    node_heads,
    tie_cells,
    tie_heads,
)
from network.exchange.foreign import ForeignNetwork
from network.validity import first_day, last_day

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMESPACE = "http://gexf.net/1.3"
_DATES = ("start_date", "end_date")
_OF_EDGES = ("kind", "label", "weight")
"""What edges have attributes of their own for in GEXF."""


def write(network: ForeignNetwork) -> bytes:
    """Return the network as GEXF.

    Its spans are whole days; a date that stops at the month or the year stands beside them
    as an attribute, so that it comes back as it was.
    """
    from lxml import etree  # noqa: PLC0415  (only files in XML need the library)

    root = etree.Element("gexf", {"version": "1.3"}, nsmap={None: _NAMESPACE})
    dated = any(node.start or node.end for node in network.nodes)
    dated = dated or any(tie.start or tie.end for tie in network.ties)
    usual = "undirected" if all_mutual(network) else "directed"
    graph = etree.SubElement(root, "graph", defaultedgetype=usual)
    graph.set("mode", "dynamic" if dated else "static")
    if dated:
        graph.set("timeformat", "date")
    node_names = {name: str(at) for at, name in enumerate(node_heads(network))}
    heads = ["id", *(name for name in tie_heads(network) if name not in _OF_EDGES)]
    tie_names = {name: str(at) for at, name in enumerate(heads)}
    _attributes(graph, "node", node_names)
    _attributes(graph, "edge", tie_names)
    nodes = etree.SubElement(graph, "nodes")
    for node in network.nodes:
        element = etree.SubElement(nodes, "node", id=node.id, label=node.name)
        _span(element, node.start, node.end)
        _values(element, node_cells(node), node_names)
    edges = etree.SubElement(graph, "edges")
    for tie, identifier in zip(network.ties, distinct_ids(network), strict=True):
        element = etree.SubElement(edges, "edge", id=identifier, source=tie.source)
        element.set("target", tie.target)
        # Not "undirected" among directed ones: networkx refuses such files.
        kind = "mutual" if tie.mutual and usual == "directed" else usual
        element.set("type", kind)
        cells = tie_cells(tie)
        for name in _OF_EDGES:
            if name in cells:
                element.set(name, cells[name])
        _span(element, tie.start, tie.end)
        _values(element, {"id": tie.id if tie.id != identifier else "", **cells}, tie_names)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _attributes(graph: "_Element", kind: str, names: dict[str, str]) -> None:
    from lxml import etree  # noqa: PLC0415  (as above)

    group = etree.SubElement(graph, "attributes", {"class": kind})
    for name, identifier in names.items():
        typed = "double" if name in NUMBERS else "string"
        etree.SubElement(group, "attribute", id=identifier, title=name, type=typed)


def _span(element: "_Element", start: str, end: str) -> None:
    if start:
        element.set("start", first_day(start).isoformat())
    if end:
        element.set("end", last_day(end).isoformat())


def _values(element: "_Element", cells: dict[str, str], names: dict[str, str]) -> None:
    from lxml import etree  # noqa: PLC0415  (as above)

    kept = {
        name: text
        for name, text in cells.items()
        if text and name in names and not (name in _DATES and len(text) == 10)
    }
    group = etree.SubElement(element, "attvalues") if kept else element
    for name, text in kept.items():
        etree.SubElement(group, "attvalue", {"for": names[name], "value": text})
