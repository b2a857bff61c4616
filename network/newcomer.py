"""Whom an organisation that has just registered should know: neighbours and working groups."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from network.common_ground import Reason
from network.facets import with_wider
from network.graph import Graph, build_graph, records
from network.introductions import introductions
from network.naming import fold
from network.organization import (
    Classification,
    Organization,
    Relation,
    RelationKind,
    Roster,
)
from network.registration import Registration

NEWCOMER = "newcomer"
"""The id that stands for the organisation which has no entry yet."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An organisation that is near to a newcomer, and why; `by` in a reason may be `NEWCOMER`."""

    organization: Organization
    reasons: tuple[Reason, ...]


def neighbours(
    roster: Roster, registration: Registration, day: date, limit: int = 5
) -> list[Neighbour]:
    """Return the organisations that have most in common with a newcomer, best first.

    It is ranked as introductions are; whom it named as a partner, it knows already.
    """
    graph = build_graph(_with_newcomer(roster, registration), day)
    known = records(graph)
    found = []
    for each in introductions(graph, limit=limit, about=NEWCOMER):
        other = known[each.second if each.first == NEWCOMER else each.first]
        if isinstance(other, Organization):
            found.append(Neighbour(other, each.reasons))
    return found


def groups_on(graph: Graph, topic_ids: Collection[str]) -> list[Organization]:
    """Return the working groups on some topics, or on narrower or wider ones, by name."""
    wanted = related(graph, topic_ids)
    found = [
        each
        for each in records(graph).values()
        if isinstance(each, Organization)
        and each.classification is Classification.WORKING_GROUP
        and wanted & set(each.topic_ids)
    ]
    return sorted(found, key=lambda each: (fold(each.name), each.id))


def related(graph: Graph, topic_ids: Collection[str]) -> set[str]:
    """Return topics together with all narrower and wider ones."""
    wanted = set(topic_ids)
    narrower = {
        topic for topic in graph.graph["topics"] if wanted & set(with_wider(graph, (topic,)))
    }
    return narrower | set(with_wider(graph, tuple(topic_ids)))


def _with_newcomer(roster: Roster, registration: Registration) -> Roster:
    new = Organization(
        id=NEWCOMER,
        name=registration.name,
        classification=registration.classification,
        district=registration.district,
        target_groups=registration.target_groups,
        topic_ids=registration.topic_ids,
        offers=registration.offers,
        needs=registration.needs,
    )
    ties = tuple(
        Relation(
            id=f"{NEWCOMER} {partner}",
            subject_id=NEWCOMER,
            object_id=partner,
            classification=RelationKind.COOPERATES,
        )
        for partner in registration.partner_ids
    )
    return replace(
        roster,
        organizations=(*roster.organizations, new),
        relations=(*roster.relations, *ties),
    )
