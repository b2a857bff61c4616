"""The ways between chosen nodes, told tie by tie."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from network.graph import Tie
from network.view import Direction, lines


@dataclass(frozen=True, slots=True)
class Leg:
    """One step of a way: from a node to its neighbour, by all ties that lead there."""

    start: str
    end: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A shortest way from one chosen node to the next.

    `legs` is empty where none leads there; `count` is how many ways are as short, told apart
    by the nodes that they pass.
    """

    start: str
    end: str
    legs: tuple[Leg, ...]
    count: int


def ways(kept: Sequence[Tie], chosen: Sequence[str], direction: Direction) -> tuple[Way, ...]:
    """Return one shortest way for each pair of neighbours among the chosen, in their order.

    Of several the one is told whose ids come first, so that the same data give the same way.
    """
    net = lines(kept, direction)
    net.add_nodes_from(chosen)
    between: dict[tuple[str, str], list[Tie]] = {}
    for tie in kept:
        for leg in _led(tie, direction):
            between.setdefault(leg, []).append(tie)
    return tuple(
        _way(net, between, start, end) for start, end in itertools.pairwise(chosen) if start != end
    )


def tie_ids(found: Iterable[Way]) -> frozenset[str]:
    """Return the ids of all ties that the told ways use."""
    return frozenset(tie.id for way in found for leg in way.legs for tie in leg.ties)


def _led(tie: Tie, direction: Direction) -> set[tuple[str, str]]:
    """Return between whom a tie can be followed."""
    there, back = (tie.subject_id, tie.object_id), (tie.object_id, tie.subject_id)
    if tie.mutual or direction is Direction.BOTH:
        return {there, back}
    return {there} if direction is Direction.OUT else {back}


def _way(
    net: "nx.DiGraph[str]", between: dict[tuple[str, str], list[Tie]], start: str, end: str
) -> Way:
    away = nx.single_source_shortest_path_length(net, start)
    if end not in away:
        return Way(start, end, (), 0)
    counts = _counted(net, away, start)
    nodes = [end]
    while nodes[-1] != start:
        here = nodes[-1]
        nodes.append(min(each for each in net.pred[here] if away.get(each) == away[here] - 1))
    steps = itertools.pairwise(reversed(nodes))
    return Way(start, end, tuple(Leg(a, b, tuple(between[a, b])) for a, b in steps), counts[end])


def _counted(net: "nx.DiGraph[str]", away: dict[str, int], start: str) -> dict[str, int]:
    """Return how many shortest ways lead to each node (Brandes 2001, without the sums)."""
    counts = dict.fromkeys(away, 0)
    counts[start] = 1
    for node in sorted(away, key=lambda each: away[each]):
        for after in net.succ[node]:
            if away.get(after) == away[node] + 1:
                counts[after] += counts[node]
    return counts
