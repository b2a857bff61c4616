"""Which part of a graph is looked at."""

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from network.graph import build_graph
from network.organization import (
    Classification,
    Organization,
    Post,
    Relation,
    RelationKind,
    Roster,
)
from network.view import View, kinds_present, shown_nodes, shown_ties, top_organization

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


def test_without_a_question_the_whole_network_is_shown_in_its_order() -> None:
    assert shown_nodes(GRAPH, View()) == ORDER


def test_only_the_kinds_asked_for_are_shown() -> None:
    view = View(kinds=frozenset({"association", "post"}))

    assert shown_nodes(GRAPH, view) == ["verein", "lobby", "post"]


def test_only_what_lies_around_the_chosen_one_is_shown() -> None:
    around = [shown_nodes(GRAPH, View(chosen="ag", steps=steps)) for steps in range(4)]

    assert around == [
        ["ag"],
        ["fb", "ag", "verein"],
        ["gb", "fb", "ag", "verein", "lobby", "post"],
        ["gb", "fb", "ag", "verein", "lobby", "post"],
    ]


def test_the_chosen_one_is_shown_even_where_its_kind_is_not() -> None:
    view = View(kinds=frozenset({"association"}), chosen="fb")

    assert shown_nodes(GRAPH, view) == ["fb", "verein", "lobby"]


def test_kinds_and_steps_are_asked_for_together() -> None:
    view = View(kinds=frozenset({"association"}), chosen="fb", steps=2)

    assert shown_nodes(GRAPH, view) == ["fb", "verein"]


def test_steps_lead_over_nodes_of_kinds_that_are_not_shown() -> None:
    view = View(kinds=frozenset({"division"}), chosen="post", steps=2)

    assert shown_nodes(GRAPH, view) == ["gb", "post"]


def test_choosing_without_steps_still_shows_the_whole_network() -> None:
    assert shown_nodes(GRAPH, View(chosen="ag")) == ORDER


def test_steps_around_somebody_who_is_not_there_hide_nobody() -> None:
    assert shown_nodes(GRAPH, View(chosen="gone", steps=1)) == ORDER
    assert shown_nodes(GRAPH, View(steps=1)) == ORDER


def test_a_kind_that_nobody_has_shows_nobody() -> None:
    assert shown_nodes(GRAPH, View(kinds=frozenset({"council"}))) == []


def test_a_tie_is_shown_where_both_of_its_ends_are() -> None:
    shown = shown_ties(GRAPH, ["verein", "lobby", "fb"])

    assert [tie.id for tie in shown] == ["verein-lobby", "lobby-verein"]
    assert shown_ties(GRAPH, []) == []


def test_kinds_are_counted_the_most_frequent_first_and_equals_by_name() -> None:
    assert list(kinds_present(GRAPH).items()) == [
        ("association", 2),
        ("department", 1),
        ("division", 1),
        ("initiative", 1),
        ("post", 1),
        ("working_group", 1),
    ]


views = st.builds(
    View,
    kinds=st.frozensets(st.sampled_from([*KINDS.values(), "post", "council"])),
    chosen=st.none() | st.sampled_from([*ORDER, "gone"]),
    steps=st.none() | st.integers(0, 5),
)


@settings(deadline=None)
@given(views)
def test_every_view_is_a_part_of_the_network_in_the_same_order(view: View) -> None:
    shown = shown_nodes(GRAPH, view)

    assert shown == [node for node in ORDER if node in shown]
    assert view.chosen not in ORDER or view.chosen in shown


@settings(deadline=None)
@given(views, st.integers(0, 5))
def test_a_step_more_never_hides_anybody(view: View, steps: int) -> None:
    nearer = View(view.kinds, view.chosen, steps)
    wider = View(view.kinds, view.chosen, steps + 1)

    assert set(shown_nodes(GRAPH, nearer)) <= set(shown_nodes(GRAPH, wider))


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
