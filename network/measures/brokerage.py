"""Between which groups a node mediates: the roles of Gould and Fernandez."""

from collections import Counter
from collections.abc import Sequence

from network.measures.projection import Simple
from network.measures.result import Brokerage


def brokerage(simple: Simple, groups: Sequence[str]) -> list[Brokerage | None]:
    """Return how many paths i → b → k each node b brokers, by the groups of i, b and k.

    Counted are ordered paths of two different nodes i and k with no line from i to k; in an
    undirected network each runs both ways. The roles are told by the path, never by a label, as
    handbooks swap two of their names (Gould and Fernandez 1989, "Structures of Mediation",
    Sociological Methodology 19, p. 92f):

    - coordinator: A → A → A, all three in one group
    - itinerant (consultant): A → B → A, the broker in another group than both
    - gatekeeper: A → B → B, the broker lets into the own group what comes from another
    - representative: A → A → B, the broker carries out what comes from the own group
    - liaison: A → B → C, three different groups

    A node whose group is "" brokers nothing that could be told (None), and paths from or to it
    are not counted.
    """
    out = [_grouped(row, groups) for row in simple.out]
    into = [_grouped(row, groups) for row in simple.into] if simple.directed else out
    return [
        _roles(node, out, into, groups) if groups[node] else None for node in range(len(groups))
    ]


def _grouped(row: dict[int, float], groups: Sequence[str]) -> set[int]:
    return {other for other in row if groups[other]}


def _roles(
    broker: int, out: list[set[int]], into: list[set[int]], groups: Sequence[str]
) -> Brokerage:
    """Count all pairs of one before and one after the broker, less those that need no broker."""
    own = groups[broker]
    before = Counter(groups[node] for node in into[broker])
    after = Counter(groups[node] for node in out[broker])
    counts = _all_pairs(own, before, after)
    for first in into[broker]:
        # The same node is before and after, or leads to the one after by itself.
        for last in out[broker] & (out[first] | {first}):
            counts[_role(groups[first], own, groups[last])] -= 1
    return Brokerage(**counts)


def _all_pairs(own: str, before: Counter[str], after: Counter[str]) -> dict[str, int]:
    strangers_before = before.total() - before[own]
    strangers_after = after.total() - after[own]
    itinerant = sum(number * after[group] for group, number in before.items() if group != own)
    return {
        "coordinator": before[own] * after[own],
        "itinerant": itinerant,
        "gatekeeper": strangers_before * after[own],
        "representative": before[own] * strangers_after,
        "liaison": strangers_before * strangers_after - itinerant,
    }


def _role(first: str, own: str, last: str) -> str:
    if first == last:
        return "coordinator" if first == own else "itinerant"
    if last == own:
        return "gatekeeper"
    return "representative" if first == own else "liaison"
