"""Merging: no column is forgotten, equal ties are one, and what changed since is told."""

import json
from datetime import date
from typing import Any

import pytest

from accounts.identity import Identity, Role
from accounts.permissions import NotPermitted
from data.events import events
from data.identifier import new_id
from data.merged_fields import Choice, differing, usual_choice
from data.merges import InvalidMerge, LaterMerge, leads_to, merge, merges, undo_merge
from data.moves import LeftWhy
from data.organizations import find_organizations, organization, organizations
from data.rows import to_row
from data.store import Conflict, NotFound, Store
from network.organization import Relation, RelationKind
from tests.conftest import COORDINATOR, STAFF
from tests.merged_networks import content
from tests.writing_verbs_advice import a_city
from tests.writing_verbs_merges import merge_now, revision


def tie(store: Store, one: str, two: str, kind: RelationKind, **facts: Any) -> str:  # noqa: ANN401
    made = Relation(id=new_id(), subject_id=one, object_id=two, classification=kind, **facts)
    store.insert("relations", to_row(made))
    return made.id


def test_equal_ties_are_one_with_both_words_and_both_sources(store: Store) -> None:
    keys = a_city(store)
    gone, kept, other = keys["alt"], keys["neu"], keys["verein"]
    first = tie(store, kept, other, RelationKind.COOPERATES, stated_by_id=kept, sources=("A",))
    tie(store, other, gone, RelationKind.COOPERATES, stated_by_id=other, sources=("B",))
    longer = tie(store, kept, other, RelationKind.FUNDS, start_date="2015")
    ended = tie(store, gone, other, RelationKind.FUNDS, end_date="2014-12-31")

    merge_now(store, gone, kept)

    one = store.get("relations", first)
    assert (one["stated_by_id"], one["confirmed_by_id"]) == (kept, other)
    assert json.loads(one["sources"]) == ["A", "B"]
    funds = {row["id"] for row in store.find("relations", classification="funds", subject_id=kept)}
    assert funds == {longer, ended}  # one of them may go on, so they stay two


def test_the_gone_one_stays_for_old_links_only(store: Store) -> None:
    keys = a_city(store)
    merge_now(store, keys["verein"], keys["neu"])

    assert keys["verein"] not in {each.id for each in organizations(store)}
    assert organization(store, keys["verein"]).merged_into_id == keys["neu"]
    assert [each.id for each in find_organizations(store, "nachbarn helfen")] == [keys["neu"]]
    assert leads_to(store, keys["verein"]) == keys["neu"] == leads_to(store, keys["neu"])
    assert leads_to(store, "nobody") is None
    assert "Nachbarn helfen e. V." in organization(store, keys["neu"]).other_names
    assert events(store)[-1].verb == "merged"


def test_each_field_is_kept_taken_or_both(store: Store) -> None:
    keys = a_city(store)
    kept, gone = keys["gb3"], keys["ag"]
    store.update("organizations", kept, {"description": "Eins", "district": "Nord"}, expected=1)
    store.update("organizations", gone, {"description": "Zwei", "district": "Süd"}, expected=1)
    choices = {"name": Choice.TAKE, "description": Choice.BOTH, "topic_ids": Choice.BOTH}

    merge(store, COORDINATOR, gone, kept, choices, expected_gone=2, expected_kept=2)

    made = organization(store, kept)
    assert (made.name, made.district) == ("Arbeitsgruppe Kita", "Nord")
    assert made.description == "Eins\n\nZwei"
    assert set(made.topic_ids) == {keys["kita"], keys["bildung"]}
    assert made.other_names == ("Geschäftsbereich 3", "AG Kita")
    assert made.short_name == "GB 3"


def test_what_one_does_not_know_is_taken_from_the_other(store: Store) -> None:
    keys = a_city(store)
    kept, gone = organization(store, keys["verein"]), organization(store, keys["gb3"])
    assert "short_name" in differing(kept, gone)
    assert usual_choice("short_name", kept, gone) is Choice.TAKE
    assert usual_choice("name", kept, gone) is Choice.KEEP
    assert usual_choice("topic_ids", kept, gone) is Choice.BOTH


