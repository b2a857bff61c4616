"""Pairs of entries that look alike and are not the same: said once, not asked again."""

from collections.abc import Collection

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.clock import today
from data.identifier import new_id
from data.store import AlreadyDone, Store

Pair = tuple[str, str]


def pair_of(one: str, two: str) -> Pair:
    """Return two ids, the lesser first."""
    return (one, two) if one < two else (two, one)


def distinct_pairs(store: Store, actor: Identity) -> Collection[Pair]:
    """Return the pairs that are not the same; raise `NotPermitted`."""
    require(actor, Permission.ORGANIZATION_RESHAPE)
    return {(row["first_id"], row["second_id"]) for row in store.find("not_duplicates")}


def say_distinct(
    store: Store, actor: Identity, one: str, two: str, *, key: str | None = None
) -> None:
    """Remember that two entries are not the same organisation.

    Raises `NotFound`, and `AlreadyDone` where that was said before.
    """
    first, second = pair_of(one, two)
    identifier = new_id()
    with change(
        store, actor, Permission.ORGANIZATION_RESHAPE, Verb.SETTLED,
        ("organization", first), key=key,
    ) as detail:  # fmt: skip
        for each in (first, second):
            store.get("organizations", each)
        known = store.find("not_duplicates", first_id=first, second_id=second)
        if known:
            raise AlreadyDone(known[0]["id"])
        row = {"id": identifier, "first_id": first, "second_id": second}
        store.insert("not_duplicates", row | {"said_by": actor.id, "said_on": today().isoformat()})
        detail |= {"not": second}
