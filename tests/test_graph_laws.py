"""Laws of the graph of a day."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from network.graph import build_graph, records, ties
from network.organization import Roster
from tests.test_graph import relation, unit

spans = st.tuples(*[st.none() | st.sampled_from(["2013", "2014", "2015", "2016", "2017"])] * 2)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(spans, max_size=5),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), spans), max_size=8),
    st.integers(2012, 2018),
)
def test_the_graph_of_any_day_holds_who_was_there_and_their_ties_of_that_day(
    units: list[tuple[str | None, str | None]],
    wanted: list[tuple[int, int, tuple[str | None, str | None]]],
    year: int,
) -> None:
    """An end at a place beyond the units is nobody."""

    def in_year(span: tuple[str | None, str | None]) -> bool:
        return int(span[0] or 0) <= year <= int(span[1] or 9999)

    roster = Roster(
        organizations=tuple(unit(str(n), *span) for n, span in enumerate(units)),
        relations=tuple(
            relation(f"r{n}", str(subject), str(other), *span)
            for n, (subject, other, span) in enumerate(wanted)
        ),
    )
    there = {n for n, span in enumerate(units) if in_year(span)}

    graph = build_graph(roster, date(year, 6, 15))

    assert set(records(graph)) == {str(n) for n in there}
    assert sorted(tie.id for tie in ties(graph)) == [
        f"r{n}" for n, (a, b, span) in enumerate(wanted) if {a, b} <= there and in_year(span)
    ]