def test_what_changed_since_the_merge_stays_and_is_told(store: Store) -> None:
    keys = a_city(store)
    gone, kept = keys["verein"], keys["neu"]
    done = merge_now(store, gone, kept)
    (moved,) = store.find("relations", subject_id=kept)
    store.update("relations", moved["id"], {"subject_id": keys["ag"]}, expected=2)
    added = tie(store, kept, keys["ag"], RelationKind.ADVISES)
    now = revision(store, kept)
    store.update("organizations", kept, {"district": "Nord", "start_date": "2016"}, expected=now)

    left = undo_merge(store, COORDINATOR, done.id, expected=done.revision)

    assert {(each.id, each.column, each.why) for each in left} == {
        (moved["id"], "subject_id", LeftWhy.CHANGED),
        (added, "", LeftWhy.ADDED),
    }
    assert store.get("relations", moved["id"])["subject_id"] == keys["ag"]
    assert organization(store, kept).district == "Nord"
    assert organization(store, kept).other_names == ()
    assert organization(store, gone).merged_into_id is None
    assert merges(store, COORDINATOR)[0].left == left


def test_names_added_since_stay_though_those_of_the_gone_one_go(store: Store) -> None:
    keys = a_city(store)
    done = merge_now(store, keys["verein"], keys["neu"])
    names = [*organization(store, keys["neu"]).other_names, "Servicepunkt"]
    now = revision(store, keys["neu"])
    store.update("organizations", keys["neu"], {"other_names": json.dumps(names)}, expected=now)

    assert undo_merge(store, COORDINATOR, done.id, expected=1) == ()
    assert organization(store, keys["neu"]).other_names == ("Servicepunkt",)


def test_a_tie_whose_person_was_erased_since_is_not_missed_silently(store: Store) -> None:
    keys = a_city(store)
    row = {
        "id": new_id(),
        "name": "N.",
        "organization_id": keys["verein"],
        "email": "",
        "phone": "",
    }
    store.insert("persons", row | {"public": 0, "consent_text": "", "consent_on": None})
    done = merge_now(store, keys["verein"], keys["neu"])
    store.delete("persons", id=row["id"])

    (left,) = undo_merge(store, COORDINATOR, done.id, expected=1)
    assert (left.table, left.why) == ("persons", LeftWhy.MISSING)


def test_later_merges_are_undone_first(store: Store) -> None:
    keys = a_city(store)
    first = merge_now(store, keys["verein"], keys["gb3"])
    second = merge_now(store, keys["gb3"], keys["neu"])
    with pytest.raises(LaterMerge) as fault:
        undo_merge(store, COORDINATOR, first.id, expected=1)
    assert fault.value.merge_id == second.id
    undo_merge(store, COORDINATOR, second.id, expected=1)
    undo_merge(store, COORDINATOR, first.id, expected=1)
    with pytest.raises(Conflict):
        undo_merge(store, COORDINATOR, first.id, expected=2)


def test_nothing_merges_with_itself_with_nobody_or_twice(store: Store) -> None:
    keys = a_city(store)
    club = keys["verein"]
    with pytest.raises(InvalidMerge):
        merge(store, COORDINATOR, club, club, expected_gone=1, expected_kept=1)
    with pytest.raises(NotFound):
        merge(store, COORDINATOR, "nobody", club, expected_gone=1, expected_kept=1)
    merge_now(store, club, keys["neu"])
    with pytest.raises(Conflict):
        merge_now(store, club, keys["gb3"])
    with pytest.raises(Conflict):
        merge_now(store, keys["gb3"], club)


def test_who_looked_at_an_older_entry_merges_nothing(store: Store) -> None:
    keys = a_city(store)
    before = content(store)
    with pytest.raises(Conflict):
        merge(store, COORDINATOR, keys["verein"], keys["gb3"], expected_gone=1, expected_kept=7)
    assert content(store) == before


@pytest.mark.parametrize("actor", [STAFF, Identity("x", "", Role.ORG_EDITOR)])
def test_only_the_coordination_reshapes(store: Store, actor: Identity) -> None:
    keys = a_city(store)
    with pytest.raises(NotPermitted):
        merge_now(store, keys["verein"], keys["gb3"], actor)
    with pytest.raises(NotPermitted):
        merges(store, actor)


def test_a_pair_introduced_before_is_remembered_for_the_one(store: Store) -> None:
    keys = a_city(store)
    for one in (keys["verein"], keys["neu"]):
        pair = dict(zip(("first_id", "second_id"), sorted((one, keys["ag"])), strict=True))
        row = {"id": new_id(), "status": "made", "reasons": "[]", "note": "", "decided_by": "x"}
        store.insert("introductions", row | pair | {"decided_on": date.today().isoformat()})  # noqa: DTZ011
    merge_now(store, keys["verein"], keys["neu"])
    (pair,) = store.find("introductions")
    assert {pair["first_id"], pair["second_id"]} == {keys["neu"], keys["ag"]}
