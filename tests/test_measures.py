"""The measures on networks whose values are published."""

import json
import math

import networkx as nx
import pytest

from network.graph import Graph, build_graph
from network.measures import Measures, NodeMeasures, as_json, measure
from network.measures.betweenness import betweenness
from network.measures.projection import project
from network.organization import Classification, Organization, Relation, RelationKind, Roster
from tests.networks import FLORENCE, KITE, network, of_networkx, pairs


def of(measures: Measures, node: str) -> NodeMeasures:
    return next(each for each in measures.nodes if each.id == node)


def star(points: int) -> Graph:
    return network([("hub", f"p{number}") for number in range(points)])


def test_the_kite_has_another_first_for_each_question_as_krackhardt_drew_it() -> None:
    kite = measure(network(pairs(KITE)))

    assert max(kite.nodes, key=lambda each: each.degree).id == "Diane"
    assert of(kite, "Diane").degree == 6
    assert of(kite, "Heather").betweenness == pytest.approx(14 / 36)
    assert of(kite, "Fernando").betweenness == pytest.approx(0.231, abs=5e-4)
    assert of(kite, "Diane").betweenness == pytest.approx(0.102, abs=5e-4)
    assert of(kite, "Fernando").closeness == pytest.approx(9 / 14)
    assert of(kite, "Heather").closeness == pytest.approx(0.6)
    assert of(kite, "Jane").closeness == pytest.approx(0.310, abs=5e-4)
    assert of(kite, "Diane").eigenvector == pytest.approx(0.481, abs=5e-4)
    assert kite.network.cut_points == ("Heather", "Ike")
    assert kite.network.diameter == 4


def test_the_medici_stand_between_the_families_of_florence() -> None:
    florence = measure(network(pairs(FLORENCE), ["Pucci"]))
    married = measure(network(pairs(FLORENCE)))

    assert of(married, "Medici").betweenness == pytest.approx(47.5 / 91)
    assert of(married, "Strozzi").betweenness == pytest.approx(0.103, abs=5e-4)
    assert of(married, "Medici").closeness == pytest.approx(0.56)
    assert of(married, "Medici").eigenvector == pytest.approx(0.4303, abs=5e-5)
    assert (married.network.nodes, married.network.ties) == (15, 20)
    assert of(florence, "Pucci").closeness is None
    assert of(florence, "Pucci").betweenness == 0
    assert florence.network.fragmentation == pytest.approx(15 / 120)


def test_zacharys_karate_club_has_its_published_numbers() -> None:
    club = measure(of_networkx(nx.karate_club_graph()))

    assert (club.network.nodes, club.network.ties) == (34, 78)
    assert club.network.density == pytest.approx(0.139, abs=5e-4)
    assert club.network.transitivity == pytest.approx(0.2557, abs=5e-5)
    assert club.network.average_path_length == pytest.approx(2.408, abs=5e-4)
    assert club.network.diameter == 5
    assert club.network.core == 4
    assert of(club, "n0").betweenness == pytest.approx(0.4376, abs=5e-5)
    assert of(club, "n33").degree == 17
    assert of(club, "n33").eigenvector == pytest.approx(0.3734, abs=5e-5)
    assert club.network.cut_points == ("n0",)
    assert 3 <= len(club.communities) <= 5


@pytest.mark.parametrize("directed", [False, True])
def test_a_star_is_as_centred_as_can_be_and_a_ring_not_at_all(*, directed: bool) -> None:
    lines = [("hub", f"p{number}") for number in range(6)]
    ring = [(f"p{number}", f"p{(number + 1) % 6}") for number in range(6)]

    whole = measure(network(lines, mutual=True), directed=directed).network.centralization
    flat = measure(network(ring, mutual=True), directed=directed).network.centralization

    assert (whole.degree, whole.betweenness, whole.closeness) == pytest.approx((1, 1, 1))
    assert (flat.degree, flat.betweenness, flat.closeness) == pytest.approx((0, 0, 0))


def test_burts_constraint_and_effective_size_by_hand() -> None:
    # G is tied to A, B, C, D; among these only A and B are tied, and A and D.
    found = measure(network(pairs("G-A G-B G-C G-D A-B A-D")))
    centre = of(found, "G")

    assert centre.effective_size == pytest.approx(4 - 2 * 2 / 4)
    to_a = 1 / 4 + 1 / 4 * 1 / 2 + 1 / 4 * 1 / 2
    to_b = 1 / 4 + 1 / 4 * 1 / 3
    assert centre.constraint == pytest.approx(to_a**2 + 2 * to_b**2 + (1 / 4) ** 2)
    assert of(found, "C").constraint == pytest.approx(1)
    assert of(measure(star(5)), "hub").constraint == pytest.approx(1 / 5)


