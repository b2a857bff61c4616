"""Laws of merging: undone it never was, chains lead to one end, and nothing is lost."""

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from data import events
from data.merged_fields import FIELDS, Choice, choices_for
from data.merges import gone_entries, leads_to, merge, merges, undo_merge
from data.organizations import organizations
from data.roster import roster
from data.store import Store
from network.graph import build_graph, ties
from tests.conftest import COORDINATOR
from tests.merged_networks import KEYS, content, networks, stored
from tests.writing_verbs_merges import merge_now

two = st.permutations(KEYS).map(lambda order: order[:2])


@settings(max_examples=50)
@given(networks(), two)
def test_what_is_undone_never_was(rows: list[tuple[str, Any]], pair: list[str]) -> None:
    with stored(rows) as store:
        before = content(store)
        done = merge_now(store, pair[0], pair[1])
        left = undo_merge(store, COORDINATOR, done.id, expected=done.revision)
        assert left == ()
        assert content(store) == before
        assert store.faults() == []
        assert events.broken_event(store) is None


@settings(max_examples=50)
@given(networks(), st.permutations(KEYS))
def test_a_chain_of_merges_is_undone_from_its_end(
    rows: list[tuple[str, Any]], order: list[str]
) -> None:
    with stored(rows) as store:
        states = [content(store)]
        for gone, kept in pairwise(order):
            merge_now(store, gone, kept)
            states.append(content(store))
        assert {leads_to(store, each) for each in KEYS} == {order[-1]}
        assert gone_entries(store) == dict.fromkeys(order[:-1], order[-1])
        for state in reversed(states[:-1]):
            done = next(each for each in merges(store, COORDINATOR) if each.undone_on is None)
            assert undo_merge(store, COORDINATOR, done.id, expected=done.revision) == ()
            assert content(store) == state


@settings(max_examples=50)
@given(networks(), two)
def test_nothing_points_at_what_is_gone_and_no_neighbour_is_lost(
    rows: list[tuple[str, Any]], pair: list[str]
) -> None:
    gone, kept = pair
    with stored(rows) as store:
        before = _neighbours(store, {gone, kept})
        merge_now(store, gone, kept)
        assert _neighbours(store, {kept}) == before
        assert gone not in {each.id for each in organizations(store)}
        graph = build_graph(roster(store), None)
        assert gone not in graph
        assert all(tie.subject_id != tie.object_id for tie in ties(graph) if kept in _ends(tie))


def _neighbours(store: Store, ends: set[str]) -> set[tuple[str, str]]:
    """Who is tied to one of these from outside, and how."""
    found = set()
    for tie in ties(build_graph(roster(store), None)):
        if tie.kind in ("part_of", "successor_of"):
            continue
        for one, other in ((tie.subject_id, tie.object_id), (tie.object_id, tie.subject_id)):
            if one in ends and other not in ends:
                found.add((other, tie.kind))
    return found


def _ends(tie: Any) -> set[str]:  # noqa: ANN401
    return {tie.subject_id, tie.object_id}


@settings(max_examples=50)
@given(networks(), st.permutations(KEYS))
def test_units_stay_trees(rows: list[tuple[str, Any]], order: list[str]) -> None:
    with stored(rows) as store:
        for gone, kept in pairwise(order[:3]):
            merge_now(store, gone, kept)
            above = {each.id: each.parent_id for each in organizations(store)}
            behind = {each.id: each.successor_of_id for each in organizations(store)}
            for tree in (above, behind):
                for start in tree:
                    steps, present = 0, tree[start]
                    while present is not None:
                        steps, present = steps + 1, tree[present]
                        assert steps <= len(tree)


@settings(max_examples=50)
@given(networks(), two, st.sampled_from(("keep", "take", "both")))
def test_choices_are_undone_like_all_else(
    rows: list[tuple[str, Any]], pair: list[str], choice: str
) -> None:
    wanted = Choice(choice)
    choices = {name: wanted for name in FIELDS if wanted in choices_for(name)}
    with stored(rows) as store:
        before = content(store)
        done = merge(
            store, COORDINATOR, pair[0], pair[1], choices,
            expected_gone=1, expected_kept=1,
        )  # fmt: skip
        assert undo_merge(store, COORDINATOR, done.id, expected=done.revision) == ()
        assert content(store) == before
