"""Louvain's method on plain numbers, for groups to show and for groups to lay out."""

from collections import deque
from collections.abc import Callable, Iterable

_LEAST_GAIN = 1e-12
"""A smaller gain is a rounding, and would let nodes move for ever."""

Near = list[dict[int, float]]


def parts(
    size: int,
    pairs: Iterable[tuple[int, int, float]],
    progress: Callable[[], None] = lambda: None,
) -> list[list[int]]:
    """Return the groups of a graph of the numbers below `size`, with weighted pairs.

    The largest comes first. `progress` is called after every pass and may raise to give up.
    Source: Blondel et al. 2008, resolution 1. Nodes are visited in the order of their
    numbers, then only those whose neighbours moved (Ozaki et al. 2016), which is several
    times quicker than networkx' passes over all nodes.
    """
    near: Near = [{} for _ in range(size)]
    for one, other, weight in pairs:
        near[one][other] = near[one].get(other, 0.0) + weight
        near[other][one] = near[other].get(one, 0.0) + weight
    inner = [0.0] * size
    groups = [[node] for node in range(size)]
    while True:
        home, count = _moved(near, inner)
        progress()
        if count == len(near):
            return sorted((sorted(part) for part in groups), key=lambda part: (-len(part), part[0]))
        near, inner = _merged(near, inner, home, count)
        joined: list[list[int]] = [[] for _ in range(count)]
        for number, part in zip(home, groups, strict=True):
            joined[number] += part
        groups = joined


def _moved(near: Near, inner: list[float]) -> tuple[list[int], int]:
    """Move nodes to the neighbour's group that gains most; return their groups and how many."""
    strength = [sum(ties.values()) + 2 * own for ties, own in zip(near, inner, strict=True)]
    whole = sum(strength) or 1.0
    home, total = list(range(len(near))), strength.copy()
    waiting, listed = deque(range(len(near))), [True] * len(near)
    while waiting:
        node = waiting.popleft()
        listed[node] = False
        here, share = home[node], strength[node] / whole
        total[here] -= strength[node]
        links = {here: 0.0}
        for each, weight in near[node].items():
            links[home[each]] = links.get(home[each], 0.0) + weight
        best, most = here, links[here] - total[here] * share
        for group, weight in links.items():
            gain = weight - total[group] * share
            if gain > most + _LEAST_GAIN:
                best, most = group, gain
        total[best] += strength[node]
        if best != here:
            home[node] = best
            for each in near[node]:
                if not listed[each] and home[each] != best:
                    listed[each] = True
                    waiting.append(each)
    numbers = {group: number for number, group in enumerate(dict.fromkeys(home))}
    return [numbers[group] for group in home], len(numbers)


def _merged(
    near: Near, inner: list[float], home: list[int], count: int
) -> tuple[Near, list[float]]:
    """Return the graph whose nodes are the groups, and the weight of the ties inside each."""
    between: Near = [{} for _ in range(count)]
    within = [0.0] * count
    for node, ties in enumerate(near):
        here = home[node]
        within[here] += inner[node]
        for each, weight in ties.items():
            there = home[each]
            if there == here:
                within[here] += weight / 2
            else:
                between[here][there] = between[here].get(there, 0.0) + weight
    return between, within
