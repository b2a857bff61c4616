"""Reshaping in any order: nothing is lost or goes in circles, and the network can be built."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from data import events
from data.continuations import LaterContinuation, continuations, undo_continuation
from data.dissolutions import dissolutions, dissolve, take_back
from data.heirs import Carried, NewOrganization, succeed
from data.identifier import new_id
from data.merges import InvalidMerge, LaterMerge, gone_entries, leads_to, merges, undo_merge
from data.organizations import organizations
from data.renames import InvalidReshaping, rename
from data.roster import roster
from data.rows import to_row
from data.store import Conflict, Store
from network.graph import build_graph, ties
from network.organization import Classification, Relation, RelationKind
from tests.conftest import COORDINATOR
from tests.merged_networks import KEYS, content, networks, stored
from tests.writing_verbs_merges import merge_now, revision

DAYS = (date(2014, 6, 1), date(2016, 1, 1), date(2020, 1, 1), date(2027, 1, 1))
JOBS = ("merge", "undo", "rename", "succeed", "dissolve", "take_back", "tie", "unsucceed")
REFUSED = (InvalidMerge, InvalidReshaping, LaterMerge, LaterContinuation, Conflict)
Step = tuple[str, int, int, date, bool]
steps = st.lists(
    st.tuples(
        st.sampled_from(JOBS),
        st.integers(0, 9),
        st.integers(0, 9),
        st.sampled_from(DAYS),
        st.booleans(),
    ),
    min_size=2,
    max_size=9,
)


@settings(max_examples=60)
@given(networks(), steps)
def test_any_order_of_reshaping_keeps_the_network_whole(
    rows: list[tuple[str, Any]], program: list[Step]
) -> None:
    with stored(rows) as store:
        for step in program:
            before = _all_ids(store)
            try:
                _do(store, step)
            except REFUSED:
                assert _all_ids(store) == before
            _check_whole(store)


@settings(max_examples=40)
@given(networks(), steps)
def test_all_ties_are_there_again_when_every_merge_is_undone(
    rows: list[tuple[str, Any]], program: list[Step]
) -> None:
    with stored(rows) as store:
        known = {row["id"] for table in _TIES for row in store.find(table)}
        for step in program:
            try:
                _do(store, step)
            except REFUSED:
                continue
        told: set[str] = set()
        for done in merges(store, COORDINATOR):
            if done.undone_on is None:
                left = undo_merge(store, COORDINATOR, done.id, expected=done.revision)
                told |= {each.id for each in left}
            _check_whole(store)
        told |= {each.id for done in merges(store, COORDINATOR) for each in done.left}
        now = {row["id"] for table in _TIES for row in store.find(table)}
        assert known - told <= now
        vain = {each.heir_id for each in continuations(store, COORDINATOR) if each.undone_on}
        assert set(gone_entries(store)) <= vain
        assert set(KEYS) <= {each.id for each in organizations(store)}


@settings(max_examples=60)
@given(networks(), st.permutations(KEYS), st.booleans(), st.sampled_from(DAYS))
def test_a_succession_that_is_undone_never_was(
    rows: list[tuple[str, Any]], order: list[str], known: bool, day: date
) -> None:
    with stored(rows) as store:
        before = content(store)
        try:
            _succeed(store, order[0], order[1] if known else "", day)
        except InvalidReshaping:
            assert content(store) == before
            return
        (done,) = continuations(store, COORDINATOR)
        assert undo_continuation(store, COORDINATOR, done.id, expected=1) == ()
        after = content(store)
        if not known:
            assert leads_to(store, done.heir_id) == order[0]
        for table in ("organizations", "positions"):
            for state in (before, after):
                state[table] = [
                    row for row in state[table] if done.heir_id not in row.values() or known
                ]
        before.pop("positions")
        after.pop("positions")
        assert after == before
        _check_whole(store)


_TIES = ("relations", "memberships", "posts", "persons")


def _all_ids(store: Store) -> Mapping[str, int]:
    rows = [row for table in ("organizations", *_TIES) for row in store.find(table)]
    return {row["id"]: row["revision"] for row in rows}


def _do(store: Store, step: Step) -> None:
    job, first, second, day, known = step
    ids = [row["id"] for row in store.find("organizations", order="id")]
    one, two = ids[first % len(ids)], ids[second % len(ids)]
    now = revision(store, one)
    if job == "merge":
        merge_now(store, one, two)
    elif job == "undo" and (found := merges(store, COORDINATOR)):
        done = found[first % len(found)]
        undo_merge(store, COORDINATOR, done.id, expected=done.revision)
    elif job == "rename":
        name = f"Name {first} {second}"
        rename(store, COORDINATOR, one, name, "", since=day if known else None, expected=now)
    elif job == "dissolve":
        dissolve(store, COORDINATOR, one, on=day, expected=now)
    elif job == "take_back" and (ended := dissolutions(store, COORDINATOR)):
        back = ended[first % len(ended)]
        take_back(store, COORDINATOR, back.id, expected=back.revision)
    elif job == "unsucceed" and (continued := continuations(store, COORDINATOR)):
        last = continued[first % len(continued)]
        undo_continuation(store, COORDINATOR, last.id, expected=last.revision)
    elif job == "succeed":
        _succeed(store, one, two if known else "", day)
    elif job == "tie" and one != two and not {one, two} & set(gone_entries(store)):
        tie = Relation(
            id=new_id(), subject_id=one, object_id=two, classification=RelationKind.ADVISES
        )
        store.insert("relations", to_row(tie))


def _succeed(store: Store, old: str, heir: str, day: date) -> None:
    ties_of_all = {row["id"] for table in _TIES for row in store.find(table)}
    carried = Carried(ties=frozenset(ties_of_all), posts=frozenset(ties_of_all))
    begun: NewOrganization | str = heir or NewOrganization("Neu", Classification.ASSOCIATION)
    expected = {each: revision(store, each) for each in (old, heir) if each}
    succeed(store, COORDINATOR, [old], begun, on=day, carried=carried, expected=expected)


def _check_whole(store: Store) -> None:
    assert store.faults() == []
    assert events.broken_event(store) is None
    present = {each.id: each for each in organizations(store)}
    for row in store.find("organizations"):
        assert leads_to(store, row["id"]) in present
    for start in present:
        _never_meets_itself(present, start)
    for day in (None, *DAYS):
        graph = build_graph(roster(store), day)
        assert not set(graph) & set(gone_entries(store))
        assert all(tie.subject_id != tie.object_id for tie in ties(graph))


def _never_meets_itself(present: Mapping[str, Any], start: str) -> None:
    above, behind = present[start].parent_id, set(present[start].predecessor_ids)
    seen: set[str] = set()
    while above:
        assert above != start
        if above in seen:
            break
        seen.add(above)
        above = present[above].parent_id
    while behind:
        assert start not in behind
        seen |= behind
        behind = {each for one in behind for each in present[one].predecessor_ids} - seen
