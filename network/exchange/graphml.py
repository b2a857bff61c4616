"""Reading GraphML: of networkx, Gephi, igraph, yEd and our own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from network.exchange.foreign import Format, Left
from network.exchange.gathering import Gathering
from network.exchange.unreadable import Fault, UnreadableNetwork
from network.exchange.xml import children, line_of, local, parse_xml, whole_text

if TYPE_CHECKING:
    from lxml.etree import _Element

Names = dict[str, str]
_YED = frozenset({"nodegraphics", "edgegraphics", "portgraphics", "resources"})


def read(source: bytes) -> Gathering:
    """Return what a GraphML file holds; raise `UnreadableNetwork`."""
    root = parse_xml(source)
    graphs = children(root, "graph")
    if local(root) != "graphml" or not graphs:
        raise UnreadableNetwork(Fault.NO_GRAPH, line_of(root))
    found = Gathering(Format.GRAPHML, declared=True)
    for other in graphs[1:]:
        found.losses.add(Left.MORE_GRAPHS, line_of(other))
    keys = {key.get("id", ""): key for key in children(root, "key")}
    names = {each: _name(key) for each, key in keys.items()}
    defaults = {kind: dict(_defaults(keys, names, kind)) for kind in ("node", "edge")}
    mutual = graphs[0].get("edgedefault", "directed") == "undirected"
    for element in graphs[0]:
        match local(element):
            case "node":
                _node(element, names, defaults["node"], found)
            case "edge":
                _edge(element, names, defaults["edge"], found, mutual)
            case "hyperedge":
                found.losses.add(Left.HYPEREDGE, line_of(element))
    return found


def _name(key: "_Element") -> str:
    return key.get("attr.name") or key.get("yfiles.type") or key.get("id") or ""


def _defaults(keys: "dict[str, _Element]", names: Names, kind: str) -> Iterator[tuple[str, str]]:
    for identifier, key in keys.items():
        if key.get("for", "all") in (kind, "all"):
            for default in children(key, "default"):
                yield names[identifier], whole_text(default)


def _node(element: "_Element", names: Names, defaults: Names, found: Gathering) -> None:
    identifier = element.get("id")
    if identifier is None:
        raise UnreadableNetwork(Fault.NO_ID, line_of(element))
    found.node(identifier, {**defaults, **_values(element, names, "NodeLabel")}, line_of(element))
    for graph in children(element, "graph"):
        inside = sum(1 for each in graph.iter() if local(each) in ("node", "edge"))
        found.losses.add(Left.NESTED, line_of(graph), count=max(inside, 1))
    for port in children(element, "port"):
        found.losses.add(Left.PORT, line_of(port))


def _edge(
    element: "_Element", names: Names, defaults: Names, found: Gathering, mutual: bool
) -> None:  # fmt: skip
    values = {**defaults, **_values(element, names, "EdgeLabel")}
    if identifier := element.get("id"):
        values.setdefault("id", identifier)
    said = element.get("directed")
    both = mutual if said is None else said.strip().lower() in ("false", "0")
    place = line_of(element)
    found.tie(element.get("source", ""), element.get("target", ""), both, values, place)


def _values(element: "_Element", names: Names, label: str) -> Names:
    """Return the data of an element by the names of their keys; drawings have only a label."""
    values: Names = {}
    for data in children(element, "data"):
        name = names.get(data.get("key", ""), data.get("key", ""))
        if len(data) == 0 and name not in _YED:
            values[name] = data.text or ""
            continue
        for part in data.iter():
            if local(part) == label and "label" not in values:
                values["label"] = part.text or ""
    return values
