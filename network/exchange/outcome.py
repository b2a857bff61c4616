"""What the network would be once a plan is carried out."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from network.exchange.plan import ImportPlan
from network.naming import fold
from network.organization import Membership, Organization, Post, Relation, Roster

T = TypeVar("T", Organization, Post, Membership, Relation)


def outcome(known: Roster, plan: ImportPlan) -> Roster:
    """Return all that is there with what a plan would add and change, in the store's order."""
    now: dict[str, object] = {each.id: each for each in plan.changed}

    def changed(kind: type[T], there: Iterable[T], new: Iterable[T]) -> list[T]:
        everything: list[object] = [*(now.get(each.id, each) for each in there), *new]
        return [each for each in everything if isinstance(each, kind)]

    units = changed(Organization, known.organizations, plan.organizations)
    posts = changed(Post, known.posts, plan.posts)
    memberships = changed(Membership, known.memberships, plan.memberships)
    relations = changed(Relation, known.relations, plan.relations)
    return replace(
        known,
        organizations=tuple(sorted(units, key=lambda each: (fold(each.name), each.name))),
        posts=tuple(sorted(posts, key=lambda each: each.id)),
        memberships=tuple(sorted(memberships, key=lambda each: each.id)),
        relations=tuple(sorted(relations, key=lambda each: each.id)),
        topics=(*known.topics, *plan.topics),
    )
