"""Writing GraphML that networkx, igraph, Gephi and yEd read."""

from typing import TYPE_CHECKING

from network.exchange.cells import (
    NUMBERS,
    all_mutual,
    node_cells,
    node_heads,
    tie_cells,
    tie_heads,
)
from network.exchange.foreign import ForeignNetwork

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def write(network: ForeignNetwork) -> bytes:
    """Return the network as GraphML.

    Where some ties hold both ways and some do not, the attribute `mutual` says which: networkx
    refuses files that mix the two directions that GraphML itself has.
    """
    from lxml import etree  # noqa: PLC0415  (only files in XML need the library)

    root = etree.Element("graphml", nsmap={None: _NAMESPACE})
    for name in ("label", *node_heads(network)):
        _key(root, "node", name)
    for name in ("mutual", "id", *tie_heads(network)):
        _key(root, "edge", name)
    undirected = all_mutual(network)
    usual = "undirected" if undirected else "directed"
    graph = etree.SubElement(root, "graph", id="G", edgedefault=usual)
    for node in network.nodes:
        element = etree.SubElement(graph, "node", id=node.id)
        _data(element, "node", {"label": node.label, **node_cells(node)})
    used: set[str] = set()
    for tie in network.ties:
        element = etree.SubElement(graph, "edge", source=tie.source, target=tie.target)
        cells = {"mutual": "true" if tie.mutual and not undirected else "", **tie_cells(tie)}
        if tie.id in used:
            cells["id"] = tie.id
        elif tie.id:
            element.set("id", tie.id)
            used.add(tie.id)
        _data(element, "edge", cells)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _key(root: "_Element", kind: str, name: str) -> None:
    from lxml import etree  # noqa: PLC0415  (as above)

    typed = "double" if name in NUMBERS else "boolean" if name == "mutual" else "string"
    key = etree.SubElement(root, "key", {"id": f"{kind}_{name}", "for": kind})
    key.set("attr.name", name)
    key.set("attr.type", typed)


def _data(element: "_Element", kind: str, cells: dict[str, str]) -> None:
    from lxml import etree  # noqa: PLC0415  (as above)

    for name, text in cells.items():
        if text:
            etree.SubElement(element, "data", key=f"{kind}_{name}").text = text
