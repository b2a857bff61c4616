"""Taking over a network from a file: known nodes and ties are found again, the rest is added."""

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.identifier import new_id
from data.organizations import KIND
from data.positions import place_new
from data.roster import roster
from data.rows import to_row
from data.store import Store
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
_HUNG = ("parent_id", "successor_of_id")


def plan_import(
    store: Store | None,
    foreign: ForeignNetwork,
    vocabulary: Vocabulary | None = None,
    meaning: Meaning = Meaning.STRENGTH,
) -> ImportPlan:
    """Return what taking a network over would do; without a store, to an empty one."""
    known = roster(store) if store else Roster()
    return plan(foreign, known, new_id, vocabulary or Vocabulary(), meaning)


def import_foreign(
    store: Store,
    actor: Identity,
    foreign: ForeignNetwork,
    vocabulary: Vocabulary | None = None,
    meaning: Meaning = Meaning.STRENGTH,
    progress: Progress | None = None,
) -> ImportPlan:
    """Take a network over, all or nothing, and return what was done.

    Where everything is known already, nothing is written, and there is no event. `progress` is
    told what share of the new nodes' places is found; what it raises gives all up.
    """
    require(actor, Permission.NETWORK_IMPORT)
    with store.atomic():
        done = plan_import(store, foreign, vocabulary, meaning)
        if not done.nothing:
            _take(store, actor, done, progress)
    return done


def _take(
    store: Store, actor: Identity, done: ImportPlan, progress: Progress | None
) -> None:  # fmt: skip
    subject = ("network", new_id())
    with change(store, actor, Permission.NETWORK_IMPORT, Verb.IMPORTED, subject) as detail:
        store.insert_all("topics", (to_row(each) for each in done.topics))
        _add_organizations(store, done.organizations)
        store.insert_all("posts", (to_row(each) for each in done.posts))
        store.insert_all("memberships", (to_row(each) for each in done.memberships))
        store.insert_all("relations", (to_row(each) for each in done.relations))
        for record in done.changed:
            _update(store, record)
        place_new(store, progress)
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
