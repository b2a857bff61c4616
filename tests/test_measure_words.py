"""The sentences of measures: their numbers are those of networkx."""

import networkx as nx
import pytest

from network.graph import Graph, build_graph
from network.measures import measure
from network.measures.surroundings import community, falls_into, members, seats
from network.organization import (
    Classification,
    Membership,
    Occupancy,
    Organization,
    Post,
    Roster,
)
from tests.networks import FLORENCE, KITE, network, of_networkx, pairs
from views.measure_node_words import community_sentence, node_sentences
from views.measure_terms import TERMS, percent, ranked, value_text
from views.measure_words import whole_sentences
from views.words import number_text


def city() -> Graph:
    """Two working groups that one post alone holds together, and one that meets by itself."""
    group, office = Classification.WORKING_GROUP, Classification.OFFICE
    units = [("g1", "AG Unterbringung", group), ("g2", "AG Kita", group), ("g3", "AG Rad", group)]
    units += [("a", "Sozialamt", office), ("b", "Jugendamt", office)]
    seats_of = [("a", "g1"), ("b", "g2"), ("p", "g1"), ("p", "g2")]
    return build_graph(
        Roster(
            organizations=tuple(
                Organization(id=key, name=name, classification=kind) for key, name, kind in units
            ),
            posts=(
                Post(
                    id="p", label="Koordination", organization_id="gone", occupancy=Occupancy.VACANT
                ),
                Post(id="q", label="Leitung", organization_id="a", occupancy=Occupancy.VACANT),
            ),
            memberships=tuple(
                Membership(
                    id=f"{who}{where}",
                    organization_id=where,
                    post_id=who if who == "p" else None,
                    member_organization_id=None if who == "p" else who,
                )
                for who, where in seats_of
            ),
        ),
        None,
    )


def said(graph: Graph, node: str) -> str:
    return " ".join(node_sentences(graph, measure(graph), node))


def test_a_post_that_alone_holds_groups_together_is_told_with_its_numbers() -> None:
    text = said(city(), "p")

    assert "Diese Stelle hat 2 Verbindungen" in text
    assert "ohne sie sind „AG Unterbringung“ und „AG Kita“ nicht verbunden" in text
    assert "Sie sitzt in 2 von 3 Arbeitsgruppen." in text


def test_a_working_group_tells_who_also_sits_elsewhere() -> None:
    assert "2 wirken darin mit; 1 davon wirkt auch in anderen Gruppen mit." in said(city(), "g1")
    assert members(city(), "g3") is None
    assert (seats(city(), "a").taken, seats(city(), "a").groups) == (1, 3)


def test_a_post_names_its_organization_and_that_it_is_vacant() -> None:
    assert "Eine Funktion in „Sozialamt“; Stelle unbesetzt." in said(city(), "q")
    assert "Eine Funktion" not in said(city(), "p")


def test_who_has_no_ties_gets_a_sentence_and_the_reason_for_each_undefined_measure() -> None:
    text = said(city(), "g3")

    assert "hat keine Verbindungen" in text
    assert "Nähe zu allen (Closeness) nicht bestimmbar: Niemand erreicht die Stelle." in text
    assert "Platz" not in text


@pytest.mark.parametrize("node", ["Medici", "Guadagni", "Pazzi"])
def test_the_numbers_of_a_sentence_are_those_of_networkx(node: str) -> None:
    graph = network(pairs(FLORENCE))
    plain = nx.Graph(pairs(FLORENCE))
    between = nx.betweenness_centrality(plain)
    place = 1 + sum(value > between[node] + 1e-9 for value in between.values())
    near = len(nx.single_source_shortest_path_length(plain, node, cutoff=2)) - 1

    text = said(graph, node)

    assert f"hat {plain.degree[node]} Verbindung" in text
    assert f"{percent(between[node])} der kürzesten Wege" in text
    assert f"Platz {place} von 15" in text
    assert f"erreicht sie {near} von 14 anderen" in text
    assert f"beträgt {number_text(round(nx.closeness_centrality(plain)[node], 3))}" in text


@pytest.mark.parametrize("lines", [FLORENCE, KITE, "a-b b-c d-e"])
def test_without_a_cut_point_its_part_falls_into_as_many_as_networkx_counts(lines: str) -> None:
    measures = measure(network(pairs(lines)))
    plain = nx.Graph(pairs(lines))
    for node in plain:
        rest = plain.subgraph(nx.node_connected_component(plain, node) - {node})
        found = falls_into(measures.simple, node)
        parts = list(nx.connected_components(rest))
        assert len(found) == len(parts)
        assert all(sum(each in part for each in found) == 1 for part in parts)


def test_the_whole_is_told_with_the_numbers_of_networkx() -> None:
    club = nx.karate_club_graph()

    text = " ".join(whole_sentences(measure(of_networkx(club))))

    assert "34 Einträge mit 78 verbundenen Paaren" in text
    assert f"{percent(nx.density(club))} aller möglichen Paare" in text
    assert number_text(round(nx.average_shortest_path_length(club), 3)) in text
    assert f"{percent(nx.transitivity(club))} der Fälle" in text
    assert "0,4" in text


def test_what_is_undefined_is_said_so_and_why() -> None:
    text = " ".join(whole_sentences(measure(network(pairs("a-b b-c"), ["d"]))))

    assert "zerfällt in 2 Teile" in text
    assert "nicht bestimmbar, weil nicht alle einander erreichen" in text
    assert "nach Nähe nicht bestimmbar" in text
    assert "leer" in whole_sentences(measure(network([])))[0]
    assert "bei weniger als drei Einträgen" in " ".join(
        whole_sentences(measure(network(pairs("a-b"))))
    )


def test_equal_values_share_a_place_and_undefined_ones_have_none() -> None:
    nodes = measure(network(pairs("a-b b-c"), ["d"])).nodes

    by_ties = [(place, each.id) for place, each in ranked(nodes, TERMS["verbindungen"])]
    least_bound = [(place, each.id) for place, each in ranked(nodes, TERMS["einbindung"])]

    assert by_ties == [(1, "b"), (2, "a"), (2, "c"), (4, "d")]
    assert least_bound == [(1, "b"), (2, "a"), (2, "c"), (None, "d")]
    assert value_text(None) == "nicht bestimmbar"


def test_a_group_is_told_by_its_centre_its_ties_and_its_way_out() -> None:
    graph = network(pairs("a-b b-c c-a c-d d-e e-f f-d"))
    simple = measure(graph).simple
    names = {node: node for node in simple.nodes}

    found = community(graph, simple, ("a", "b", "c"))

    assert (found.link, found.link_ties, found.outward) == ("c", 1, 1)
    assert found.kinds == (("linked", 3),)
    assert "3 Einträge um „a“; verbunden durch: ist verbunden mit (3)." in community_sentence(
        found, names
    )
    assert "Zu anderen führt keine Verbindung." in community_sentence(
        community(network(pairs("a-b")), measure(network(pairs("a-b"))).simple, ("a", "b")), names
    )
