"""What if a post were vacant, an organisation gone, or a tie added; nothing is kept."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

import networkx as nx
import numpy as np
import rustworkx as rx

from network.contacts import STRUCTURE
from network.graph import Graph, Tie, records, ties, ties_of
from network.organization import Classification, Organization, Post

Pair = tuple[str, str]
Counting = Callable[["nx.Graph[str]"], int]

MOST_FOR_STEPS: Final = 4_000
"""In larger networks steps between all pairs are not counted: their table grows too large."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How far apart those are who stay connected: mean steps before and after, over equal pairs.

    `pairs` counts them, `changed` those of them that are farther apart (or nearer) afterwards.
    """

    pairs: int
    before: float
    after: float
    changed: int


@dataclass(frozen=True, slots=True)
class Effect:
    """The network before and after.

    `gone` is who is left out, posts of a gone organisation included. `parts` are the pieces into
    which those fall apart who were connected through it, the largest first; a single one where
    nothing falls apart. `rounds` are the working groups that it sits in, of `all_rounds`;
    `split_rounds` are these and all other groups that were connected before, by the piece that
    they are in afterwards, where these are several. `bridges` are its ties that nothing replaces.
    Counts of components, cut points and bridges are those of the whole network, by which ties are
    followed both ways and parallel ones are one. `steps` is None where nobody stays connected, or
    the network is too large.
    """

    gone: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    rounds: tuple[str, ...]
    all_rounds: int
    split_rounds: tuple[tuple[str, ...], ...]
    bridges: tuple[Pair, ...]
    components: tuple[int, int]
    cut_points: tuple[int, int]
    all_bridges: tuple[int, int]
    steps: Steps | None

    @property
    def cut_off(self) -> tuple[str, ...]:
        """Return who is no longer connected with the largest piece."""
        return tuple(node for part in self.parts[1:] for node in part)


@dataclass(frozen=True, slots=True)
class Joined:
    """What an added tie brings: `joined` are those with whom its first end was not connected."""

    joined: tuple[str, ...]
    components: tuple[int, int]
    cut_points: tuple[int, int]
    all_bridges: tuple[int, int]
    steps: Steps | None


def without(graph: Graph, gone: Collection[str]) -> Effect:
    """Return what would be if posts were vacant or organisations gone.

    A post that nobody holds ties nobody; a gone organisation takes its posts along.
    Raises `KeyError` for what is not there.
    """
    left_out = _with_posts(graph, gone)
    before = simple(graph)
    after = before.copy()
    after.remove_nodes_from(left_out)
    parts = _parts(before, after, left_out)
    groups = _working_groups(graph)
    return Effect(
        gone=tuple(left_out),
        parts=parts,
        rounds=tuple(group for group in groups if _sits_in(graph, left_out, group)),
        all_rounds=len(groups),
        split_rounds=_split(groups, parts),
        bridges=_bridges_of(before, left_out),
        components=_before_and_after(_components, before, after),
        cut_points=_before_and_after(_cut_points, before, after),
        all_bridges=_before_and_after(_bridges, before, after),
        steps=_steps(before, after),
    )


def with_tie(graph: Graph, start: str, end: str) -> Joined:
    """Return what would be if two were tied that are not; raise `KeyError` for who is not there."""
    before = simple(graph)
    if start not in before or end not in before:
        raise KeyError(start if start not in before else end)
    after = before.copy()
    after.add_edge(start, end)
    near = nx.node_connected_component(before, start)
    wide = nx.node_connected_component(after, start)
    return Joined(
        joined=tuple(node for node in before if node in wide and node not in near),
        components=_before_and_after(_components, before, after),
        cut_points=_before_and_after(_cut_points, before, after),
        all_bridges=_before_and_after(_bridges, before, after),
        steps=_steps(before, after),
    )


def simple(graph: Graph) -> "nx.Graph[str]":
    """Return who is tied to whom, whatever the kind and direction."""
    lines: nx.Graph[str] = nx.Graph()
    lines.add_nodes_from(graph)
    lines.add_edges_from(
        (tie.subject_id, tie.object_id) for tie in ties(graph) if tie.subject_id != tie.object_id
    )
    return lines


def _bridges_of(lines: "nx.Graph[str]", gone: Sequence[str]) -> tuple[Pair, ...]:
    """Return the bridges from who is gone to others, the gone end first."""
    found: list[Pair] = []
    for edge in nx.bridges(lines):
        one, two = edge[0], edge[1]
        if (one in gone) != (two in gone):
            found.append((one, two) if one in gone else (two, one))
    return tuple(found)


def _with_posts(graph: Graph, gone: Collection[str]) -> list[str]:
    known = records(graph)
    for node in gone:
        if node not in known:
            raise KeyError(node)
    return [
        node
        for node, record in known.items()
        if node in gone or (isinstance(record, Post) and record.organization_id in gone)
    ]


def _parts(
    before: "nx.Graph[str]", after: "nx.Graph[str]", gone: Sequence[str]
) -> tuple[tuple[str, ...], ...]:
    order = {node: place for place, node in enumerate(before)}
    touched = set().union(*(nx.node_connected_component(before, node) for node in gone))
    pieces = [
        tuple(sorted(piece, key=order.__getitem__))
        for piece in nx.connected_components(after)
        if piece & touched
    ]
    return tuple(sorted(pieces, key=lambda piece: (-len(piece), order[piece[0]])))


def _working_groups(graph: Graph) -> list[str]:
    return [
        node
        for node, record in records(graph).items()
        if isinstance(record, Organization)
        and record.classification is Classification.WORKING_GROUP
    ]


def _sits_in(graph: Graph, gone: Sequence[str], group: str) -> bool:
    def works(tie: Tie) -> bool:
        return tie.kind not in STRUCTURE and (tie.subject_id in gone or tie.object_id in gone)

    return group not in gone and any(works(tie) for tie in ties_of(graph, group))


def _split(groups: Sequence[str], parts: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    found = []
    for part in parts:
        inside = set(part)
        here = tuple(group for group in groups if group in inside)
        if here:
            found.append(here)
    return tuple(found) if len(found) > 1 else ()


def _components(lines: "nx.Graph[str]") -> int:
    return nx.number_connected_components(lines)


def _cut_points(lines: "nx.Graph[str]") -> int:
    return len(set(nx.articulation_points(lines)))


def _bridges(lines: "nx.Graph[str]") -> int:
    return sum(1 for _ in nx.bridges(lines))


def _before_and_after(
    count: Counting, before: "nx.Graph[str]", after: "nx.Graph[str]"
) -> tuple[int, int]:
    return count(before), count(after)


def _steps(before: "nx.Graph[str]", after: "nx.Graph[str]") -> Steps | None:
    """Compare the steps of the pairs that are connected in both."""
    if len(before) > MOST_FOR_STEPS:
        return None
    nodes = list(after)
    first, second = _distances(before, nodes), _distances(after, nodes)
    both = np.triu(np.isfinite(first) & np.isfinite(second), 1)
    pairs = int(both.sum())
    if not pairs:
        return None
    changed = int((first[both] != second[both]).sum())
    return Steps(pairs, float(first[both].mean()), float(second[both].mean()), changed)


def _distances(lines: "nx.Graph[str]", nodes: Sequence[str]) -> "np.ndarray":
    """Return the steps between nodes as a table in their order, infinite where no way leads."""
    drawn: rx.PyGraph[str, None] = rx.PyGraph()
    places = dict(zip(lines, drawn.add_nodes_from(list(lines)), strict=True))
    drawn.add_edges_from([(places[one], places[two], None) for one, two in lines.edges])
    chosen = [places[node] for node in nodes]
    table = rx.distance_matrix(drawn, null_value=np.inf)
    return np.asarray(table[np.ix_(chosen, chosen)])
