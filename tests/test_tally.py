"""The tally of all filters at once says what counting filter by filter says."""

from hypothesis import given
from hypothesis import strategies as st

from network.facets import Facet, remaining
from network.graph import Graph, build_graph
from network.organization import (
    Classification,
    Organization,
    Post,
    Relation,
    RelationKind,
    Roster,
    Topic,
)
from network.tally import tally, values_table

NODES = "abcd"
SOME = {
    Facet.KIND: ("association", "project", "post"),
    Facet.TOPIC: ("t", "u"),
    Facet.AREA: ("Nord", "Süd"),
    Facet.STATUS: ("open", "undated", "unknown"),
    Facet.TIE_KIND: ("funds", "cooperates", "post_of"),
    Facet.CONFIRMATION: ("stated", "documented"),
    Facet.STRENGTH: ("1", "2"),
}


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    organizations = tuple(
        Organization(
            id=node,
            name=node,
            classification=draw(
                st.sampled_from((Classification.ASSOCIATION, Classification.PROJECT))
            ),
            topic_ids=tuple(draw(st.sets(st.sampled_from("tu")))),
            district=draw(st.sampled_from(("", "Nord", "Süd"))),
            open_for_cooperation=draw(st.sampled_from((None, True))),
        )
        for node in NODES
    )
    relations = tuple(
        Relation(
            id=f"r{place}",
            subject_id=start,
            object_id=end,
            classification=kind,
            strength=strength,
            stated_by_id=start if strength else None,
        )
        for place, (start, end, kind, strength) in enumerate(
            draw(
                st.lists(
                    st.tuples(
                        st.sampled_from(NODES),
                        st.sampled_from(NODES),
                        st.sampled_from((RelationKind.FUNDS, RelationKind.COOPERATES)),
                        st.sampled_from((None, 1.0, 2.0)),
                    ),
                    max_size=6,
                )
            )
        )
    )
    return build_graph(
        Roster(
            organizations=organizations,
            posts=(Post(id="p", label="p", organization_id="a"),),
            relations=relations,
            topics=(Topic(id="t", term="t"), Topic(id="u", term="u", parent_id="t")),
        ),
        None,
    )


@st.composite
def filters(draw: st.DrawFn) -> dict[Facet, frozenset[str]]:
    asked = draw(st.sets(st.sampled_from(sorted(SOME))))
    return {facet: draw(st.frozensets(st.sampled_from(SOME[facet]))) for facet in sorted(asked)}


@given(graphs(), filters(), st.frozensets(st.sampled_from(NODES), max_size=1))
def test_all_at_once_is_the_same_as_one_by_one(
    graph: Graph, wanted: dict[Facet, frozenset[str]], without: frozenset[str]
) -> None:
    values = values_table(graph)
    if not without:
        assert tally(graph, values, wanted) == {
            facet: remaining(graph, wanted, facet) for facet in Facet
        }
    left = tally(graph, values, wanted, without)[Facet.KIND]
    others: dict[Facet, frozenset[str]] = {**wanted, Facet.KIND: frozenset()}
    whole = tally(graph, values, others)[Facet.KIND]
    assert sum(whole.values()) - sum(left.values()) in (0, 1)
