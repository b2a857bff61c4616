"""Groups of the network: the same for the same data, with names that stay."""

from collections.abc import Sequence

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from network.communities import COLORS, Community, communities, named_communities
from network.graph import Graph, build_graph
from network.organization import Classification, Organization, Relation, RelationKind, Roster

NAMES = [f"n{number:02}" for number in range(16)]
some_pairs = st.lists(st.tuples(*[st.sampled_from(NAMES)] * 2), max_size=30)
Pairs = Sequence[tuple[str, str]]


def a_graph(names: Sequence[str], pairs: Pairs, words: Sequence[str] = ()) -> Graph:
    return build_graph(
        Roster(
            organizations=tuple(
                Organization(id=name, name=word, classification=Classification.OTHER)
                for name, word in zip(names, words or names, strict=True)
            ),
            relations=tuple(
                Relation(
                    id=f"r{place}",
                    subject_id=one,
                    object_id=other,
                    classification=RelationKind.COOPERATES,
                )
                for place, (one, other) in enumerate(pairs)
            ),
        ),
        None,
    )


def simple(names: Sequence[str], pairs: Pairs) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(names)
    graph.add_edges_from(pairs)
    return graph


def clique(names: Sequence[str]) -> list[tuple[str, str]]:
    return [(a, b) for a in names for b in names if a < b]


@given(some_pairs)
def test_every_node_is_in_exactly_one_group(pairs: Pairs) -> None:
    found = communities(simple(NAMES, pairs))

    assert sorted(node for part in found for node in part) == NAMES


@given(some_pairs)
def test_the_largest_group_comes_first_then_the_smallest_id(pairs: Pairs) -> None:
    found = communities(simple(NAMES, pairs))

    assert list(found) == sorted(found, key=lambda part: (-len(part), part[0]))
    assert all(list(part) == sorted(part) for part in found)


@given(some_pairs, st.permutations(NAMES))
def test_the_order_of_nodes_and_ties_makes_no_difference(
    pairs: list[tuple[str, str]], names: list[str]
) -> None:
    turned = [(b, a) for a, b in reversed(pairs)]

    assert communities(simple(NAMES, pairs)) == communities(simple(names, turned))


@given(some_pairs)
def test_no_group_holds_nodes_that_cannot_reach_each_other(pairs: Pairs) -> None:
    graph = simple(NAMES, pairs)

    for part in communities(graph):
        assert len({frozenset(nx.node_connected_component(graph, node)) for node in part}) == 1


def test_nodes_without_a_tie_are_groups_of_their_own_at_the_end() -> None:
    found = communities(simple(["z", "y", "a", "b"], [("a", "b"), ("z", "z")]))

    assert found == (("a", "b"), ("y",), ("z",))


def test_no_nodes_are_no_groups() -> None:
    assert communities(simple([], [])) == ()


def test_two_cliques_with_one_tie_between_them_are_two_groups() -> None:
    pairs = [*clique(NAMES[:8]), *clique(NAMES[8:]), (NAMES[0], NAMES[8])]

    assert communities(simple(NAMES, pairs)) == (tuple(NAMES[:8]), tuple(NAMES[8:]))


def test_a_strong_tie_weighs_more_than_several_weak_ones() -> None:
    graph = simple("abcd", [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")])
    graph["b"]["c"]["weight"] = 9.0
    graph["d"]["a"]["weight"] = 9.0

    assert communities(graph) == (("a", "d"), ("b", "c"))


def test_the_groups_of_the_karate_club_are_as_good_as_published() -> None:
    """Modularity 0.4188 by Louvain (Blondel et al. 2008 report 0.42)."""
    club = nx.relabel_nodes(nx.karate_club_graph(), str)
    plain = simple(list(club), list(club.edges()))

    assert nx.community.modularity(plain, [set(part) for part in communities(plain)]) > 0.41


@given(some_pairs)
def test_every_group_has_a_member_as_its_key_and_a_mark_of_its_own(pairs: Pairs) -> None:
    found = named_communities(a_graph(NAMES, pairs))

    assert all(each.key in each.nodes and each.name == each.key for each in found)
    assert all(each.color in COLORS and each.mark for each in found)
    assert len({each.mark for each in found}) == len(found)
    assert [each.number for each in found] == list(range(1, len(found) + 1))


@given(some_pairs)
def test_up_to_eight_groups_have_colours_of_their_own(pairs: Pairs) -> None:
    found = named_communities(a_graph(NAMES[:8], pairs))

    assert len({each.color for each in found}) == len(found)


def test_a_group_bears_the_name_of_its_best_known_member_and_of_the_first_among_equals() -> None:
    words = ["Zentrum", "Mitte", "Anfang", "Berg", "Akademie"]

    found = named_communities(a_graph("abcde", [("a", "b"), ("a", "c"), ("d", "e")], words))

    assert [(each.key, each.name) for each in found] == [("a", "Zentrum"), ("e", "Akademie")]


def test_more_than_26_groups_still_have_marks_of_their_own() -> None:
    found = named_communities(a_graph([f"x{number}" for number in range(60)], []))

    assert len({each.mark for each in found}) == 60
    assert {len(each.mark) for each in found} == {1, 2}


@given(st.integers(0, 3), st.integers(1, 3))
def test_a_node_that_joins_one_group_changes_no_name_colour_or_mark(home: int, friend: int) -> None:
    quarters = [NAMES[place : place + 4] for place in range(0, 16, 4)]
    pairs = [pair for each in quarters for pair in clique(each)]
    pairs += [(each[0], f"beside {each[0]}") for each in quarters]
    names = [*NAMES, *(f"beside {each[0]}" for each in quarters)]
    joining = [("new", quarters[home][0]), ("new", quarters[home][friend])]

    before = signs(named_communities(a_graph(names, pairs)))
    after = signs(named_communities(a_graph([*names, "new"], [*pairs, *joining])))

    assert after == before
    assert {key for key, *_ in before} == {each[0] for each in quarters}


def signs(found: Sequence[Community]) -> set[tuple[str, ...]]:
    return {(each.key, each.name, each.color, each.mark) for each in found}
