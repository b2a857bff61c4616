"""What if a post were vacant, an organisation gone, a tie added: the numbers are networkx' own."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.graph import Graph, ties
from network.organization import Post, RelationKind
from network.what_if import MOST_FOR_STEPS, simple, with_tie, without
from tests.advised_networks import graph_of, group, networks, star, takes_part, tie, unit


def test_without_the_post_the_star_of_four_groups_falls_into_four_pieces() -> None:
    graph = star()
    effect = without(graph, {"post"})

    groups = tuple(f"ag {number}" for number in range(1, 5))
    # The division that the post belongs to is a piece of its own.
    assert effect.parts == (("gb",), *((each,) for each in groups))
    assert effect.rounds == groups
    assert effect.all_rounds == 4
    assert effect.split_rounds == tuple((each,) for each in groups)
    assert effect.components == (1, 5)
    assert effect.cut_points == (1, 0)
    assert effect.all_bridges == (5, 0)
    assert {end for _start, end in effect.bridges} == {*groups, "gb"}
    assert {start for start, _end in effect.bridges} == {"post"}
    assert effect.steps is None


def test_four_groups_that_one_organisation_links_are_four_components_without_it() -> None:
    groups = [group(f"ag {number}") for number in range(1, 5)]
    graph = graph_of(unit("hub"), *groups, *(takes_part("hub", each.id) for each in groups))

    effect = without(graph, {"hub"})

    assert effect.components == (1, 4)
    assert len(effect.parts) == 4
    assert set(nx.articulation_points(simple(graph))) == {"hub"}


def test_nothing_of_it_is_kept() -> None:
    graph = star()
    before = [*graph.nodes], [*graph.edges]

    without(graph, {"gb"})
    with_tie(graph, "ag 1", "ag 2")

    assert ([*graph.nodes], [*graph.edges]) == before


def test_an_organisation_takes_its_posts_along() -> None:
    effect = without(star(), {"gb"})

    assert effect.gone == ("gb", "post")
    assert effect.components == (1, 4)
    assert effect.rounds == tuple(f"ag {number}" for number in range(1, 5))


def test_where_another_way_leads_round_nothing_falls_apart_but_it_is_farther() -> None:
    names = ("a", "b", "c", "d", "e")
    ring = [tie(one, two) for one, two in zip(names, (*names[1:], "a"), strict=True)]
    effect = without(graph_of(*(unit(name) for name in names), *ring), {"a"})

    assert len(effect.parts) == 1
    assert effect.cut_off == ()
    assert effect.bridges == ()
    assert effect.steps
    # b and e were two steps apart and are three now; all other pairs stay as they were.
    assert (effect.steps.pairs, effect.steps.changed) == (6, 1)
    assert effect.steps.before == pytest.approx((1 + 2 + 2 + 1 + 2 + 1) / 6)
    assert effect.steps.after == pytest.approx((1 + 2 + 3 + 1 + 2 + 1) / 6)


def test_groups_that_stay_together_are_named_together() -> None:
    graph = graph_of(
        unit("hub"), group("ag 1"), group("ag 2"), group("ag 3"), unit("other"),
        *(takes_part("hub", f"ag {number}") for number in (1, 2, 3)),
        takes_part("other", "ag 1"), takes_part("other", "ag 2"),
    )  # fmt: skip

    effect = without(graph, {"hub"})

    assert effect.split_rounds == (("ag 1", "ag 2"), ("ag 3",))
    assert effect.cut_off == ("ag 3",)
    assert effect.bridges == (("hub", "ag 3"),)


def test_belonging_to_a_group_as_a_unit_is_not_sitting_in_it() -> None:
    post = Post(id="post", label="Geschäftsstelle", organization_id="ag")
    effect = without(graph_of(group("ag"), unit("a"), post, tie("post", "a")), {"post"})

    assert effect.rounds == ()
    assert effect.all_rounds == 1


def test_whoever_is_tied_to_nobody_is_missed_by_nobody() -> None:
    effect = without(graph_of(unit("a"), unit("b")), {"a"})

    assert effect.parts == ()
    assert effect.components == (2, 1)
    assert effect.steps is None


@pytest.mark.parametrize("missing", [("nobody",), ("post", "nobody")])
def test_who_is_not_there_cannot_be_gone(missing: tuple[str, ...]) -> None:
    with pytest.raises(KeyError):
        without(star(), missing)
    with pytest.raises(KeyError):
        with_tie(star(), "ag 1", "nobody")


def test_an_added_tie_joins_two_parts_and_brings_others_nearer() -> None:
    graph = graph_of(*(unit(name) for name in "abcdx"), tie("a", "b"), tie("b", "c"), tie("c", "d"))

    joined = with_tie(graph, "d", "x")
    assert joined.joined == ("x",)
    assert joined.components == (2, 1)
    assert joined.all_bridges == (3, 4)

    nearer = with_tie(graph, "a", "d")
    assert nearer.joined == ()
    assert nearer.cut_points == (2, 0)
    assert nearer.steps
    assert (nearer.steps.pairs, nearer.steps.changed) == (6, 1)
    assert (nearer.steps.before, nearer.steps.after) == pytest.approx((10 / 6, 8 / 6))


def test_in_a_huge_network_steps_are_not_counted() -> None:
    graph = graph_of(*(unit(f"n{number}") for number in range(MOST_FOR_STEPS + 1)), tie("n0", "n1"))

    assert without(graph, {"n5"}).steps is None


@given(networks(), st.integers(0, 7))
def test_the_numbers_are_those_of_networkx(graph: Graph, number: int) -> None:
    node = list(graph)[number % len(graph)]
    before: nx.Graph[str] = nx.Graph()
    before.add_nodes_from(graph)
    before.add_edges_from(
        (e.subject_id, e.object_id) for e in ties(graph) if e.subject_id != e.object_id
    )
    after = before.subgraph(set(graph) - {node})

    effect = without(graph, {node})

    counts = (nx.number_connected_components(before), nx.number_connected_components(after))
    assert effect.components == counts
    assert (len(effect.parts) > 1) == (node in set(nx.articulation_points(before)))
    rest = nx.node_connected_component(before, node) - {node}
    assert {other for part in effect.parts for other in part} == rest
    assert {frozenset(each) for each in effect.bridges} == {
        frozenset(each) for each in nx.bridges(before) if node in each
    }
    ways = {
        (a, b): length
        for a, others in nx.all_pairs_shortest_path_length(after)
        for b, length in others.items()
        if a < b
    }
    if effect.steps is None:
        assert not ways
    else:
        old = dict(nx.all_pairs_shortest_path_length(before))
        assert effect.steps.pairs == len(ways)
        assert effect.steps.after == pytest.approx(sum(ways.values()) / len(ways))
        assert effect.steps.before == pytest.approx(sum(old[a][b] for a, b in ways) / len(ways))
        assert effect.steps.changed == sum(old[a][b] < n for (a, b), n in ways.items())


def test_commissions_and_the_like_count_as_sitting_in_a_group() -> None:
    graph = graph_of(unit("a"), group("ag"), tie("a", "ag", kind=RelationKind.COMMISSIONS))

    assert without(graph, {"a"}).rounds == ("ag",)
