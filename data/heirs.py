"""Letting one organisation succeed one or several others on a day."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from data.carrying_on import carry_duties, carry_people, carry_posts, carry_ties, carry_units
from data.change import change
from data.continuations import keep_continuation
from data.endings import Held, begins_after, end_all, held_after, lasts
from data.identifier import new_id
from data.moves import Moves
from data.organizations import insert_organization, organization
from data.positions import place_new
from data.renames import LONGEST_NAME, InvalidReshaping, present
from data.store import Store
from network.organization import Classification, Organization


@dataclass(frozen=True, slots=True)
class NewOrganization:
    """What is known of an organisation that begins as the heir of others."""

    name: str
    classification: Classification
    short_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What goes on with the heir: ids of posts and ties, and whether the rest does.

    `facts` are topics, offers and the like; `duties` are responsibilities and open reviews;
    `people` are contact persons and accounts; `units` those below.
    """

    ties: frozenset[str] = field(default_factory=frozenset)
    posts: frozenset[str] = field(default_factory=frozenset)
    facts: bool = True
    duties: bool = True
    people: bool = True
    units: bool = True


_FACTS = ("topic_ids", "offers", "needs", "languages", "target_groups")


def succeed(
    store: Store,
    actor: Identity,
    old_ids: Sequence[str],
    heir: NewOrganization | str,
    *,
    on: date,
    carried: Carried,
    expected: Mapping[str, int],
    key: str | None = None,
) -> Organization:
    """Let an organisation, new or known by its id, continue others from a day on.

    Those end on the day before, with their posts and ties. What is carried begins anew with
    the heir on the day. `expected` are the revisions of the old ones and of a known heir.
    Raises `InvalidReshaping`, `NotFound` and `Conflict`.
    """
    begun = not isinstance(heir, str)
    heir_id = heir if isinstance(heir, str) else new_id()
    with change(
        store, actor, Permission.ORGANIZATION_RESHAPE, Verb.SUCCEEDED,
        ("organization", heir_id), key=key,
    ) as detail:  # fmt: skip
        old = [present(store, each, expected.get(each, 0)) for each in dict.fromkeys(old_ids)]
        _check(store, old, heir, on)
        last = on - timedelta(days=1)
        moves = Moves(store)
        held = [held_after(store, each.id, last) for each in old]
        for each in old:
            if lasts(each.end_date, last):
                end_all(moves, each.id, last)
        if isinstance(heir, str):
            _continue(moves, heir, old, carried, expected.get(heir, 0))
        else:
            _begin(store, heir_id, heir, old, on, carried)
        _carry(moves, held, old, heir_id, on, carried)
        place_new(store)
        keep_continuation(store, actor, [each.id for each in old], heir_id, on, moves, begun=begun)
        detail |= {"before": [each.id for each in old], "on": on.isoformat()}
    return organization(store, heir_id)


def _check(
    store: Store, old: Sequence[Organization], heir: NewOrganization | str, on: date
) -> None:
    errors: dict[str, str] = {}
    if not old:
        errors["old"] = "missing"
    if any(begins_after(each.start_date, on - timedelta(days=1)) for each in old):
        errors["on"] = "too_early"
    if isinstance(heir, str):
        if {heir, *_before(store, heir)} & {each.id for each in old}:
            errors["heir"] = "same"
        elif any(heir in _before(store, each.id) for each in old):
            errors["heir"] = "circle"
        known = organization(store, heir)
        if not lasts(known.end_date, on - timedelta(days=1)):
            errors["heir"] = "already"
    elif not heir.name.strip():
        errors["name"] = "missing"
    elif max(len(heir.name), len(heir.short_name)) > LONGEST_NAME:
        errors["name"] = "too_long"
    if errors:
        raise InvalidReshaping(errors)


def _before(store: Store, organization_id: str) -> set[str]:
    """Return all that an organisation continues, through any number of steps."""
    found: set[str] = set()
    waiting = [organization_id]
    while waiting:
        for each in organization(store, waiting.pop()).predecessor_ids:
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found


def _begin(
    store: Store,
    heir_id: str,
    heir: NewOrganization,
    old: Sequence[Organization],
    on: date,
    carried: Carried,
) -> None:
    first = old[0]
    same_website = {each.website for each in old}
    begun = Organization(
        id=heir_id,
        name=" ".join(heir.name.split()),
        short_name=" ".join(heir.short_name.split()),
        classification=heir.classification,
        parent_id=first.parent_id if first.parent_id not in {each.id for each in old} else None,
        start_date=on.isoformat(),
        successor_of_id=first.id,
        also_successor_of_ids=tuple(each.id for each in old[1:]),
        website=first.website if carried.facts and len(same_website) == 1 else "",
        district=first.district if carried.facts else "",
    )
    insert_organization(store, begun)
    if carried.facts:
        facts = {name: _plain(values) for name, values in _facts(old).items()}
        store.update("organizations", heir_id, facts, expected=1)


def _continue(
    moves: Moves, heir_id: str, old: Sequence[Organization], carried: Carried, expected: int
) -> None:
    known = present(moves.store, heir_id, expected)
    before = tuple(dict.fromkeys((*known.predecessor_ids, *(each.id for each in old))))
    changes: dict[str, object] = {"successor_of_id": before[0]}
    row = moves.store.get("organizations", heir_id)
    if known.parent_id in {each.id for each in old}:
        changes["parent_id"] = next(
            (each.parent_id for each in old if each.id == known.parent_id), None
        )
    listed = {"also_successor_of_ids": before[1:]}
    if carried.facts:
        listed |= _facts([known, *old])
    changes |= {name: _plain(values) for name, values in listed.items()}
    moves.set("organizations", row, changes)


def _facts(known: Sequence[Organization]) -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(dict.fromkeys(value for each in known for value in getattr(each, name)))
        for name in _FACTS
    }


def _plain(values: Sequence[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def _carry(
    moves: Moves,
    held: Sequence[Held],
    old: Sequence[Organization],
    heir_id: str,
    on: date,
    carried: Carried,
) -> None:
    ends = {each.id: heir_id for each in old}
    ends |= carry_posts(moves, held, carried.posts, heir_id, on)
    carry_ties(moves, held, carried.ties, ends, heir_id, on)
    for each in old:
        if carried.duties:
            carry_duties(moves, each.id, heir_id)
        if carried.people:
            carry_people(moves, each.id, heir_id)
        if carried.units:
            carry_units(moves, each.id, heir_id)
