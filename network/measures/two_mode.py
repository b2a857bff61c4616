"""Two-mode networks, such as people and events: recognised, and projected only when asked."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from network.graph import Graph, ties
from network.measures.projection import Lines, Simple, Weights


class Side(StrEnum):
    """One of the two kinds of nodes in a two-mode network."""

    SUBJECTS = "subjects"
    """Those from whom the ties go out."""
    OBJECTS = "objects"
    """Those whom the ties reach."""


@dataclass(frozen=True, slots=True)
class TwoMode:
    """The two sides of a two-mode network, each in the order of the graph.

    `density` is the share of tied pairs among the pairs of one from each side
    (Borgatti and Everett 1997).
    """

    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    density: float

    def side(self, side: Side) -> tuple[str, ...]:
        """Return the nodes of one side."""
        return self.subjects if side is Side.SUBJECTS else self.objects


def two_mode(graph: Graph) -> TwoMode | None:
    """Return the two sides where no node is both subject and object of a tie, else None.

    Each side must have two nodes and at least one node two ties: a few loose pairs are no
    two-mode network. Nodes without ties belong to neither side.
    """
    pairs = {(tie.subject_id, tie.object_id) for tie in ties(graph)}
    subjects, objects = {a for a, _ in pairs}, {b for _, b in pairs}
    if subjects & objects or len(subjects) < 2 or len(objects) < 2:
        return None
    if max(Counter(end for pair in pairs for end in pair).values()) < 2:
        return None
    return TwoMode(
        tuple(node for node in graph if node in subjects),
        tuple(node for node in graph if node in objects),
        len(pairs) / (len(subjects) * len(objects)),
    )


def project_mode(graph: Graph, side: Side, weights: Weights | None = None) -> Simple:
    """Return one side, tied where two have a node of the other side in common.

    With weights the strength of a line is how many they share (Breiger 1974), its distance the
    inverse. Raise ValueError where the network is not two-mode.
    """
    modes = two_mode(graph)
    if modes is None:
        raise ValueError("not a two-mode network")
    nodes = modes.side(side)
    place = {node: index for index, node in enumerate(nodes)}
    shared = Counter(
        pair for group in _groups(graph, place, side) for pair in combinations(sorted(group), 2)
    )
    lines: Lines = tuple({} for _ in nodes)
    for (a, b), number in shared.items():
        weight = {None: 1.0, Weights.STRENGTH: float(number), Weights.DISTANCE: 1 / number}[weights]
        lines[a][b] = lines[b][a] = weight
    return Simple(nodes, lines, lines, weights=weights, stated_arcs=2 * len(shared))


def _groups(graph: Graph, place: dict[str, int], side: Side) -> Iterable[set[int]]:
    """Return for each node of the other side who is tied to it."""
    groups: dict[str, set[int]] = {}
    for tie in ties(graph):
        ends = (tie.subject_id, tie.object_id)
        own, other = ends if side is Side.SUBJECTS else ends[::-1]
        groups.setdefault(other, set()).add(place[own])
    return groups.values()
