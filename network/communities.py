"""Groups of the network: who is tied among themselves more than to the rest."""

import string
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

import networkx as nx

from network.graph import Graph, records
from network.louvain import parts
from network.picture import short_name_of

COLORS = (
    "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#999999",
)  # fmt: skip
"""The palette of Okabe and Ito (2008), with grey for its black."""


@dataclass(frozen=True, slots=True)
class Community:
    """One group: its rank by size from 1, and a name, colour and mark that stay with its key.

    `key` is the id of its best known member and `name` that member's short name, to be read
    as "around ...". `mark` is unique within a network, `color` only repeats it.
    """

    number: int
    key: str
    name: str
    nodes: tuple[str, ...]
    color: str
    mark: str


def communities(simple: "nx.Graph[str]") -> tuple[tuple[str, ...], ...]:
    """Return the groups that Louvain's method finds, the same in whatever order data come.

    Every node is in exactly one group; the largest group comes first, then the one with the
    smallest id; nodes without a tie are groups of their own, at the end. Edge attribute
    `weight` counts as strength, 1 where there is none. Source: Blondel et al. 2008,
    resolution 1; nodes are visited in an order fixed by a checksum of their ids.
    """
    nodes = sorted(simple, key=_fixed)
    place = {node: number for number, node in enumerate(nodes)}
    pairs = sorted(
        (min(place[a], place[b]), max(place[a], place[b]), float(data.get("weight", 1.0)))
        for a, b, data in simple.edges(data=True)
        if a != b
    )
    found = [tuple(sorted(nodes[each] for each in part)) for part in parts(len(nodes), pairs)]
    return tuple(sorted(found, key=lambda part: (-len(part), part[0])))


def named_communities(graph: Graph) -> tuple[Community, ...]:
    """Return the groups of a graph with names, colours and marks, the largest first.

    Parallel and opposite ties count once. The best known member has most neighbours inside
    its group; among equals the first by name counts.
    """
    simple = _simple(graph)
    return _named(graph, simple, communities(simple))


def named_as(graph: Graph, found: Sequence[Sequence[str]]) -> tuple[Community, ...]:
    """Return groups that were found already with their names, colours and marks, in their order."""
    return _named(graph, _simple(graph), found)


def _simple(graph: Graph) -> "nx.Graph[str]":
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(graph)
    simple.add_edges_from((a, b) for a, b in graph.edges() if a != b)
    return simple


def _named(
    graph: Graph, simple: "nx.Graph[str]", found: Sequence[Sequence[str]]
) -> tuple[Community, ...]:
    names = {node: short_name_of(record) for node, record in records(graph).items()}
    keys = [_best_known(simple, nodes, names) for nodes in found]
    colors, marks = _shared_out(keys, COLORS), _shared_out(keys, string.ascii_uppercase)
    return tuple(
        Community(
            number,
            key,
            names[key],
            tuple(nodes),
            color=colors[key][0],
            mark="".join(str(each) for each in marks[key] if each),
        )
        for number, (key, nodes) in enumerate(zip(keys, found, strict=True), start=1)
    )


def _best_known(simple: "nx.Graph[str]", nodes: Collection[str], names: dict[str, str]) -> str:
    inside = set(nodes)
    degrees = {node: sum(each in inside for each in simple[node]) for node in nodes}
    return min(nodes, key=lambda node: (-degrees[node], names[node], node))


def _shared_out(keys: Iterable[str], values: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Give each key the value it prefers or the next free one, and the round it got it in.

    When all values are given out, the next round begins. Neither the order nor the size of
    groups matters, so that those that grow or shrink keep what they have.
    """
    given: dict[str, tuple[str, int]] = {}
    free: set[str] = set()
    turn = -1
    for key in sorted(keys, key=_fixed):
        if not free:
            free, turn = set(values), turn + 1
        wanted = crc32(f"{key}/".encode()) % len(values)
        turned = [*values[wanted:], *values[:wanted]]
        value = next(each for each in turned if each in free)
        free.remove(value)
        given[key] = value, turn
    return given


def _fixed(identifier: str) -> tuple[int, str]:
    """Return what orders ids at random, but always in the same way."""
    return crc32(identifier.encode()), identifier
