"""The network as a whole, read at once."""

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.former_names import all_called_on
from data.organizations import organizations
from data.rows import from_row
from data.store import Store
from network.organization import Membership, Person, Post, Relation, Roster, Topic

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def roster(store: Store, as_of: date | None = None) -> Roster:
    """Return all that is public of the network: no persons, and nothing unconfirmed.

    Where a day is named organisations bear the names they had then. All of them are returned,
    whether or not they were there on that day.
    """
    known = organizations(store)
    return Roster(
        organizations=tuple(all_called_on(store, known, as_of) if as_of else known),
        posts=_all(store, Post, "posts"),
        memberships=_all(store, Membership, "memberships"),
        relations=_all(store, Relation, "relations"),
        topics=_all(store, Topic, "topics"),
    )


def topics(store: Store) -> tuple[Topic, ...]:
    """Return the topics by their German term."""
    return tuple(from_row(Topic, row) for row in store.find("topics", order="term"))


def contacts(store: Store, actor: Identity, organization_id: str) -> list[Person]:
    """Return the contact persons that the actor may see."""
    rows = store.find("persons", organization_id=organization_id)
    people = [from_row(Person, row) for row in rows]
    internal = may(actor, Permission.CONTACT_READ)
    return [person for person in people if person.public or internal]


def data_version(store: Store) -> int:
    """Return a number that grows with every recorded change."""
    rows = store.query("select coalesce(max(seq), 0) as seq from events")
    return int(rows[0]["seq"])


def _all(store: Store, kind: type[T], table: str) -> tuple[T, ...]:
    return tuple(from_row(kind, row) for row in store.find(table))
