"""The simple projection: one line for each tied pair, which is what measures are computed on."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import networkx as nx

from network.graph import Graph, Tie, ties

Lines = tuple[dict[int, float], ...]
"""For each node, as its place in the order, the neighbours with the weight of the line."""


class Weights(StrEnum):
    """What the number at a tie means."""

    STRENGTH = "strength"
    """Closer when bigger; a shortest path takes it as the length 1/strength (Newman 2001)."""
    DISTANCE = "distance"
    """Farther when bigger; where closeness counts, it is taken as 1/distance."""


@dataclass(frozen=True, slots=True)
class Simple:
    """A network with at most one line from node to node, no loops, in the order of the graph.

    `out` and `into` are the same where it is undirected. `loops` are self-ties dropped,
    `collapsed` ties that fell together with another, `unstated` ties without a number (taken
    as 1), `unweighable` ties left out because their number is not positive.
    """

    nodes: tuple[str, ...]
    out: Lines
    into: Lines
    directed: bool = False
    weights: Weights | None = None
    loops: int = 0
    collapsed: int = 0
    unstated: int = 0
    unweighable: int = 0
    stated_arcs: int = 0
    """Ordered pairs that the records tie, whatever the projection: a mutual tie is two."""

    @property
    def rule(self) -> str:
        """Return a short code of how it was made, such as `undirected-simple-strength`."""
        direction = "directed" if self.directed else "undirected"
        return f"{direction}-simple-{self.weights or 'unweighted'}"

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Return each tied pair once, the earlier node first, in whatever direction it is tied."""
        for node, (out, into) in enumerate(zip(self.out, self.into, strict=True)):
            around = {**out, **into} if self.directed else out
            yield from ((node, other) for other in around if node < other)

    def arcs(self) -> Iterator[tuple[int, int]]:
        """Return each line from node to node; an undirected one goes both ways."""
        for node, out in enumerate(self.out):
            yield from ((node, other) for other in out)

    def closeness(self, weight: float) -> float:
        """Return the weight of a line as a number that is bigger where nodes are closer."""
        return 1 / weight if self.weights is Weights.DISTANCE else weight

    def length(self, weight: float) -> float:
        """Return the weight of a line as a length of way."""
        return 1 / weight if self.weights is Weights.STRENGTH else weight

    def undirected(self) -> "Simple":
        """Return the same without directions or weights."""
        if not self.directed and self.weights is None:
            return self
        lines = tuple(
            dict.fromkeys([*out, *into], 1.0) for out, into in zip(self.out, self.into, strict=True)
        )
        return Simple(self.nodes, lines, lines)

    def part(self, kept: list[int]) -> "Simple":
        """Return only some nodes, in the order given, and the lines between them."""
        place = {node: new for new, node in enumerate(kept)}

        def of(lines: Lines) -> Lines:
            return tuple({place[v]: w for v, w in lines[u].items() if v in place} for u in kept)

        out = of(self.out)
        into = of(self.into) if self.directed else out
        nodes = tuple(self.nodes[node] for node in kept)
        return Simple(nodes, out, into, self.directed, self.weights)

    def as_networkx(self) -> "nx.Graph[str]":
        """Return it as a Graph or DiGraph of networkx, with `weight` at weighted lines."""
        plain: nx.Graph[str] = nx.DiGraph() if self.directed else nx.Graph()
        plain.add_nodes_from(self.nodes)
        for a, b in self.arcs():
            more = {"weight": self.out[a][b]} if self.weights else {}
            plain.add_edge(self.nodes[a], self.nodes[b], **more)
        return plain


def project(graph: Graph, *, directed: bool = False, weights: Weights | None = None) -> Simple:
    """Return the simple projection of a network.

    Undirected: two nodes are tied where any tie links them. Directed: a line runs from subject
    to object of a tie, both ways where the tie is mutual. Ties of a node to itself are dropped;
    parallel ties become one line, whose strength is the sum of theirs and whose distance is
    the least of theirs. A tie that states no number counts as 1; one that states the opposite
    (a distance where strength is asked for) as its inverse; one whose number is not positive
    is left out.
    """
    place = {node: index for index, node in enumerate(graph)}
    lines: dict[tuple[int, int], float] = {}
    stated: set[tuple[int, int]] = set()
    loops = collapsed = unstated = unweighable = 0
    for tie in ties(graph):
        weight = _weight(tie, weights)
        if tie.subject_id == tie.object_id:
            loops += 1
        elif weight <= 0:
            unweighable += 1
        else:
            stated |= {*_ways(place[tie.subject_id], place[tie.object_id], True, tie.mutual)}
            ways = _ways(place[tie.subject_id], place[tie.object_id], directed, tie.mutual)
            collapsed += all(way in lines for way in ways)
            unstated += weights is not None and tie.strength is None and tie.distance is None
            for way in ways:
                lines[way] = _joined(lines.get(way), weight, weights)
    out, into = _lines(len(place), lines, directed)
    counts = loops, collapsed, unstated, unweighable, len(stated)
    return Simple(tuple(place), out, into, directed, weights, *counts)


def _ways(a: int, b: int, directed: bool, mutual: bool) -> list[tuple[int, int]]:
    if not directed:
        return [(min(a, b), max(a, b))]
    return [(a, b), (b, a)] if mutual else [(a, b)]


def _joined(before: float | None, weight: float, weights: Weights | None) -> float:
    if before is None or weights is None:
        return weight
    return before + weight if weights is Weights.STRENGTH else min(before, weight)


def _lines(
    count: int, lines: Mapping[tuple[int, int], float], directed: bool
) -> tuple[Lines, Lines]:
    out: Lines = tuple({} for _ in range(count))
    into: Lines = tuple({} for _ in range(count)) if directed else out
    for (a, b), weight in lines.items():
        out[a][b] = weight
        into[b][a] = weight
    return out, into


def _weight(tie: Tie, weights: Weights | None) -> float:
    """Return the number of a tie in the meaning asked for; 0 where it has none that holds."""
    if weights is None:
        return 1.0
    own, other = (
        (tie.strength, tie.distance)
        if weights is Weights.STRENGTH
        else (tie.distance, tie.strength)
    )
    if own is not None:
        return own if 0 < own < math.inf else 0.0
    if other is not None:
        return 1 / other if 0 < other < math.inf else 0.0
    return 1.0
