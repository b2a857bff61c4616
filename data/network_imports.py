"""Taking over a network from a file: known nodes and ties are found again, the rest is added."""

from dataclasses import dataclass, field
from typing import Final

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.identifier import new_id
from data.organizations import KIND
from data.positions import place_new
from data.roster import roster
from data.rows import to_row
from data.store import Conflict, Store
from network.exchange.choice import Choice
from network.exchange.foreign import ForeignNetwork
from network.exchange.plan import ImportPlan, plan
from network.exchange.vocabulary import Meaning, Vocabulary
from network.layout import Progress
from network.naming import search_forms
from network.organization import Membership, Organization, Post, Relation, Roster

_TABLES = {
    Organization: "organizations",
    Post: "posts",
    Membership: "memberships",
    Relation: "relations",
}
_PLANNED: Final = 0.15
_STORED: Final = 0.5
"""Shares of the whole work that are done when all is planned, and when all is stored."""
_HUNG = ("parent_id", "successor_of_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A network from a file, what its words and weights mean, and what of it is wanted.

    `expected` is the fingerprint of the plan that somebody saw, and said yes to.
    """

    foreign: ForeignNetwork
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    meaning: Meaning = Meaning.STRENGTH
    choice: Choice = field(default_factory=Choice)
    expected: str | None = None


def plan_import(
    store: Store | None,
    foreign: ForeignNetwork,
    vocabulary: Vocabulary | None = None,
    meaning: Meaning = Meaning.STRENGTH,
) -> ImportPlan:
    """Return what taking a network over would do; without a store, to an empty one."""
    order = Order(foreign=foreign, vocabulary=vocabulary or Vocabulary(), meaning=meaning)
    return plan_order(store, order)


def plan_order(store: Store | None, order: Order) -> ImportPlan:
    """Return what an order would do."""
    known = roster(store) if store else Roster()
    return plan(
        order.foreign, known, new_id, order.vocabulary, order.meaning, order.choice
    )  # fmt: skip


def import_foreign(
    store: Store,
    actor: Identity,
    foreign: ForeignNetwork,
    vocabulary: Vocabulary | None = None,
    meaning: Meaning = Meaning.STRENGTH,
    progress: Progress | None = None,
) -> ImportPlan:
    """Take a network over, all or nothing, and return what was done.

    As `carry_out` does it.
    """
    order = Order(foreign=foreign, vocabulary=vocabulary or Vocabulary(), meaning=meaning)
    return carry_out(store, actor, order, progress)


def carry_out(
    store: Store,
    actor: Identity,
    order: Order,
    progress: Progress | None = None,
    key: str | None = None,
) -> ImportPlan:
    """Take over what an order wants, all or nothing, and return what was done.

    Where everything is known already, nothing is written, and there is no event. `progress` is
    told what share is done, from 0 to 1; what it raises gives all up. Raises `Conflict` where
    the records changed since the plan was seen, so that other rows would be new or changed.
    """
    require(actor, Permission.NETWORK_IMPORT)
    tell = progress or (lambda _share: None)
    with store.atomic():
        done = plan_order(store, order)
        if order.expected is not None and order.expected != done.fingerprint:
            raise Conflict({"id": "network"})
        tell(_PLANNED)
        if not done.nothing:
            _take(store, actor, done, tell, key)
    tell(1.0)
    return done


def _take(
    store: Store, actor: Identity, done: ImportPlan, tell: Progress, key: str | None
) -> None:  # fmt: skip
    subject, permission = ("network", new_id()), Permission.NETWORK_IMPORT
    with change(store, actor, permission, Verb.IMPORTED, subject, key=key) as detail:
        store.insert_all("topics", (to_row(each) for each in done.topics))
        _add_organizations(store, done.organizations)
        store.insert_all("posts", (to_row(each) for each in done.posts))
        store.insert_all("memberships", (to_row(each) for each in done.memberships))
        store.insert_all("relations", (to_row(each) for each in done.relations))
        for record in done.changed:
            _update(store, record)
        tell(_STORED)
        place_new(store, lambda share: tell(_STORED + (1 - _STORED) * share))
        detail |= {
            "topics": len(done.topics),
            "organizations": len(done.organizations),
            "posts": len(done.posts),
            "memberships": len(done.memberships),
            "relations": len(done.relations),
            "changed": sorted(each.id for each in done.changed)[:100],
        }


def _add_organizations(store: Store, new: tuple[Organization, ...]) -> None:
    """Add organisations; what they hang on may come later in the file than they do."""
    rows = [to_row(each) for each in new]
    store.insert_all("organizations", ({**row, **dict.fromkeys(_HUNG)} for row in rows))
    for row in rows:
        hung = {name: row[name] for name in _HUNG if row[name]}
        if hung:
            store.update("organizations", row["id"], hung, expected=1)
    # Not one by one: each would search the whole index for words of before.
    store.insert_all(
        "search_index",
        ({"kind": KIND, "subject_id": each.id, "text": _findable(each)} for each in new),
    )


def _update(store: Store, record: Organization | Post | Membership | Relation) -> None:
    table = _TABLES[type(record)]
    row = to_row(record)
    store.update(table, row.pop("id"), row, expected=record.revision)
    if isinstance(record, Organization):
        store.index(KIND, record.id, _findable(record))


def _findable(unit: Organization) -> str:
    return search_forms(" ".join((unit.name, unit.short_name, *unit.other_names)))
