"""By what nodes and ties are filtered, and how many each value would leave."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from network.facets import (
    TIE_FACETS,
    Facet,
    Status,
    matches,
    remaining,
    tie_matches,
    tie_values,
    values_of,
    with_wider,
)
from network.graph import Graph, Tie, build_graph, ties
from network.organization import (
    Classification,
    Membership,
    Occupancy,
    Organization,
    Post,
    Relation,
    RelationKind,
    Roster,
    Topic,
)
from network.view import View, shown


def a_graph() -> Graph:
    return build_graph(
        Roster(
            organizations=(
                Organization(
                    id="fb",
                    name="Fachbereich",
                    classification=Classification.DEPARTMENT,
                    topic_ids=("kita",),
                    district="Innenstadt",
                    start_date="2010",
                ),
                Organization(
                    id="verein",
                    name="Verein",
                    classification=Classification.ASSOCIATION,
                    topic_ids=("wohnen",),
                    target_groups=("Kinder", "Eltern"),
                    languages=("Arabisch",),
                    open_for_cooperation=True,
                    partition="A",
                ),
            ),
            posts=(
                Post(id="held", label="Leitung", organization_id="fb"),
                Post(id="vacant", label="Stab", organization_id="fb", occupancy=Occupancy.VACANT),
                Post(id="unsaid", label="Kraft", organization_id="verein"),
            ),
            memberships=(Membership(id="m", organization_id="fb", person_id="p", post_id="held"),),
            relations=(
                Relation(
                    id="r",
                    subject_id="fb",
                    object_id="verein",
                    classification=RelationKind.FUNDS,
                    strength=2.0,
                    stated_by_id="fb",
                ),
            ),
            topics=(
                Topic(id="bildung", term="Bildung"),
                Topic(id="kita", term="Kita", parent_id="bildung"),
                Topic(id="wohnen", term="Wohnen"),
            ),
        ),
        None,
    )


GRAPH = a_graph()


def test_a_narrower_topic_counts_as_its_wider_one() -> None:
    assert values_of(GRAPH, "fb", Facet.TOPIC) == {"kita", "bildung"}
    assert matches(GRAPH, "fb", {Facet.TOPIC: frozenset({"bildung"})})


def test_topics_in_a_circle_end_where_they_began() -> None:
    topics = (Topic(id="a", term="A", parent_id="b"), Topic(id="b", term="B", parent_id="a"))

    assert set(with_wider(build_graph(Roster(topics=topics), None), ("a",))) == {"a", "b"}


def test_a_post_has_the_topics_and_the_area_of_its_organization() -> None:
    assert values_of(GRAPH, "held", Facet.AREA) == {"Innenstadt"}
    assert values_of(GRAPH, "unsaid", Facet.LANGUAGE) == {"Arabisch"}


def test_a_post_is_held_vacant_or_nobody_said() -> None:
    undated = Status.UNDATED
    assert values_of(GRAPH, "held", Facet.STATUS) == {Status.HELD, undated}
    assert values_of(GRAPH, "vacant", Facet.STATUS) == {Status.VACANT, undated}
    assert values_of(GRAPH, "unsaid", Facet.STATUS) == {Status.UNKNOWN, undated}


def test_whoever_is_open_for_cooperation_or_undated_can_be_asked_for() -> None:
    assert values_of(GRAPH, "verein", Facet.STATUS) == {Status.OPEN, Status.UNDATED}
    assert values_of(GRAPH, "fb", Facet.STATUS) == frozenset()


def test_values_of_one_filter_are_alternatives_and_filters_are_joined() -> None:
    either = frozenset({"department", "association"})
    both = {Facet.KIND: either, Facet.AREA: frozenset({"Innenstadt"})}

    assert [node for node in GRAPH if matches(GRAPH, node, {Facet.KIND: either})] == [
        "fb",
        "verein",
    ]
    assert [node for node in GRAPH if matches(GRAPH, node, both)] == ["fb"]


def test_ties_are_filtered_by_kind_strength_and_whose_word() -> None:
    (relation,) = (tie for tie in ties(GRAPH) if tie.id == "r")

    assert tie_values(relation, Facet.STRENGTH) == {"2"}
    assert tie_values(relation, Facet.CONFIRMATION) == {"stated"}
    assert tie_matches(relation, {Facet.TIE_KIND: frozenset({"funds"})})
    assert not tie_matches(relation, {Facet.CONFIRMATION: frozenset({"disputed"})})


def test_a_tie_of_unknown_strength_has_none() -> None:
    assert tie_values(Tie("t", "a", "b", "funds"), Facet.STRENGTH) == frozenset()


def test_each_value_tells_how_many_would_remain_beside_the_other_filters() -> None:
    wanted = {Facet.AREA: frozenset({"Innenstadt"}), Facet.KIND: frozenset({"association"})}

    assert remaining(GRAPH, wanted, Facet.KIND) == {"post": 2, "department": 1}
    assert remaining(GRAPH, {}, Facet.TIE_KIND) == {"post_of": 3, "funds": 1}


all_values = {facet: sorted(remaining(GRAPH, {}, facet)) or ["none"] for facet in Facet}
wishes = st.fixed_dictionaries(
    {},
    optional={facet: st.frozensets(st.sampled_from(all_values[facet])) for facet in Facet},
)


@given(wishes)
def test_a_count_is_what_asking_for_that_value_alone_would_show(
    wanted: Mapping[Facet, frozenset[str]],
) -> None:
    for facet in Facet:
        for value, count in remaining(GRAPH, wanted, facet).items():
            found = shown(GRAPH, View({**wanted, facet: frozenset({value})}))
            assert count == len(found.ties if facet in TIE_FACETS else found.nodes)
