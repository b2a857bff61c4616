"""Undoing a succession: all is as before, and what came since is told and stays."""

from collections.abc import Sequence
from datetime import date

import pytest

from data.continuations import (
    Continuation,
    LaterContinuation,
    continuations,
    undo_continuation,
)
from data.heirs import Carried, NewOrganization, succeed
from data.identifier import new_id
from data.merges import LaterMerge, leads_to, undo_merge
from data.moves import Left, LeftWhy
from data.organizations import find_organizations, organization
from data.rows import to_row
from data.store import Conflict, Store
from network.organization import Classification, Relation, RelationKind
from tests.conftest import COORDINATOR
from tests.merged_networks import content
from tests.writing_verbs_advice import a_city
from tests.writing_verbs_merges import merge_now, revision

DAY = date(2020, 1, 1)


def followed(store: Store, old: Sequence[str], name: str = "Haus", day: date = DAY) -> Continuation:
    """Let a new entry continue others, with all that they have."""
    rows = [row for table in ("relations", "memberships", "posts") for row in store.find(table)]
    ids = frozenset(row["id"] for row in rows)
    succeed(
        store,
        COORDINATOR,
        old,
        NewOrganization(name, Classification.ASSOCIATION),
        on=day,
        carried=Carried(ties=ids, posts=ids),
        expected={each: revision(store, each) for each in old},
    )
    return continuations(store, COORDINATOR)[0]


def undone(store: Store, known: Continuation) -> tuple[Left, ...]:
    return undo_continuation(store, COORDINATOR, known.id, expected=known.revision)


@pytest.mark.parametrize("day", [DAY, date(2031, 1, 1)])
def test_two_that_were_continued_are_as_before_and_the_heir_leads_on(
    store: Store, day: date
) -> None:
    keys = a_city(store)
    before = content(store)
    done = followed(store, [keys["gb3"], keys["verein"]], day=day)
    assert organization(store, keys["verein"]).end_date

    assert undone(store, done) == ()

    after = content(store)
    for table in ("relations", "memberships", "posts"):
        assert after[table] == before[table]
    assert [row for row in after["organizations"] if row["id"] != done.heir_id] == before[
        "organizations"
    ]
    assert leads_to(store, done.heir_id) == keys["gb3"]
    assert find_organizations(store, "haus") == []
    assert continuations(store, COORDINATOR)[0].undone_on
    with pytest.raises(Conflict):
        undone(store, continuations(store, COORDINATOR)[0])


def test_an_heir_with_a_tie_of_its_own_stays_and_that_is_told(store: Store) -> None:
    keys = a_city(store)
    done = followed(store, [keys["verein"]])
    own = Relation(
        id=new_id(),
        subject_id=done.heir_id,
        object_id=keys["ag"],
        classification=RelationKind.ADVISES,
    )
    store.insert("relations", to_row(own))

    assert undone(store, done) == (Left("organizations", done.heir_id, "", LeftWhy.ADDED),)

    heir = organization(store, done.heir_id)
    assert (heir.merged_into_id, heir.predecessor_ids) == (None, ())
    assert [row["id"] for row in store.find("relations", subject_id=heir.id)] == [own.id]
    assert organization(store, keys["verein"]).end_date is None


def test_what_was_carried_and_changed_since_stays_with_the_heir(store: Store) -> None:
    keys = a_city(store)
    done = followed(store, [keys["verein"]])
    (tie,) = store.find("relations", subject_id=done.heir_id)
    store.update("relations", tie["id"], {"note": "neu"}, expected=tie["revision"])

    left = undone(store, done)

    assert {(each.id, each.why) for each in left} == {
        (tie["id"], LeftWhy.CHANGED),
        (done.heir_id, LeftWhy.ADDED),
    }
    assert store.get("relations", tie["id"])["note"] == "neu"


def test_later_merges_and_successions_are_undone_first(store: Store) -> None:
    keys = a_city(store)
    first = followed(store, [keys["verein"]])
    second = followed(store, [first.heir_id], "Zweites", date(2022, 1, 1))
    with pytest.raises(LaterContinuation) as fault:
        undone(store, first)
    assert fault.value.heir_id == second.heir_id
    undone(store, second)
    merged = merge_now(store, keys["neu"], first.heir_id)
    with pytest.raises(LaterMerge):
        undone(store, first)
    undo_merge(store, COORDINATOR, merged.id, expected=1)
    assert undone(store, first) == ()
    assert leads_to(store, second.heir_id) == keys["verein"]
