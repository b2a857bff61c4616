"""The measures agree with networkx on networks of every shape."""

from collections.abc import Mapping
from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.communities import communities
from network.measures import (
    Measures,
    Weights,
    bridges,
    component_sets,
    cut_points,
    measure,
)
from network.measures.paths import distances
from network.measures.projection import project
from tests.networks import network, pairs

NODES = [f"o{number}" for number in range(9)]
LINES = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=22)
NUMBERS = st.sampled_from([0.5, 1.0, 2.0, 4.0])


def assert_same(
    found: Measures, name: str, expected: Mapping[str, float], undefined: set[str]
) -> None:
    """Nodes have the value of networkx, and none where it is not defined."""
    for each in found.nodes:
        value = getattr(each, name)
        if each.id in undefined:
            assert value is None, (name, each)
        else:
            assert value == pytest.approx(expected[each.id], abs=1e-9), (name, each)


def before_of(plain: "nx.Graph[str]") -> Mapping[str, Mapping[str, object]]:
    """Return from where a line leads to each node."""
    return plain.pred if isinstance(plain, nx.DiGraph) else plain.adj


def size_of(plain: "nx.Graph[str]") -> dict[str, float]:
    """Return Burt's effective size from the ties in both directions added up.

    By the list of nodes: where a line counts otherwise than the one back, networkx' 3.6 way for
    all nodes at once divides by the strongest tie of the wrong end.
    """
    mutual: nx.Graph[str] = nx.Graph()
    mutual.add_nodes_from(plain)
    for a, b, data in plain.edges(data=True):
        before = mutual.edges[a, b]["weight"] if mutual.has_edge(a, b) else 0
        mutual.add_edge(a, b, weight=before + data.get("weight", 1))
    found: dict[str, float] = nx.effective_size(mutual, list(mutual), weight="weight")
    return found


@given(LINES, st.booleans())
def test_measures_of_nodes_are_those_of_networkx(
    lines: list[tuple[str, str]], directed: bool
) -> None:
    found = measure(network(lines, NODES), directed=directed)
    plain: nx.Graph[str] = nx.DiGraph() if directed else nx.Graph()
    plain.add_nodes_from(NODES)
    plain.add_edges_from((a, b) for a, b in lines if a != b)
    alone = {each.id for each in found.nodes if not each.degree}
    unreached = {node for node in plain if not before_of(plain)[node]}

    assert_same(found, "betweenness", nx.betweenness_centrality(plain), set())
    assert_same(found, "closeness", nx.closeness_centrality(plain), unreached)
    assert_same(found, "constraint", nx.constraint(plain), alone)
    assert_same(found, "effective_size", size_of(plain), alone)
    assert_same(found, "core", nx.core_number(plain.to_undirected()), set())
    near = {
        node: len(nx.single_source_shortest_path_length(plain, node, cutoff=2)) - 1
        for node in plain
    }
    assert_same(found, "reach_2", near, set())


@given(LINES)
def test_measures_of_the_whole_are_those_of_networkx(lines: list[tuple[str, str]]) -> None:
    graph = network(lines, NODES)
    found = measure(graph)
    plain = found.simple.as_networkx()
    whole = found.network

    parts = sorted(nx.connected_components(plain), key=len, reverse=True)
    assert whole.components == len(parts)
    assert {frozenset(part) for part in parts} == set(component_sets(graph))
    assert whole.density == pytest.approx(nx.density(plain))
    assert set(whole.cut_points) == set(cut_points(graph)) == set(nx.articulation_points(plain))
    assert {frozenset(each) for each in bridges(graph)} == {
        frozenset(each) for each in nx.bridges(plain)
    }
    two_steps = any(degree > 1 for _, degree in plain.degree())
    assert whole.transitivity == (pytest.approx(nx.transitivity(plain)) if two_steps else None)
    if len(parts) == 1:
        assert whole.diameter == nx.diameter(plain)
        length = nx.average_shortest_path_length(plain)
        assert whole.average_path_length == pytest.approx(length)
        assert whole.fragmentation == 0
    else:
        assert (whole.diameter, whole.average_path_length) == (None, None)
    apart = sum(not nx.has_path(plain, a, b) for a in plain for b in plain)
    assert whole.fragmentation == pytest.approx(apart / (9 * 8))


