"""Brokerage roles by the path, and two-mode networks by their sides."""

import itertools
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.graph import Graph
from network.measures import Brokerage, Side, Weights, measure, measure_simple, project_mode
from network.measures import two_mode as sides_of
from tests.networks import network, pairs

DAVIS = {
    "Evelyn": "1 2 3 4 5 6 8 9", "Laura": "1 2 3 5 6 7 8", "Theresa": "2 3 4 5 6 7 8 9",
    "Brenda": "1 3 4 5 6 7 8", "Charlotte": "3 4 5 7", "Frances": "3 5 6 8", "Eleanor": "5 6 7 8",
    "Pearl": "6 8 9", "Ruth": "5 7 8 9", "Verne": "7 8 9 12", "Myra": "8 9 10 12",
    "Katherine": "8 9 10 12 13 14", "Sylvia": "7 8 9 10 12 13 14", "Nora": "6 7 9 10 11 12 13 14",
    "Helen": "7 8 10 11 12", "Dorothy": "8 9", "Olivia": "9 11", "Flora": "9 11",
}  # fmt: skip
"""18 women at 14 events (Davis, Gardner and Gardner 1941)."""

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
GROUPS = {"b": "A", "a1": "A", "a2": "A", "x1": "X", "x2": "X", "y": "Y"}


def davis() -> Graph:
    return network([(who, event) for who, events in DAVIS.items() for event in events.split()])


def roles(graph: Graph, node: str, *, directed: bool) -> Brokerage:
    found = next(each for each in measure(graph, directed=directed).nodes if each.id == node)
    assert found.brokerage is not None
    return found.brokerage


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("a1-b b-a2", "coordinator"),
        ("x1-b b-x2", "itinerant"),
        ("x1-b b-a1", "gatekeeper"),
        ("a1-b b-x1", "representative"),
        ("x1-b b-y", "liaison"),
    ],
)
def test_each_path_is_one_role(path: str, role: str) -> None:
    found = roles(network(pairs(path), partition=GROUPS), "b", directed=True)

    assert {name: number for name, number in asdict(found).items() if number} == {role: 1}
    assert found.total == 1


def test_who_is_tied_directly_needs_no_broker() -> None:
    closed = network(pairs("x1-b b-a1 x1-a1"), partition=GROUPS)
    against = network(pairs("x1-b b-a1 a1-x1"), partition=GROUPS)

    assert roles(closed, "b", directed=True).total == 0
    assert roles(against, "b", directed=True).gatekeeper == 1


def test_undirected_paths_run_both_ways() -> None:
    star = network(pairs("b-a1 b-a2 b-x1 b-x2 b-y"), partition=GROUPS)

    assert roles(star, "b", directed=False) == Brokerage(
        coordinator=2, itinerant=2, gatekeeper=6, representative=6, liaison=4
    )


@given(
    st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")), max_size=25),
    st.lists(st.sampled_from(["P", "Q", "R", ""]), min_size=7, max_size=7),
    st.booleans(),
)
def test_brokerage_is_the_count_of_paths_one_by_one(
    lines: list[tuple[str, str]], groups: list[str], directed: bool
) -> None:
    of = dict(zip("abcdefg", ["P", *groups[1:]], strict=True))
    arcs = {(a, b) for a, b in lines if a != b}
    arcs |= set() if directed else {(b, a) for a, b in arcs}
    found = measure(network(lines, "abcdefg", partition=of), directed=directed)
    for each in found.nodes:
        b = each.id
        if not of[b]:
            assert each.brokerage is None
            continue
        counts = dict.fromkeys(ROLES, 0)
        for i, k in itertools.permutations(of, 2):
            if {(i, b), (b, k)} <= arcs and (i, k) not in arcs and of[i] and of[k]:
                same = (of[i] == of[b], of[b] == of[k], of[i] == of[k])
                counts[
                    {
                        (True, True, True): "coordinator",
                        (False, False, True): "itinerant",
                        (False, True, False): "gatekeeper",
                        (True, False, False): "representative",
                        (False, False, False): "liaison",
                    }[same]
                ] += 1
        assert each.brokerage == Brokerage(**counts)


def test_the_southern_women_are_two_modes_and_not_projected_silently() -> None:
    found = measure(davis())

    assert found.two_mode is not None
    assert (len(found.two_mode.subjects), len(found.two_mode.objects)) == (18, 14)
    assert found.two_mode.density == pytest.approx(89 / (18 * 14))
    assert (found.network.nodes, found.network.ties) == (32, 89)
    assert found.network.transitivity == 0


def test_one_mode_is_tied_by_how_many_it_shares() -> None:
    women = project_mode(davis(), Side.SUBJECTS, Weights.STRENGTH)
    events = measure_simple(davis(), project_mode(davis(), Side.OBJECTS))
    place = {name: at for at, name in enumerate(women.nodes)}

    assert women.out[place["Evelyn"]][place["Laura"]] == 6
    assert place["Flora"] not in women.out[place["Laura"]]
    assert (events.network.nodes, events.network.ties) == (14, 66)
    assert events.two_mode is None


@pytest.mark.parametrize(
    "lines", ["a-b b-c a-d", "a-x b-y", "a-x a-y", "a-x b-x", "a-x a-y b-x b-b", ""]
)
def test_other_networks_are_not_two_mode(lines: str) -> None:
    assert sides_of(network(pairs(lines))) is None
    with pytest.raises(ValueError, match="two-mode"):
        project_mode(network(pairs(lines)), Side.OBJECTS)
