"""Taking over a network from a file: known nodes and ties are found again, the rest is added."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import Final

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.former_names import keep_if_renamed
from data.identifier import new_id
from data.organizations import KIND, organization
from data.positions import keep, place_new, positions
from data.roster import data_version, roster
from data.rows import to_row
from data.store import Conflict, Store
from network.exchange.choice import Choice
from network.exchange.foreign import ForeignNetwork
from network.exchange.outcome import outcome
from network.exchange.plan import ImportPlan, plan
from network.exchange.vocabulary import Meaning, Vocabulary
from network.graph import build_graph
from network.layout import Progress, arrange
from network.naming import search_forms
from network.organization import Membership, Organization, Post, Relation, Roster
from network.places import Point

_TABLES = {
    Organization: "organizations",
    Post: "posts",
    Membership: "memberships",
    Relation: "relations",
}
_HUNG = ("parent_id", "successor_of_id")
_PLANNED: Final = 0.1
_ARRANGED: Final = 0.7
"""Shares of the whole work that are done when all is planned, and when all has its place."""


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


@dataclass(frozen=True, slots=True)
class Seen:
    """What an order would do to the records that stood there at a version of the data."""

    version: int
    known: Roster
    plan: ImportPlan


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
    return _plan(order, roster(store) if store else Roster())


def look(store: Store, order: Order) -> Seen:
    """Return what an order would do to the records as they stand."""
    version, known = data_version(store), roster(store)
    return Seen(version, known, _plan(order, known))


def _plan(order: Order, known: Roster) -> ImportPlan:
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
    seen: Seen | None = None,
) -> ImportPlan:
    """Take over what an order wants, all or nothing, and return what was done.

    Where everything is known already, nothing is written, and there is no event. `progress` is
    told what share is done, from 0 to 1; what it raises gives all up. What was `seen` of the
    same order is not planned anew, unless the records changed. Raises `Conflict` where they
    changed since, so that other rows would be new or changed. Nobody has to wait while the
    picture is arranged, only while all is stored.
    """
    require(actor, Permission.NETWORK_IMPORT)
    tell = progress or (lambda _share: None)
    if seen is None or seen.version != data_version(store):
        seen = look(store, order)
    _as_expected(order, seen)
    tell(_PLANNED)
    placed = {} if seen.plan.nothing else _arranged(store, seen, tell)
    tell(_ARRANGED)
    with store.atomic():
        if seen.version != data_version(store):
            seen, placed = look(store, order), {}
            _as_expected(order, seen)
        if not seen.plan.nothing:
            _take(store, actor, seen.plan, tell, key, placed)
    tell(1.0)
    return seen.plan


def _as_expected(order: Order, seen: Seen) -> None:
    if order.expected is not None and order.expected != seen.plan.fingerprint:
        raise Conflict({"id": "network"})


def _arranged(store: Store, seen: Seen, tell: Progress) -> dict[str, Point]:
    graph = build_graph(outcome(seen.known, seen.plan), as_of=None)
    width = _ARRANGED - _PLANNED
    return arrange(graph, positions(store), lambda share: tell(_PLANNED + width * share))


def _take(
    store: Store,
    actor: Identity,
    done: ImportPlan,
    tell: Progress,
    key: str | None,
    placed: Mapping[str, Point],
) -> None:
    subject, permission = ("network", new_id()), Permission.NETWORK_IMPORT
    with change(store, actor, permission, Verb.IMPORTED, subject, key=key) as detail:
        store.insert_all("topics", (to_row(each) for each in done.topics))
        _add_organizations(store, done.organizations)
        tell(0.8)
        store.insert_all("posts", (to_row(each) for each in done.posts))
        store.insert_all("memberships", (to_row(each) for each in done.memberships))
        store.insert_all("relations", (to_row(each) for each in done.relations))
        tell(0.9)
        _change(store, done)
        if placed:
            keep(store, placed)
        else:  # the records changed while their picture was arranged
            place_new(store)
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
    rows = {each.id: to_row(each) for each in new}
    hangs = {
        key: {row[name] for name in _HUNG if row[name] in rows and row[name] != key}
        for key, row in rows.items()
    }
    later: dict[str, dict[str, str]] = {}
    try:
        ordered = list(TopologicalSorter(hangs).static_order())
    except CycleError:  # one belongs to another that continues it
        ordered = list(rows)
        later = {key: {n: rows[key][n] for n in _HUNG if rows[key][n]} for key in rows}
    bare = dict.fromkeys(_HUNG) if later else {}
    store.insert_all("organizations", ({**rows[key], **bare} for key in ordered))
    for key, hung in later.items():
        if hung:
            store.update("organizations", key, hung, expected=1)
    store.index_all(KIND, {each.id: _findable(each) for each in new})


def _change(store: Store, done: ImportPlan) -> None:
    units = (row.before for row in done.node_rows if isinstance(row.before, Organization))
    before = {each.id: each for each in units}
    now: dict[str, str] = {}
    for record in done.changed:
        if isinstance(record, Organization):
            known = before.get(record.id) or organization(store, record.id)
            keep_if_renamed(store, known, record.name, record.short_name)
            if _findable(known) != _findable(record):
                now[record.id] = _findable(record)
        row = to_row(record)
        store.update(_TABLES[type(record)], row.pop("id"), row, expected=record.revision)
    store.index_all(KIND, now)


def _findable(unit: Organization) -> str:
    return search_forms(" ".join((unit.name, unit.short_name, *unit.other_names)))
