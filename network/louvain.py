"""Louvain's method on plain numbers, for groups to show and for groups to lay out."""

import random
from collections.abc import Callable, Collection, Iterable
from typing import Any

import networkx as nx


def parts(
    size: int,
    pairs: Iterable[tuple[int, int, float]],
    progress: Callable[[], None] = lambda: None,
) -> list[list[int]]:
    """Return the groups of a graph of the numbers below `size`, with weighted pairs.

    The largest comes first. `progress` is called after every pass and may raise to give up.
    Source: Blondel et al. 2008, resolution 1; nodes are visited in the order of their numbers.
    """
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_weighted_edges_from(pairs)
    found: Collection[Collection[int]] = [{each} for each in graph]
    for found in nx.community.louvain_partitions(graph, seed=_AsTheyCome()):  # noqa: B007  (the last one counts)
        progress()
    return sorted((sorted(part) for part in found), key=lambda part: (-len(part), part[0]))


class _AsTheyCome(random.Random):
    """Leaves the order of nodes as it is: a node more does not change the order of the others."""

    def shuffle(self, x: Any) -> None:  # noqa: ANN401  (as in the standard library)
        """Leave the list alone."""
