"""Reading GEXF in the namespaces 1.1draft, 1.2draft and 1.3."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from network.exchange.foreign import Format, Left
from network.exchange.gathering import Gathering
from network.exchange.unreadable import Fault, UnreadableNetwork
from network.exchange.xml import children, line_of, local, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

Names = dict[str, str]
_STARTS = ("start", "startopen", "timestamp")
_ENDS = ("end", "endopen", "timestamp")
"""A moment is a span that ends as it begins."""
_LOOKS = frozenset({"color", "position", "size", "shape", "thickness"})


def read(source: bytes) -> Gathering:
    """Return what a GEXF file holds; raise `UnreadableNetwork`."""
    root = parse_xml(source)
    graphs = children(root, "graph")
    if local(root) != "gexf" or not graphs:
        raise UnreadableNetwork(Fault.NO_GRAPH, line_of(root))
    found = Gathering(Format.GEXF, declared=True)
    for other in graphs[1:]:
        found.losses.add(Left.MORE_GRAPHS, line_of(other))
    graph = graphs[0]
    names, defaults = _attributes(graph)
    for group in children(graph, "nodes"):
        _nodes(group, names["node"], defaults["node"], found)
    usual = graph.get("defaultedgetype", "undirected")
    for group in children(graph, "edges"):
        for edge in children(group, "edge"):
            _edge(edge, names["edge"], defaults["edge"], found, usual)
    return found


def _attributes(graph: "_Element") -> tuple[dict[str, Names], dict[str, Names]]:
    """Return titles and defaults of attributes by id, for nodes and for edges."""
    names: dict[str, Names] = {"node": {}, "edge": {}}
    defaults: dict[str, Names] = {"node": {}, "edge": {}}
    for group in children(graph, "attributes"):
        kind = "edge" if group.get("class") == "edge" else "node"
        for each in children(group, "attribute"):
            identifier = each.get("id", "")
            name = names[kind][identifier] = each.get("title") or identifier
            for default in children(each, "default"):
                defaults[kind][name] = default.text or ""
    return names, defaults


def _nodes(group: "_Element", names: Names, defaults: Names, found: Gathering) -> None:
    for node in children(group, "node"):
        identifier = node.get("id")
        if identifier is None:
            raise UnreadableNetwork(Fault.NO_ID, line_of(node))
        values = {**defaults, **_values(node, names, found)}
        if label := node.get("label"):
            values["label"] = label
        found.node(identifier, values, line_of(node))
        for inner in children(node, "nodes"):
            count = sum(1 for each in inner.iter() if local(each) == "node")
            found.losses.add(Left.NESTED, line_of(inner), count=count)


def _edge(
    edge: "_Element", names: Names, defaults: Names, found: Gathering, usual: str
) -> None:  # fmt: skip
    values = {**defaults, **_values(edge, names, found)}
    for name in ("id", "weight", "label", "kind"):
        if text := edge.get(name):
            values.setdefault(name, text)
    mutual = (edge.get("type") or usual).lower() != "directed"
    place = line_of(edge)
    found.tie(edge.get("source", ""), edge.get("target", ""), mutual, values, place)


def _values(element: "_Element", names: Names, found: Gathering) -> Names:
    """Return attributes by their titles, and the span of time under our names for it."""
    values: Names = {}
    for group in children(element, "attvalues"):
        for each in children(group, "attvalue"):
            identifier = each.get("for") or each.get("id") or ""
            name = names.get(identifier, identifier)
            if name in values:
                found.losses.add(Left.CHANGING, line_of(each), name)
            values[name] = each.get("value", "")
    if any(local(child) in _LOOKS for child in element):
        found.losses.add(Left.LOOKS, line_of(element))
    for name, day in _span(element, found):
        values.setdefault(name, day)
    return values


def _span(element: "_Element", found: Gathering) -> Iterator[tuple[str, str]]:
    """Return the first start and the last end of an element and its spells."""
    spells = [each for group in children(element, "spells") for each in children(group, "spell")]
    if len(spells) > 1:
        found.losses.add(Left.SPANS, line_of(element))
    spans = [element, *spells] if _dated(element) else spells
    starts = [_first_of(each, _STARTS) for each in spans]
    ends = [_first_of(each, _ENDS) for each in spans]
    if starts and all(starts):
        yield "start_date", min(starts)
    if ends and all(ends):
        yield "end_date", max(ends)


def _dated(element: "_Element") -> bool:
    return any(element.get(name) for name in (*_STARTS, *_ENDS))


def _first_of(element: "_Element", names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := element.get(name))), "")
