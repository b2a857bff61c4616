"""How a network holds together: components, cut points, bridges, cores, closed triangles."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import rustworkx as rx

from network.measures.projection import Simple

Undirected: TypeAlias = "rx.PyGraph[int, None]"


def lines_of(simple: Simple) -> Undirected:
    """Return the undirected lines for rustworkx, nodes as their places in the order."""
    graph: Undirected = rx.PyGraph()
    graph.add_nodes_from(range(len(simple.nodes)))
    graph.add_edges_from_no_data(list(simple.pairs()))
    return graph


def components(simple: Simple) -> list[list[int]]:
    """Return the components, the largest first; directions do not matter."""
    return _ordered(rx.connected_components(lines_of(simple)))


def strong_components(simple: Simple) -> list[list[int]]:
    """Return the parts in which each node reaches each other along the directions."""
    graph: rx.PyDiGraph[int, None] = rx.PyDiGraph()
    graph.add_nodes_from(range(len(simple.nodes)))
    graph.add_edges_from_no_data(list(simple.arcs()))
    return _ordered(rx.strongly_connected_components(graph))


def cut_points(simple: Simple) -> list[int]:
    """Return the nodes without which their component would fall apart, in order."""
    return sorted(rx.articulation_points(lines_of(simple)))


def bridges(simple: Simple) -> list[tuple[int, int]]:
    """Return the tied pairs without whose tie their component would fall apart, in order."""
    found: Iterable[tuple[int, int]] = rx.bridges(lines_of(simple))  # type: ignore[assignment]
    return sorted((min(pair), max(pair)) for pair in found)


def cores(simple: Simple) -> list[int]:
    """Return the core number of each node (Seidman 1983).

    It is the largest k for which the node is in a part where all have at least k ties within.
    """
    found: Mapping[int, int] = rx.core_number(lines_of(simple))  # type: ignore[assignment]
    return [int(found[node]) for node in range(len(simple.nodes))]


def transitivity(simple: Simple) -> float | None:
    """Return the share of two-step paths whose ends are tied, too; None without such a path.

    Three times the triangles divided by the connected triples (Wasserman and Faust 1994,
    p. 243), of the undirected network.
    """
    plain = simple.undirected()
    open_or_closed = sum(len(row) * (len(row) - 1) // 2 for row in plain.out)
    if not open_or_closed:
        return None
    closed = sum(len(plain.out[a].keys() & plain.out[b].keys()) for a, b in plain.pairs())
    return closed / open_or_closed


def reciprocity(simple: Simple) -> float | None:
    """Return the share of lines that are answered; None where undirected or without lines."""
    arcs = list(simple.arcs())
    if not simple.directed or not arcs:
        return None
    return sum(a in simple.out[b] for a, b in arcs) / len(arcs)


def fragmentation(reached: Iterable[int], count: int) -> float | None:
    """Return the share of pairs that cannot reach each other (Borgatti 2006, formula 3).

    `reached` is how many others reach each node; in a directed network pairs are ordered. None
    where there are no pairs.
    """
    return 1 - sum(reached) / (count * (count - 1)) if count > 1 else None


def _ordered(parts: Iterable[Iterable[int]]) -> list[list[int]]:
    return sorted((sorted(part) for part in parts), key=lambda part: (-len(part), part[0]))
