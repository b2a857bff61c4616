"""Which part of a graph is looked at: what is filtered, chosen, near, or on the way."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import networkx as nx

from network.facets import Facet, matches, tie_matches
from network.graph import Graph, Tie, records, ties
from network.organization import Organization
from network.picture import kind_of


class Direction(StrEnum):
    """Which way ties are followed from what is chosen; mutual ties lead both ways."""

    BOTH = "both"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class View:
    """What a reader asks to see; nothing asked is the whole network.

    `wanted` holds the values asked for of each facet; values of one facet are alternatives,
    facets are joined by "and". `steps` counts from what is `chosen`; `path` shows only
    shortest ways between the chosen nodes, in the order chosen. `without` is left out (what
    if it were gone).
    """

    wanted: dict[Facet, frozenset[str]] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    steps: int | None = None
    direction: Direction = Direction.BOTH
    path: bool = False
    tied_only: bool = False
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shown:
    """The nodes and ties of a view, in the order of the graph."""

    nodes: tuple[str, ...]
    ties: tuple[Tie, ...]


def shown(graph: Graph, view: View) -> Shown:
    """Return what a view shows; what is chosen is shown whatever the filters say.

    Steps and ways follow ties that pass the filters of ties, also over nodes that other
    filters hide; the nodes of a way are all shown. A tie is shown where both of its ends are.
    """
    there = {node for node in graph if node not in view.without}
    kept = [tie for tie in ties(graph) if tie_matches(tie, view.wanted) and _within(tie, there)]
    chosen = tuple(node for node in view.chosen if node in there)
    if view.path and len(chosen) > 1:
        passing = on_the_way(kept, chosen, view.direction) | set(chosen)
    else:
        near = there
        if chosen and view.steps is not None:
            near = reached(kept, chosen, view.steps, view.direction)
        passing = {node for node in near if node in chosen or matches(graph, node, view.wanted)}
    kept = [tie for tie in kept if _within(tie, passing)]
    if view.tied_only:
        tied = {end for tie in kept for end in (tie.subject_id, tie.object_id)}
        passing = (passing & tied) | set(chosen)
    return Shown(tuple(node for node in graph if node in passing), tuple(kept))


def reached(
    kept: Iterable[Tie], start: Iterable[str], steps: int | None, direction: Direction
) -> set[str]:
    """Return the nodes at most so many ties from any of the start, itself included."""
    net = lines(kept, direction)
    found = set(start)
    net.add_nodes_from(found)
    for node in tuple(found):
        found |= set(nx.single_source_shortest_path_length(net, node, cutoff=steps))
    return found


def on_the_way(kept: Iterable[Tie], chosen: Sequence[str], direction: Direction) -> set[str]:
    """Return all nodes on shortest ways from each chosen node to the next; {} without any way."""
    net = lines(kept, direction)
    net.add_nodes_from(chosen)
    found: set[str] = set()
    for start, end in itertools.pairwise(chosen):
        away = nx.single_source_shortest_path_length(net, start)
        if end in away:
            left = nx.single_source_shortest_path_length(net.reverse(copy=False), end)
            found |= {
                node for node in away if node in left and away[node] + left[node] == away[end]
            }
    return found


def part_of(graph: Graph, what: Shown) -> Graph:
    """Return exactly what is shown as a graph of its own, to measure or to write to a file."""
    part: Graph = nx.MultiDiGraph()
    part.graph.update(graph.graph)
    part.add_nodes_from((node, graph.nodes[node]) for node in what.nodes)
    for tie in what.ties:
        part.add_edge(tie.subject_id, tie.object_id, key=tie.id, tie=tie)
    return part


def lines(kept: Iterable[Tie], direction: Direction) -> "nx.DiGraph[str]":
    """Return who can be gone to from whom, when ties are followed in a direction."""
    net: nx.DiGraph[str] = nx.DiGraph()
    for tie in kept:
        if tie.mutual or direction is not Direction.IN:
            net.add_edge(tie.subject_id, tie.object_id)
        if tie.mutual or direction is not Direction.OUT:
            net.add_edge(tie.object_id, tie.subject_id)
    return net


def _within(tie: Tie, nodes: set[str]) -> bool:
    return tie.subject_id in nodes and tie.object_id in nodes


def kinds_present(graph: Graph) -> dict[str, int]:
    """Return how many nodes of each kind there are, the most frequent first."""
    counts: dict[str, int] = {}
    for record in records(graph).values():
        counts[kind_of(record)] = counts.get(kind_of(record), 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def top_organization(graph: Graph) -> Organization | None:
    """Return the organisation with most units below it: the city itself, or None."""
    below: dict[str, int] = {}
    known = {node: each for node, each in records(graph).items() if isinstance(each, Organization)}
    for each in known.values():
        if each.parent_id in known:
            below[str(each.parent_id)] = below.get(str(each.parent_id), 0) + 1
    tops = [node for node in below if known[node].parent_id not in known]
    return known[max(tops, key=lambda node: (below[node], node))] if tops else None
