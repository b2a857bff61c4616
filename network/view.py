"""Which part of a graph is looked at: kinds, and what lies around a chosen node."""

from collections.abc import Sequence
from dataclasses import dataclass

from network.graph import Graph, Tie, records, ties, within_steps
from network.organization import Organization
from network.picture import kind_of


@dataclass(frozen=True, slots=True)
class View:
    """What a reader asks to see; without kinds all kinds, without steps the whole network."""

    kinds: frozenset[str] = frozenset()
    chosen: str | None = None
    steps: int | None = None


def shown_nodes(graph: Graph, view: View) -> list[str]:
    """Return the nodes of a view in the order of the graph; a chosen node is always shown."""
    around = None
    if view.chosen in graph and view.steps is not None:
        around = within_steps(graph, str(view.chosen), view.steps)
    return [
        node
        for node, record in records(graph).items()
        if node == view.chosen
        or (
            (not view.kinds or kind_of(record) in view.kinds) and (around is None or node in around)
        )
    ]


def shown_ties(graph: Graph, nodes: Sequence[str]) -> list[Tie]:
    """Return the ties whose two ends are both shown."""
    shown = set(nodes)
    return [tie for tie in ties(graph) if tie.subject_id in shown and tie.object_id in shown]


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
