"""Ways: shortest, told tie by tie, in the direction asked for; and what several share."""

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from network.facets import Facet
from network.graph import Graph, Tie, build_graph
from network.organization import (
    Classification,
    Membership,
    Organization,
    Relation,
    RelationKind,
    Roster,
    Topic,
)
from network.shared import shared
from network.view import Direction, lines
from network.ways import tie_ids, ways

NODES = "abcdef"


def tie(start: str, end: str, kind: str = "advises", *, mutual: bool = False) -> Tie:
    return Tie(f"{start}{end}{kind}", start, end, kind, mutual=mutual)


def test_a_way_names_all_ties_of_each_step() -> None:
    kept = [tie("a", "b"), tie("b", "a", "funds"), tie("c", "b"), tie("c", "d")]

    (found,) = ways(kept, ("a", "c"), Direction.BOTH)

    assert [(leg.start, leg.end) for leg in found.legs] == [("a", "b"), ("b", "c")]
    assert [[each.kind for each in leg.ties] for leg in found.legs] == [
        ["advises", "funds"],
        ["advises"],
    ]
    assert tie_ids([found]) == {"abadvises", "bafunds", "cbadvises"}


def test_a_way_keeps_to_the_direction() -> None:
    kept = [tie("a", "b"), tie("c", "b")]

    assert ways(kept, ("a", "c"), Direction.OUT)[0].legs == ()
    assert ways(kept, ("a", "c"), Direction.IN)[0].count == 0
    assert ways([tie("a", "b", mutual=True)], ("b", "a"), Direction.OUT)[0].count == 1


def test_several_shortest_ways_are_counted_and_the_first_is_told() -> None:
    kept = [tie("a", "c"), tie("a", "b"), tie("c", "d"), tie("b", "d")]

    (found,) = ways(kept, ("a", "d"), Direction.BOTH)

    assert found.count == 2
    assert [leg.end for leg in found.legs] == ["b", "d"]


def test_more_than_two_are_joined_in_the_order_chosen() -> None:
    kept = [tie("a", "b"), tie("b", "c")]

    assert [(way.start, way.end) for way in ways(kept, ("c", "a", "b"), Direction.BOTH)] == [
        ("c", "a"),
        ("a", "b"),
    ]


PAIRS = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES))


@given(st.lists(PAIRS, max_size=14), st.sampled_from(Direction))
def test_ways_are_as_many_and_as_long_as_networkx_says(
    pairs: list[tuple[str, str]], direction: Direction
) -> None:
    kept = [tie(start, end) for start, end in dict.fromkeys(pairs)]
    net = lines(kept, direction)
    net.add_nodes_from("ab")

    (found,) = ways(kept, ("a", "b"), direction)

    expected = list(nx.all_shortest_paths(net, "a", "b")) if nx.has_path(net, "a", "b") else []
    assert found.count == len(expected)
    if expected:
        told = ["a", *(leg.end for leg in found.legs)]
        assert told in expected
        assert all(leg.end == after.start for leg, after in pairwise(found.legs))
        assert all(leg.ties for leg in found.legs)


def group(
    identifier: str, topic_ids: tuple[str, ...] = (), languages: tuple[str, ...] = ()
) -> Organization:
    return Organization(
        id=identifier,
        name=identifier,
        classification=Classification.ASSOCIATION,
        topic_ids=topic_ids,
        languages=languages,
    )


def graph() -> Graph:
    return build_graph(
        Roster(
            organizations=(
                group("a", topic_ids=("t", "u"), languages=("Arabisch",)),
                group("b", topic_ids=("t",)),
                group("both"),
                group("friend"),
            ),
            memberships=tuple(
                Membership(id=f"m{each}", organization_id="both", member_organization_id=each)
                for each in "ab"
            ),
            relations=tuple(
                Relation(
                    id=f"r{a}{b}",
                    subject_id=a,
                    object_id=b,
                    classification=RelationKind.COOPERATES,
                )
                for a, b in (("a", "b"), ("a", "friend"), ("friend", "b"))
            ),
            topics=(Topic(id="t", term="Bildung"), Topic(id="u", term="Sport")),
        ),
        None,
    )


def test_what_two_share_is_told() -> None:
    found = shared(graph(), ("a", "b"))

    assert found.values == {Facet.TOPIC: ("t",)}
    assert found.groups == ("both",)
    assert found.neighbours == ("friend",)
    assert [each.id for each in found.ties] == ["rab"]


def test_nothing_chosen_shares_nothing() -> None:
    found = shared(graph(), ())

    assert (found.values, found.groups, found.neighbours, found.ties) == ({}, (), (), ())
