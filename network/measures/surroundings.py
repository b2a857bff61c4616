"""What sentences about one node or one group are told from."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from network.graph import Graph, Tie, TieKind, records, ties
from network.measures.cohesion import components
from network.measures.projection import Simple
from network.organization import Classification, Organization
from network.picture import kind_of


@dataclass(frozen=True, slots=True)
class Seats:
    """In how many working groups a node takes part, of all there are."""

    taken: int
    groups: int


@dataclass(frozen=True, slots=True)
class Members:
    """How many take part in a group, and how many of them in other groups, too."""

    count: int
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Community:
    """A group that is tied more within: its most tied member and what ties it.

    `link` is the member with most ties to other groups, None where there are none; `outward` is
    how many pairs lead out of the group. `kinds` counts the ties within, the most frequent first.
    """

    members: tuple[str, ...]
    centre: str
    kinds: tuple[tuple[str, int], ...]
    link: str | None
    link_ties: int
    outward: int


def falls_into(simple: Simple, node: str) -> list[str]:
    """Return what the component of a node falls into without it: of each part the most tied node.

    One part where the node is no cut point; none where it has no ties. The largest comes first.
    """
    gone = simple.nodes.index(node)
    whole = next(part for part in components(simple) if gone in part)
    kept = [each for each in whole if each != gone]
    rest = simple.part(kept)
    tied = [len({*simple.out[each], *simple.into[each]}) for each in kept]
    return [
        rest.nodes[max(part, key=lambda each: (tied[each], -each))] for part in components(rest)
    ]


def seats(graph: Graph, node: str) -> Seats:
    """Return in how many of the working groups that are here a node takes part."""
    groups = {
        each
        for each, record in records(graph).items()
        if kind_of(record) == Classification.WORKING_GROUP
    }
    taken = {tie.object_id for tie in _memberships(graph) if tie.subject_id == node}
    return Seats(len(taken & groups), len(groups))


def members(graph: Graph, node: str) -> Members | None:
    """Return the members of a group; None where nobody takes part in it."""
    groups: dict[str, set[str]] = {}
    for tie in _memberships(graph):
        groups.setdefault(tie.subject_id, set()).add(tie.object_id)
    own = [found for found in groups.values() if node in found]
    return Members(len(own), sum(len(found) > 1 for found in own)) if own else None


def home(graph: Graph, node: str) -> Organization | None:
    """Return the organisation that a post belongs to, where it is here, too."""
    record = records(graph)[node]
    found = None if isinstance(record, Organization) else record.organization_id
    known = records(graph).get(found) if found else None
    return known if isinstance(known, Organization) else None


def community(graph: Graph, simple: Simple, group: Sequence[str]) -> Community:
    """Return what a group of nodes is told from."""
    inside = set(group)
    place = {node: at for at, node in enumerate(simple.nodes)}
    inner: dict[str, int] = {}
    outer: dict[str, int] = {}
    for node in group:
        near = {simple.nodes[at] for at in (*simple.out[place[node]], *simple.into[place[node]])}
        inner[node], outer[node] = len(near & inside), len(near - inside)
    kinds = Counter(
        tie.kind for tie in ties(graph) if tie.subject_id in inside and tie.object_id in inside
    )
    link = max(group, key=lambda node: outer[node])
    return Community(
        tuple(group),
        max(group, key=lambda node: inner[node]),
        tuple(kinds.most_common()),
        link if outer[link] else None,
        outer[link],
        sum(outer.values()),
    )


def _memberships(graph: Graph) -> list[Tie]:
    return [tie for tie in ties(graph) if tie.kind == TieKind.MEMBER_OF]
