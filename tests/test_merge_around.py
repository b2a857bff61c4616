"""Merging with much going on: signed-in editors, sections that cite, and what is under way."""

from datetime import date

import pytest

from accounts.identity import OPERATOR, Role
from data.accounts import account, add_account
from data.dissolutions import dissolve
from data.merged_fields import differing
from data.merges import leads_to, merge, undo_merge
from data.organizations import organization
from data.renames import rename
from data.roster import roster
from data.store import Conflict, Store
from network.graph import build_graph
from network.measures import measure
from tests.conftest import COORDINATOR
from tests.writing_verbs_advice import a_city
from tests.writing_verbs_merges import merge_now, revision


def test_the_account_of_an_editor_goes_along_and_comes_back(store: Store) -> None:
    keys = a_city(store)
    made = add_account(
        store, OPERATOR, "Eva", "eva", Role.ORG_EDITOR, organization_id=keys["verein"]
    )
    done = merge_now(store, keys["verein"], keys["neu"])
    assert account(store, made.account.id).organization_id == keys["neu"]
    undo_merge(store, COORDINATOR, done.id, expected=1)
    assert account(store, made.account.id).organization_id == keys["verein"]


@pytest.mark.parametrize(
    ("gone", "kept"), [("gb3", "stadt"), ("stadt", "gb3"), ("alt", "neu"), ("neu", "alt")]
)
def test_a_parent_and_its_unit_or_one_and_its_successor_become_one(
    store: Store, gone: str, kept: str
) -> None:
    keys = a_city(store)
    done = merge_now(store, keys[gone], keys[kept])
    one = organization(store, keys[kept])
    assert keys[kept] not in (one.parent_id, *one.predecessor_ids)
    for day in (None, date(2014, 1, 1), date(2026, 1, 1)):
        graph = build_graph(roster(store, day), day)
        assert len(measure(graph).nodes) == len(graph)
    assert undo_merge(store, COORDINATOR, done.id, expected=1) == ()


@pytest.mark.parametrize(("gone", "end"), [("verein", None), ("gb3", "2020-01-01")])
def test_whether_the_kept_one_goes_on_is_asked_and_not_taken_from_the_other(
    store: Store, gone: str, end: str | None
) -> None:
    keys = a_city(store)
    kept = "gb3" if gone == "verein" else "verein"
    dissolve(store, COORDINATOR, keys["verein"], on=date(2020, 1, 1), expected=1)
    one, other = organization(store, keys[kept]), organization(store, keys[gone])
    assert "end_date" in differing(one, other)
    merge_now(store, keys[gone], keys[kept])
    assert organization(store, keys[kept]).end_date == end


def test_what_is_gone_is_neither_renamed_nor_dissolved_nor_merged(store: Store) -> None:
    keys = a_city(store)
    gone = keys["verein"]
    merge_now(store, gone, keys["neu"])
    now = revision(store, gone)
    for attempt in (
        lambda: rename(store, COORDINATOR, gone, "N", "", since=None, expected=now),
        lambda: dissolve(store, COORDINATOR, gone, on=date(2020, 1, 1), expected=now),
        lambda: merge(store, COORDINATOR, gone, keys["ag"], expected_gone=now, expected_kept=1),
    ):
        with pytest.raises(Conflict):
            attempt()
    assert leads_to(store, gone) == keys["neu"]
