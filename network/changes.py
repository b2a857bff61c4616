"""What has changed between two days: new, ended and changed, as values, marks and one graph.

Records keep no history of their fields, so what changes between two days of one store comes
from dates: of organisations, posts, ties, and of who holds a post.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

import networkx as nx

from network.graph import Graph, Tie, TieKind, before_key, records, ties
from network.organization import Organization, Post
from network.scene import Mark

Record = Organization | Post

HELD = "held"
"""The field that says whether somebody holds a post; it stands in the graph, not in the record."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of something that is there on both days, with both of its values."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class ChangedNode:
    """A record that is there on both days and not the same."""

    before: Record
    after: Record
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class ChangedTie:
    """A tie that changed, or one whose place another of the same kind and pair has taken."""

    before: Tie
    after: Tie
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that tells one day from another, in the order of the graphs.

    `continued` pairs what ended with what continues it. `unknown_nodes` and `unknown_ties`
    are there on both days without any date: whether they are new, nobody said. `union` is the
    graph of both days: what is there on either, changed things as they are on the later.
    `marks` are by id of node or tie.
    """

    new_nodes: tuple[Record, ...]
    ended_nodes: tuple[Record, ...]
    changed_nodes: tuple[ChangedNode, ...]
    new_ties: tuple[Tie, ...]
    ended_ties: tuple[Tie, ...]
    changed_ties: tuple[ChangedTie, ...]
    continued: tuple[tuple[Organization, Organization], ...]
    unknown_nodes: tuple[Record, ...]
    unknown_ties: tuple[Tie, ...]
    marks: Mapping[str, Mark]
    union: Graph

    @property
    def count(self) -> int:
        """Return how many nodes and ties are new, ended or changed; the same both ways round."""
        groups: tuple[Sequence[object], ...] = (
            self.new_nodes, self.ended_nodes, self.changed_nodes,
            self.new_ties, self.ended_ties, self.changed_ties,
        )  # fmt: skip
        return sum(map(len, groups))


def changes(before: Graph, after: Graph) -> Changes:
    """Return what leads from the graph of one day to that of another."""
    old, new = records(before), records(after)
    changed = _changed_nodes(before, after)
    gone, come, replaced = _paired(before, after)
    ended = tuple(each for node, each in old.items() if node not in new)
    begun = tuple(each for node, each in new.items() if node not in old)
    continued = _continued(ended, new)
    return Changes(
        new_nodes=begun,
        ended_nodes=ended,
        changed_nodes=changed,
        new_ties=come,
        ended_ties=gone,
        changed_ties=replaced,
        continued=continued,
        unknown_nodes=tuple(
            each
            for node, each in new.items()
            if node in old and each.start_date is None and each.end_date is None
        ),
        unknown_ties=tuple(
            tie
            for tie in ties(after)
            if tie.undated and before.has_edge(tie.subject_id, tie.object_id, tie.id)
        ),
        marks=_marks(begun, ended, changed)
        | {tie.id: Mark.NEW for tie in come}
        | {tie.id: Mark.ENDED for tie in gone}
        | {each.before.id: Mark.CHANGED for each in replaced}
        | {each.after.id: Mark.CHANGED for each in replaced}
        | {before_key(heir, old.id): Mark.NEW for old, heir in continued},
        union=_union(before, after, {each.before.id for each in replaced}, continued),
    )


def applied(graph: Graph, found: Changes) -> Graph:
    """Return the graph of the later day, made from that of the earlier one and the changes."""
    made: Graph = nx.MultiDiGraph(graph)
    held = set(graph.graph.get(HELD, ())) & set(graph)
    for change in found.changed_nodes:
        made.nodes[change.after.id]["record"] = change.after
        held |= {change.after.id} if _says(change, became=True) else set()
        held -= {change.after.id} if _says(change, became=False) else set()
    for tie in (*found.ended_ties, *(each.before for each in found.changed_ties)):
        made.remove_edge(tie.subject_id, tie.object_id, tie.id)
    made.remove_nodes_from([each.id for each in found.ended_nodes])
    made.add_nodes_from((each.id, {"record": each}) for each in found.new_nodes)
    for tie in (*found.new_ties, *(each.after for each in found.changed_ties)):
        made.add_edge(tie.subject_id, tie.object_id, key=tie.id, tie=tie)
    later = found.union.graph.get(HELD, frozenset())
    held |= {each.id for each in found.new_nodes if each.id in later}
    made.graph.update(found.union.graph, held=frozenset(held & set(made)))
    return made


def _says(change: ChangedNode, *, became: bool) -> bool:
    return any(each.field == HELD and each.after is became for each in change.differences)


def _changed_nodes(before: Graph, after: Graph) -> tuple[ChangedNode, ...]:
    old = records(before)
    found = []
    for node, now in records(after).items():
        if node in old:
            different = (*differences(old[node], now), *_holding(before, after, node))
            if different:
                found.append(ChangedNode(old[node], now, different))
    return tuple(found)


def differences(before: Record | Tie, after: Record | Tie) -> tuple[Difference, ...]:
    """Return the fields in which two values of one type differ; their ids do not count."""
    if before == after:
        return ()
    return tuple(
        Difference(field.name, was, now)
        for field in fields(before)
        if field.name != "id"
        and (was := getattr(before, field.name)) != (now := getattr(after, field.name, None))
    )


def _holding(before: Graph, after: Graph, node: str) -> tuple[Difference, ...]:
    was, now = (node in graph.graph.get(HELD, ()) for graph in (before, after))
    return () if was == now else (Difference(HELD, was, now),)


def _paired(
    before: Graph, after: Graph
) -> tuple[tuple[Tie, ...], tuple[Tie, ...], tuple[ChangedTie, ...]]:
    """Return ties that ended, that are new, and that changed or took the place of another."""
    old, new = ({tie.id: tie for tie in ties(graph)} for graph in (before, after))
    changed = [
        ChangedTie(old[key], tie, differences(old[key], tie))
        for key, tie in new.items()
        if key in old and old[key] != tie
    ]
    gone = {key: tie for key, tie in old.items() if key not in new}
    come = {key: tie for key, tie in new.items() if key not in old}
    waiting: dict[object, list[Tie]] = defaultdict(list)
    for tie in sorted(come.values(), key=_by_start):
        waiting[_place(tie)].append(tie)
    for tie in sorted(gone.values(), key=_by_start):
        heirs = waiting[_place(tie)]
        if heirs:
            heir = heirs.pop(0)
            changed.append(ChangedTie(tie, heir, differences(tie, heir)))
            del gone[tie.id], come[heir.id]
    return tuple(gone.values()), tuple(come.values()), tuple(changed)


def _place(tie: Tie) -> object:
    """Return what a tie has in common with one that takes its place: kind and ends."""
    ends: object = tie.subject_id, tie.object_id
    return tie.kind, tie.label, frozenset((tie.subject_id, tie.object_id)) if tie.mutual else ends


def _by_start(tie: Tie) -> tuple[str, str]:
    return tie.start_date or "", tie.id


def _continued(
    ended: Iterable[Record], new: Mapping[str, Record]
) -> tuple[tuple[Organization, Organization], ...]:
    """Pair every organisation that ended with those of the later day that continue it."""
    heirs: dict[str, list[Organization]] = defaultdict(list)
    for each in new.values():
        if isinstance(each, Organization):
            for before in each.predecessor_ids:
                heirs[before].append(each)
    return tuple(
        (each, heir) for each in ended if isinstance(each, Organization) for heir in heirs[each.id]
    )


def _marks(
    begun: Iterable[Record], ended: Iterable[Record], changed: Iterable[ChangedNode]
) -> dict[str, Mark]:
    found = {each.id: Mark.NEW for each in begun}
    found |= {each.id: Mark.ENDED for each in ended}
    return found | {each.after.id: Mark.CHANGED for each in changed}


def _union(
    before: Graph,
    after: Graph,
    replaced: set[str],
    continued: Iterable[tuple[Organization, Organization]],
) -> Graph:
    """Return both days in one graph; who continues whom is tied, though never there together."""
    union: Graph = nx.MultiDiGraph(after)
    union.graph.update(after.graph)
    union.add_nodes_from(item for item in before.nodes(data=True) if item[0] not in after)
    for tie in ties(before):
        there = after.has_edge(tie.subject_id, tie.object_id, tie.id)
        if not there and tie.id not in replaced:
            union.add_edge(tie.subject_id, tie.object_id, key=tie.id, tie=tie)
    for old, heir in continued:
        key = before_key(heir, old.id)
        tie = Tie(key, heir.id, old.id, TieKind.SUCCESSOR_OF, sources=heir.sources)
        union.add_edge(heir.id, old.id, key=key, tie=tie)
    return union
