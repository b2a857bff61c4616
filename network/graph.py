"""The network as a graph: derived from records for a day, never stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from network.organization import MUTUAL, Membership, Organization, Post, Relation, Roster
from network.validity import holds_on

if TYPE_CHECKING:
    Graph: TypeAlias = nx.MultiDiGraph[str]
else:
    Graph = nx.MultiDiGraph
"""Ids of organisations and posts as nodes, ties as edges."""


class TieKind(StrEnum):
    """What an edge means; relations keep their own classification beside these."""

    PART_OF = "part_of"
    """A unit belongs to a wider one."""
    POST_OF = "post_of"
    """A post belongs to an organisation."""
    MEMBER_OF = "member_of"
    """An organisation or post takes part in a group."""
    SUCCESSOR_OF = "successor_of"
    """An organisation continues another."""


class Confirmation(StrEnum):
    """On whose word a tie stands."""

    DOCUMENTED = "documented"
    """Nobody of the two stated it; it rests on its sources or on the city's structure."""
    STATED = "stated"
    """One side states it, the other has not answered."""
    CONFIRMED = "confirmed"
    """Both sides say so."""
    DISPUTED = "disputed"
    """One side states it, the other says no."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One edge: who is tied to whom, how, and on whose word.

    `mutual` ties hold in both directions; `strength` and `distance` as in `Relation`.
    """

    id: str
    subject_id: str
    object_id: str
    kind: str
    role: str = ""
    label: str = ""
    note: str = ""
    mutual: bool = False
    strength: float | None = None
    distance: float | None = None
    start_date: str | None = None
    end_date: str | None = None
    confirmation: Confirmation = Confirmation.DOCUMENTED
    sources: tuple[str, ...] = ()

    @property
    def undated(self) -> bool:
        """Whether nobody said when the tie began or ended."""
        return self.start_date is None and self.end_date is None


def build_graph(roster: Roster, as_of: date | None) -> Graph:
    """Return who was there and tied on a day, or at any time for None.

    Nodes are ids of organisations and posts with the record as `record`; edges bear the
    tie as `tie` and its id as key. A tie counts only where both of its ends are there.
    What has no dates is taken to hold. `graph.graph` holds the `topics` by id, the ids of
    posts that somebody `held` that day, and the day itself as `as_of`.
    """
    graph: Graph = nx.MultiDiGraph(
        topics={topic.id: topic for topic in roster.topics},
        held=_held(roster, as_of),
        as_of=as_of,
    )
    for record in _present([*roster.organizations, *roster.posts], as_of):
        graph.add_node(record.id, record=record)
    for tie in _ties(roster):
        both_there = tie.subject_id in graph and tie.object_id in graph
        if both_there and holds_on(tie.start_date, tie.end_date, as_of):
            graph.add_edge(tie.subject_id, tie.object_id, key=tie.id, tie=tie)
    return graph


def ties_of(graph: Graph, node: str) -> list[Tie]:
    """Return the ties that begin or end at a node."""
    outgoing: list[Tie] = [data["tie"] for _, _, data in graph.out_edges(node, data=True)]
    incoming: list[Tie] = [data["tie"] for _, _, data in graph.in_edges(node, data=True)]
    return outgoing + [tie for tie in incoming if tie.subject_id != tie.object_id]


def records(graph: Graph) -> dict[str, Organization | Post]:
    """Return the record behind every node, in the order of the graph."""
    return {node: data["record"] for node, data in graph.nodes(data=True)}


def ties(graph: Graph) -> list[Tie]:
    """Return all ties in the order of the graph."""
    return [data["tie"] for _, _, data in graph.edges(data=True)]


def _held(roster: Roster, as_of: date | None) -> frozenset[str]:
    """Return the posts that a person holds on a day."""
    return frozenset(
        each.post_id
        for each in roster.memberships
        if each.person_id and each.post_id and holds_on(each.start_date, each.end_date, as_of)
    )


def _present(
    records: Iterable[Organization | Post], as_of: date | None
) -> Iterator[Organization | Post]:
    return (each for each in records if holds_on(each.start_date, each.end_date, as_of))


def _ties(roster: Roster) -> Iterator[Tie]:
    for unit in roster.organizations:
        if unit.parent_id:
            yield Tie(
                f"{unit.id}:parent", unit.id, unit.parent_id, TieKind.PART_OF, sources=unit.sources
            )
        for before in unit.predecessor_ids:
            yield Tie(
                before_key(unit, before),
                unit.id,
                before,
                TieKind.SUCCESSOR_OF,
                sources=unit.sources,
            )
    for post in roster.posts:
        yield Tie(
            f"{post.id}:home", post.id, post.organization_id, TieKind.POST_OF, sources=post.sources
        )
    for membership in roster.memberships:
        yield from _of_membership(membership)
    for relation in roster.relations:
        yield _of_relation(relation)


def before_key(unit: Organization, before: str) -> str:
    """Return the id of the tie from a unit to one that it continues."""
    first = before == unit.successor_of_id
    return f"{unit.id}:before" if first else f"{unit.id}:before:{before}"


def _of_membership(membership: Membership) -> Iterator[Tie]:
    member = membership.member_organization_id or (
        membership.post_id if membership.person_id is None else None
    )
    if member:
        yield Tie(
            membership.id,
            member,
            membership.organization_id,
            TieKind.MEMBER_OF,
            role=membership.role,
            start_date=membership.start_date,
            end_date=membership.end_date,
            confirmation=confirmation(membership),
            sources=membership.sources,
        )


def _of_relation(relation: Relation) -> Tie:
    return Tie(
        relation.id,
        relation.subject_id,
        relation.object_id,
        relation.classification,
        label=relation.label,
        note=relation.note,
        mutual=relation.classification in MUTUAL if relation.mutual is None else relation.mutual,
        strength=relation.strength,
        distance=relation.distance,
        start_date=relation.start_date,
        end_date=relation.end_date,
        confirmation=confirmation(relation),
        sources=relation.sources,
    )


def confirmation(record: Membership | Relation) -> Confirmation:
    """Return on whose word a recorded tie stands; a dispute outweighs what was said before."""
    if record.disputed_by_id:
        return Confirmation.DISPUTED
    if record.confirmed_by_id:
        return Confirmation.CONFIRMED
    return Confirmation.STATED if record.stated_by_id else Confirmation.DOCUMENTED
