"""Which part of a graph is looked at."""

import networkx as nx

from network.facets import Facet
from network.graph import build_graph, records, ties
from network.organization import (
    Classification,
    Organization,
    Post,
    Relation,
    RelationKind,
    Roster,
)
from network.view import Direction, View, kinds_present, part_of, shown, top_organization

KINDS = {
    "gb": Classification.DIVISION,
    "fb": Classification.DEPARTMENT,
    "ag": Classification.WORKING_GROUP,
    "verein": Classification.ASSOCIATION,
    "lobby": Classification.ASSOCIATION,
    "allein": Classification.INITIATIVE,
}


def a_graph() -> "nx.MultiDiGraph[str]":
    """Return post - fb - gb, fb - ag - verein - lobby, and one that stands alone."""
    pairs = [("fb", "gb"), ("fb", "ag"), ("verein", "ag"), ("lobby", "verein"), ("verein", "lobby")]
    return build_graph(
        Roster(
            organizations=tuple(
                Organization(id=key, name=key, classification=kind) for key, kind in KINDS.items()
            ),
            posts=(Post(id="post", label="Beauftragte", organization_id="fb"),),
            relations=tuple(
                Relation(
                    id=f"{a}-{b}", subject_id=a, object_id=b, classification=RelationKind.FUNDS
                )
                for a, b in pairs
            ),
        ),
        None,
    )


GRAPH = a_graph()
ORDER = [*KINDS, "post"]


def kinds(*wanted: str) -> dict[Facet, frozenset[str]]:
    return {Facet.KIND: frozenset(wanted)}


def nodes(view: View) -> list[str]:
    return list(shown(GRAPH, view).nodes)


def test_without_a_question_the_whole_network_is_shown_in_its_order() -> None:
    assert nodes(View()) == ORDER


def test_only_the_kinds_asked_for_are_shown() -> None:
    assert nodes(View(kinds("association", "post"))) == ["verein", "lobby", "post"]


def test_only_what_lies_around_the_chosen_one_is_shown() -> None:
    around = [nodes(View(chosen=("ag",), steps=steps)) for steps in range(4)]

    assert around == [
        ["ag"],
        ["fb", "ag", "verein"],
        ["gb", "fb", "ag", "verein", "lobby", "post"],
        ["gb", "fb", "ag", "verein", "lobby", "post"],
    ]


def test_what_lies_around_several_chosen_ones_is_shown_together() -> None:
    assert nodes(View(chosen=("gb", "lobby"), steps=1)) == ["gb", "fb", "verein", "lobby"]


def test_steps_follow_ties_in_the_direction_asked_for() -> None:
    outward = View(chosen=("fb",), steps=1, direction=Direction.OUT)
    inward = View(chosen=("fb",), steps=1, direction=Direction.IN)

    assert nodes(outward) == ["gb", "fb", "ag"]
    assert nodes(inward) == ["fb", "post"]


def test_mutual_ties_lead_both_ways() -> None:
    pair = Roster(
        organizations=tuple(
            Organization(id=key, name=key, classification=Classification.OTHER) for key in "ab"
        ),
        relations=(
            Relation(id="r", subject_id="a", object_id="b", classification=RelationKind.COOPERATES),
        ),
    )

    for direction in Direction:
        view = View(chosen=("b",), steps=1, direction=direction)
        assert shown(build_graph(pair, None), view).nodes == ("a", "b")


def test_the_chosen_one_is_shown_even_where_its_kind_is_not() -> None:
    assert nodes(View(kinds("association"), chosen=("fb",))) == ["fb", "verein", "lobby"]


def test_kinds_and_steps_are_asked_for_together() -> None:
    assert nodes(View(kinds("association"), chosen=("fb",), steps=2)) == ["fb", "verein"]


def test_steps_lead_over_nodes_of_kinds_that_are_not_shown() -> None:
    assert nodes(View(kinds("division"), chosen=("post",), steps=2)) == ["gb", "post"]


def test_steps_do_not_lead_over_ties_that_are_filtered_out() -> None:
    only_posts = {Facet.TIE_KIND: frozenset({"post_of"})}

    assert nodes(View(only_posts, chosen=("post",), steps=5)) == ["fb", "post"]


def test_choosing_without_steps_still_shows_the_whole_network() -> None:
    assert nodes(View(chosen=("ag",))) == ORDER


def test_steps_around_somebody_who_is_not_there_hide_nobody() -> None:
    assert nodes(View(chosen=("gone",), steps=1)) == ORDER
    assert nodes(View(steps=1)) == ORDER


def test_a_kind_that_nobody_has_shows_nobody() -> None:
    assert nodes(View(kinds("council"))) == []


def test_a_way_shows_all_shortest_ways_and_nothing_else() -> None:
    assert nodes(View(chosen=("post", "lobby"), path=True)) == [
        *("fb", "ag", "verein", "lobby", "post"),
    ]
    assert nodes(View(chosen=("post", "allein"), path=True)) == ["allein", "post"]


def test_a_way_avoids_what_is_left_out() -> None:
    view = View(chosen=("post", "lobby"), path=True, without=frozenset({"ag"}))

    assert nodes(view) == ["lobby", "post"]


def test_whoever_has_no_tie_can_be_left_out() -> None:
    assert "allein" not in nodes(View(tied_only=True))
    assert "allein" in nodes(View(tied_only=True, chosen=("allein",)))


def test_a_tie_is_shown_where_both_of_its_ends_are() -> None:
    found = shown(GRAPH, View(kinds("association", "department")))

    assert [tie.id for tie in found.ties] == ["verein-lobby", "lobby-verein"]
    assert shown(GRAPH, View(kinds("council"))).ties == ()


def test_what_is_shown_is_a_graph_of_its_own_with_the_same_records_and_ties() -> None:
    found = shown(GRAPH, View(kinds("association")))
    part = part_of(GRAPH, found)

    assert tuple(part) == found.nodes
    assert tuple(ties(part)) == found.ties
    assert records(part) == {node: records(GRAPH)[node] for node in found.nodes}
    assert len(GRAPH) == len(ORDER)


def test_kinds_are_counted_the_most_frequent_first_and_equals_by_name() -> None:
    assert list(kinds_present(GRAPH).items()) == [
        ("association", 2),
        ("department", 1),
        ("division", 1),
        ("initiative", 1),
        ("post", 1),
        ("working_group", 1),
    ]


def below(parents: dict[str, str | None]) -> "nx.MultiDiGraph[str]":
    return build_graph(
        Roster(
            organizations=tuple(
                Organization(
                    id=key, name=key, classification=Classification.OTHER, parent_id=parent
                )
                for key, parent in parents.items()
            )
        ),
        None,
    )


def test_the_city_is_the_organization_at_the_top_with_most_units_below_it() -> None:
    graph = below(
        {
            "verein": None,
            "v1": "verein",
            "city": None,
            "gb1": "city",
            "gb2": "city",
            "fb1": "gb1",
            "fb2": "gb1",
            "fb3": "gb1",
            "stray": "gone",
        }
    )

    top = top_organization(graph)

    assert top is not None
    assert top.id == "city"


def test_where_nobody_is_below_anybody_there_is_no_top() -> None:
    assert top_organization(below({})) is None
    assert top_organization(below({"a": None, "b": "gone"})) is None
