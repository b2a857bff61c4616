"""How far an announcement gets: step by step as breadth-first search says, and what would help."""

from itertools import pairwise, product

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.graph import Graph, ties
from network.organization import RelationKind
from network.reach import NewTie, best_tie, onward, reach
from network.view import Direction
from tests.advised_networks import graph_of, networks, tie, unit

FUNDS = RelationKind.FUNDS
DIRECTIONS = st.sampled_from(list(Direction))
KINDS = st.sampled_from([None, frozenset({"funds"}), frozenset({"cooperates"})])
LIMITS = st.sampled_from([None, 1, 2, 3])


def lines(graph: Graph, kinds: frozenset[str] | None, direction: Direction) -> "nx.DiGraph[str]":
    found: nx.DiGraph[str] = nx.DiGraph()
    found.add_nodes_from(graph)
    for each in ties(graph):
        if kinds is None or each.kind in kinds:
            if each.mutual or direction is not Direction.IN:
                found.add_edge(each.subject_id, each.object_id)
            if each.mutual or direction is not Direction.OUT:
                found.add_edge(each.object_id, each.subject_id)
    return found


def chain() -> Graph:
    units = [unit(name) for name in ("a", "b", "c", "d", "e", "f", "g")]
    paid = [tie("a", "b", kind=FUNDS), tie("b", "c", kind=FUNDS), tie("d", "e", kind=FUNDS)]
    return graph_of(*units, *paid, tie("e", "f", kind=FUNDS))


def test_who_hears_it_is_told_by_steps_and_who_never_does() -> None:
    graph = chain()
    found = reach(graph, "a", onward(graph, None, Direction.BOTH))

    assert found.steps == (("b",), ("c",))
    assert found.never == ("d", "e", "f", "g")
    assert found.heard == 2


def test_ties_are_followed_in_the_direction_asked_for() -> None:
    graph = chain()

    assert reach(graph, "b", onward(graph, None, Direction.OUT)).steps == (("c",),)
    assert reach(graph, "b", onward(graph, None, Direction.IN)).steps == (("a",),)
    assert reach(graph, "b", onward(graph, None, Direction.BOTH)).steps == (("a", "c"),)
    assert reach(graph, "b", onward(graph, {"advises"}, Direction.BOTH)).steps == ()


def test_a_disputed_tie_carries_nothing_and_a_mutual_one_leads_both_ways() -> None:
    graph = graph_of(
        unit("a"), unit("b"), unit("c"), tie("b", "a"), tie("a", "c", disputed_by_id="c")
    )

    assert reach(graph, "a", onward(graph, None, Direction.OUT)).steps == (("b",),)


def test_whoever_is_not_there_announces_nothing() -> None:
    graph = chain()
    with pytest.raises(KeyError):
        reach(graph, "nobody", onward(graph, None, Direction.BOTH))


def test_the_tie_into_the_middle_of_the_largest_part_reaches_most() -> None:
    graph = chain()
    told = onward(graph, None, Direction.BOTH)

    assert best_tie(graph, "a", told) == NewTie("a", "e", ("d", "e", "f"))
    assert best_tie(graph, "g", told) == NewTie("g", "b", ("a", "b", "c"))


def test_with_a_limit_of_steps_a_shortcut_can_reach_most() -> None:
    names = [f"n{number}" for number in range(7)]
    steps = (tie(one, two) for one, two in pairwise(names))
    graph = graph_of(*(unit(name) for name in names), *steps)
    told = onward(graph, None, Direction.BOTH)

    assert best_tie(graph, "n0", told) is None
    assert best_tie(graph, "n0", told, 2) == NewTie("n0", "n4", ("n3", "n4", "n5"))
    assert best_tie(graph, "n0", told, 0) is None


@given(networks(), DIRECTIONS, KINDS, LIMITS)
def test_the_steps_are_those_of_breadth_first_search(
    graph: Graph, direction: Direction, kinds: frozenset[str] | None, most: int | None
) -> None:
    away = nx.single_source_shortest_path_length(lines(graph, kinds, direction), "n0", cutoff=most)

    found = reach(graph, "n0", onward(graph, kinds, direction), most)

    assert {node: step for step, each in enumerate(found.steps, 1) for node in each} == {
        node: steps for node, steps in away.items() if node != "n0"
    }
    assert found.never == tuple(node for node in graph if node not in away)


@given(networks(), DIRECTIONS, KINDS, LIMITS)
def test_no_other_tie_from_anybody_who_hears_it_reaches_more(
    graph: Graph, direction: Direction, kinds: frozenset[str] | None, most: int | None
) -> None:
    before = lines(graph, kinds, direction)
    now = set(nx.single_source_shortest_path_length(before, "n0", cutoff=most))
    results = {}
    for start, end in product(now, graph):
        if start != end and not before.has_edge(start, end):
            after = before.copy()
            after.add_edge(start, end)
            away = nx.single_source_shortest_path_length(after, "n0", cutoff=most)
            added = set(away) - now
            results[start, end] = (len(added), -sum(away[node] for node in added), added)

    found = best_tie(graph, "n0", onward(graph, kinds, direction), most)

    most_added = max((number for number, _steps, _added in results.values()), default=0)
    if found is None:
        assert most_added == 0
    else:
        number, steps, added = results[found.start, found.end]
        assert (number, steps) == max(each[:2] for each in results.values())
        assert set(found.gained) == added
