"""Shortest ways where lines have lengths: betweenness and distances in one walk."""

from heapq import heappop, heappush

import numpy as np

from network.measures.paths import Distances
from network.measures.progress import Progress
from network.measures.projection import Simple

Way = tuple[list[int], dict[int, float], dict[int, float], dict[int, list[int]]]
"""Nodes as they were reached, their distance, number of shortest ways, and who came before."""


def weighted_paths(
    simple: Simple, progress: Progress | None = None
) -> tuple[list[float | None], Distances]:
    """Return betweenness and distances by length of way (Brandes 2001, Dijkstra 1959).

    The length of a line is its distance, or 1/strength. Lengths are compared as networkx does.
    """
    count = len(simple.nodes)
    lengths = [{v: simple.length(w) for v, w in row.items()} for row in simple.out]
    between = [0.0] * count
    reached, total, farthest = np.zeros(count, np.int64), np.zeros(count), np.zeros(count)
    for start in range(count):
        if progress:
            progress(start / count)
        way = _ways_from(lengths, start)
        _gather(way, start, between)
        for node, distance in way[1].items():
            reached[node] += node != start
            total[node] += distance
            farthest[node] = max(farthest[node], distance)
    found = Distances(reached, total, farthest, np.zeros(count, np.int64))
    if count < 3:
        return [None] * count, found
    # Each pair of an undirected network was met from both of its ends.
    return [value / ((count - 1) * (count - 2)) for value in between], found


def _ways_from(lengths: list[dict[int, float]], start: int) -> Way:
    order: list[int] = []
    distance: dict[int, float] = {}
    number = {start: 1.0}
    before: dict[int, list[int]] = {start: []}
    best = {start: 0.0}
    heap = [(0.0, start)]
    while heap:
        here, node = heappop(heap)
        if node in distance:
            continue
        distance[node] = here
        order.append(node)
        for other, length in lengths[node].items():
            there = here + length
            if other not in best or there < best[other]:
                best[other], number[other], before[other] = there, number[node], [node]
                heappush(heap, (there, other))
            elif there == best[other] and other not in distance:
                number[other] += number[node]
                before[other].append(node)
    return order, distance, number, before


def _gather(way: Way, start: int, between: list[float]) -> None:
    """Add to each node the share of ways from the start that lead over it."""
    order, _distance, number, before = way
    share = dict.fromkeys(order, 0.0)
    for node in reversed(order):
        part = (1 + share[node]) / number[node]
        for earlier in before[node]:
            share[earlier] += number[earlier] * part
        if node != start:
            between[node] += share[node]