@given(LINES, st.booleans())
def test_the_eigenvector_is_one_of_the_largest_eigenvalue_and_never_negative(
    lines: list[tuple[str, str]], directed: bool
) -> None:
    found = measure(network(lines, NODES), directed=directed)
    values = [each.eigenvector for each in found.nodes]
    if None in values:
        assert set(values) == {None}
        return
    vector = {each.id: each.eigenvector or 0.0 for each in found.nodes}
    plain = found.simple.as_networkx()
    before = before_of(plain)
    applied = {node: sum(vector[other] for other in before[node]) for node in plain}
    largest = max(abs(each) for each in nx.adjacency_spectrum(plain))

    assert min(vector.values()) >= 0
    assert sum(value**2 for value in vector.values()) == pytest.approx(1)
    for node, value in vector.items():
        assert applied[node] == pytest.approx(largest * value, abs=1e-5)


@given(
    st.dictionaries(
        st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), NUMBERS, max_size=20
    ),
    st.booleans(),
)
def test_weights_lengthen_or_shorten_ways_as_in_networkx(
    lines: dict[tuple[str, str], float], directed: bool
) -> None:
    lines = {(a, b): number for (a, b), number in lines.items() if a < b or (directed and a != b)}
    far = network(lines, NODES, distances=lines)
    close = network(lines, NODES, strengths={line: 1 / number for line, number in lines.items()})

    by_distance = measure(far, directed=directed, weights=Weights.DISTANCE)
    by_strength = measure(close, directed=directed, weights=Weights.STRENGTH)

    plain = by_distance.simple.as_networkx()
    unreached = {node for node in plain if not before_of(plain)[node]}
    for found in (by_distance, by_strength):
        shares = nx.betweenness_centrality(plain, weight="weight")
        assert_same(found, "betweenness", shares, set())
        near = nx.closeness_centrality(plain, distance="weight")
        assert_same(found, "closeness", near, unreached)
    strong = by_strength.simple.as_networkx()
    alone = {each.id for each in by_strength.nodes if not each.degree}
    assert_same(by_strength, "constraint", nx.constraint(strong, weight="weight"), alone)
    assert_same(by_strength, "effective_size", size_of(strong), alone)


@given(LINES, st.randoms(use_true_random=False))
def test_communities_do_not_depend_on_the_order_of_nodes_and_ties(
    lines: list[tuple[str, str]], random: Random
) -> None:
    first: nx.Graph[str] = nx.Graph(lines)
    first.add_nodes_from(NODES)
    nodes, turned = list(NODES), [(b, a) for a, b in lines]
    random.shuffle(nodes)
    random.shuffle(turned)
    second: nx.Graph[str] = nx.Graph()
    second.add_nodes_from(nodes)
    second.add_edges_from(turned)

    found = communities(first)

    assert found == communities(second)
    assert sorted(node for group in found for node in group) == NODES
    assert [len(group) for group in found] == sorted(map(len, found), reverse=True)


def test_distances_are_right_where_a_search_takes_several_blocks() -> None:
    chain = [(f"o{number}", f"o{number + 1}") for number in range(1_499)]

    found = distances(project(network(chain)).into)

    assert found.farthest.max() == 1_499
    assert found.total[0] == sum(range(1_500))
    assert set(found.reached.tolist()) == {1_499}
    assert (found.near[0], found.near[700]) == (2, 4)


def test_parallel_ties_and_ties_to_oneself_are_counted_when_they_fall_away() -> None:
    simple = project(network(pairs("a-b b-a a-b c-c b-c")))

    assert (simple.loops, simple.collapsed) == (1, 2)
    assert list(simple.pairs()) == [(0, 1), (1, 2)]
    assert simple.rule == "undirected-simple-unweighted"


def test_the_number_of_a_line_is_the_sum_of_strengths_or_the_least_distance() -> None:
    numbers = {("a", "b"): 2.0, ("b", "a"): 3.0, ("b", "c"): 0.0, ("c", "d"): 4.0}
    lines = [*numbers, ("a", "d")]

    strong = project(network(lines, strengths=numbers), weights=Weights.STRENGTH)
    far = project(network(lines, distances=numbers), weights=Weights.DISTANCE)
    turned = project(network(lines, distances=numbers), weights=Weights.STRENGTH)

    assert [strong.out[0][1], strong.out[0][3], far.out[0][1]] == [5, 1, 2]
    assert (strong.unweighable, strong.unstated) == (1, 1)
    assert turned.out[2][3] == 1 / 4