def test_fragmentation_is_the_share_of_pairs_that_cannot_reach_each_other() -> None:
    # Borgatti (2006): components of 3, 2 and 1 among 6: 1 - (3*2 + 2*1) / (6*5).
    found = measure(network(pairs("a-b b-c d-e"), ["f"]))

    assert found.network.fragmentation == pytest.approx(1 - 8 / 30)
    assert (found.network.components, found.network.isolates) == (3, 1)
    assert found.network.diameter is None
    assert found.network.average_path_length is None
    assert found.network.diameter_largest_component == 2
    assert found.network.average_path_length_largest_component == pytest.approx(4 / 3)
    assert found.network.centralization.closeness is None


def test_an_empty_network_and_a_lonely_organization_have_nothing_undefined_as_zero() -> None:
    empty, lonely = measure(network([])), measure(network([], ["a"]))

    assert (empty.network.nodes, empty.network.ties, empty.network.components) == (0, 0, 0)
    for whole in (empty.network, lonely.network):
        assert (whole.density, whole.diameter, whole.average_path_length) == (None, None, None)
        assert (whole.transitivity, whole.fragmentation, whole.reciprocity) == (None, None, None)
        assert whole.centralization.degree is None
    node = lonely.nodes[0]
    assert (node.betweenness, node.closeness, node.eigenvector) == (None, None, None)
    assert (node.constraint, node.effective_size) == (None, None)
    assert (node.degree, node.reach_2, node.core) == (0, 0, 0)


def test_the_eigenvector_is_that_of_the_strongest_component_or_undefined() -> None:
    clear = measure(network(pairs("a-b b-c c-a d-e"), ["f"]))
    equal = measure(network(pairs("a-b b-c c-a d-e e-f f-d")))

    assert of(clear, "a").eigenvector == pytest.approx(1 / math.sqrt(3))
    assert [of(clear, node).eigenvector for node in "def"] == [0, 0, 0]
    assert {each.eigenvector for each in equal.nodes} == {None}


def test_directions_are_kept_where_asked_for() -> None:
    found = measure(network(pairs("a-b b-a b-c c-d")), directed=True)

    assert found.network.reciprocity == pytest.approx(1 / 2)
    assert (found.network.ties, found.network.arcs) == (3, 4)
    assert found.network.density == pytest.approx(4 / 12)
    assert (found.network.components, found.network.strong_components) == (1, 3)
    assert (of(found, "b").in_degree, of(found, "b").out_degree, of(found, "b").degree) == (1, 2, 2)
    assert [of(found, node).reach_2 for node in "abcd"] == [2, 3, 1, 0]
    assert found.network.diameter is None
    assert found.network.diameter_largest_component == 1


def test_arcs_are_those_of_the_records_also_where_directions_are_not_measured() -> None:
    assert measure(network(pairs("a-b b-a b-c"))).network.arcs == 3
    assert measure(network(pairs("a-b b-c"), mutual=True)).network.arcs == 4


def test_a_network_is_measured_the_same_in_a_process_of_its_own() -> None:
    ring = nx.cycle_graph(3_001)
    ring.add_edge(0, 1_500)
    simple = project(of_networkx(ring))
    told: list[float] = []

    elsewhere = betweenness(simple, told.append)

    assert elsewhere == pytest.approx(betweenness(simple))
    assert told == sorted(told)
    assert told[0] >= 0
    assert told[-1] < 1


def test_whoever_follows_the_progress_can_end_it() -> None:
    def leave(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        measure(of_networkx(nx.cycle_graph(3_001)), progress=leave)


def test_the_progress_goes_from_nothing_to_all() -> None:
    told: list[float] = []

    measure(network(pairs(KITE)), progress=told.append)

    assert told == sorted(told)
    assert told[-1] == 1


def test_as_json_has_the_names_of_the_whole_and_the_ids_of_the_file() -> None:
    known = tuple(
        Organization(
            id=node, name=name, classification=Classification.OTHER, identifiers=identifiers
        )
        for node, name, identifiers in (
            ("1", "Ämter", ("x7",)), ("2", "Büro", ()), ("3", "Chor", ("z",)),
        )
    )  # fmt: skip
    ties = tuple(
        Relation(id=f"r{a}", subject_id=a, object_id=b, classification=RelationKind.FUNDS)
        for a, b in (("2", "1"), ("3", "2"))
    )
    graph = build_graph(Roster(organizations=known, relations=ties), None)

    found = json.loads(json.dumps(as_json(measure(graph), graph)))

    assert [each["id"] for each in found["nodes"]] == ["x7", "2", "z"]
    assert found["network"]["cut_points"] == ["Büro"]
    assert found["network"]["bridges"] == [["Büro", "Chor"], ["Büro", "Ämter"]]
    assert found["network"]["partition"] == "community"
    assert found["network"]["two_mode"] is None
    assert set(found["nodes"][0]["brokerage"]) == {
        "coordinator", "itinerant", "gatekeeper", "representative", "liaison", "total",
    }  # fmt: skip
    assert found["nodes"][1]["brokerage"]["total"] == 2
