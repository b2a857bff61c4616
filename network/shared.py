"""What several chosen nodes have in common."""

from collections.abc import Sequence
from dataclasses import dataclass

from network.facets import Facet, values_of
from network.graph import Graph, Tie, TieKind, ties_of

COMPARED = (Facet.TOPIC, Facet.AREA, Facet.TARGET_GROUP, Facet.LANGUAGE)
"""The facets in which nodes are compared."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What all of several nodes have: values, groups, neighbours, and the ties among them.

    `groups` are nodes in which all take part; `neighbours` are tied to all in any other way.
    """

    values: dict[Facet, tuple[str, ...]]
    groups: tuple[str, ...]
    neighbours: tuple[str, ...]
    ties: tuple[Tie, ...]


def shared(graph: Graph, chosen: Sequence[str]) -> Shared:
    """Return what the chosen nodes have in common; nothing for none."""
    if not chosen:
        return Shared({}, (), (), ())
    values = {
        facet: tuple(
            sorted(frozenset.intersection(*(values_of(graph, node, facet) for node in chosen)))
        )
        for facet in COMPARED
    }
    groups = set.intersection(*(_groups(graph, node) for node in chosen))
    near = set.intersection(*(_neighbours(graph, node) for node in chosen))
    among = {
        tie.id: tie
        for node in chosen
        for tie in ties_of(graph, node)
        if tie.subject_id in chosen and tie.object_id in chosen
    }
    return Shared(
        {facet: found for facet, found in values.items() if found},
        tuple(sorted(groups)),
        tuple(sorted(near - groups - set(chosen))),
        tuple(among.values()),
    )


def _groups(graph: Graph, node: str) -> set[str]:
    """Return what a node takes part in."""
    return {
        tie.object_id
        for tie in ties_of(graph, node)
        if tie.kind == TieKind.MEMBER_OF and tie.subject_id == node
    }


def _neighbours(graph: Graph, node: str) -> set[str]:
    ends = ((tie.subject_id, tie.object_id) for tie in ties_of(graph, node))
    return {end for pair in ends for end in pair if end != node}
