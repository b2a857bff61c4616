"""Laws of what has changed between two days, for any network and any days."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from network.changes import applied, changes
from network.graph import Graph, build_graph, records, ties
from network.organization import Membership, Post, Roster
from tests.test_changes import cooperation, unit

FIRST = date(2010, 1, 1)
days = st.integers(0, 4000).map(lambda n: FIRST + timedelta(days=n))
dates = st.none() | days.map(date.isoformat) | st.integers(2010, 2020).map(str)
KEYS = "abcdef"


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    units = tuple(
        unit(
            key, draw(dates), draw(dates), name=draw(st.sampled_from(["x", "y"])),
            parent_id=draw(st.none() | st.sampled_from(KEYS)),
            successor_of_id=draw(st.none() | st.sampled_from(KEYS)),
        )
        for key in KEYS
    )  # fmt: skip
    relations = tuple(
        replace(
            cooperation(f"r{n}", draw(st.sampled_from(KEYS)), draw(st.sampled_from(KEYS)),
                        draw(dates), draw(dates)),
            strength=draw(st.none() | st.just(2.0)),
        )
        for n in range(draw(st.integers(0, 8)))
    )  # fmt: skip
    posts = (Post(id="p", label="p", organization_id="a", start_date=draw(dates)),)
    holds = Membership(
        id="m", organization_id="a", post_id="p", person_id="x",
        start_date=draw(dates), end_date=draw(dates),
    )  # fmt: skip
    return Roster(units, posts, (holds,), relations)


def content(graph: Graph) -> tuple[object, ...]:
    held = set(graph.graph["held"]) & set(graph)
    return records(graph), {tie.id: tie for tie in ties(graph)}, held, graph.graph["as_of"]


@given(rosters(), days)
def test_nothing_changes_between_a_day_and_itself(roster: Roster, day: date) -> None:
    graph = build_graph(roster, day)

    found = changes(graph, graph)

    assert found.count == 0
    assert found.marks == {}
    assert content(found.union) == content(graph)


@given(rosters(), rosters(), days, days)
def test_the_changes_made_to_one_day_give_the_other(
    one: Roster, other: Roster, early: date, late: date
) -> None:
    before, after = build_graph(one, early), build_graph(other, late)

    assert content(applied(before, changes(before, after))) == content(after)


@given(rosters(), days, days)
def test_seen_from_the_other_day_new_is_ended_and_ended_is_new(
    roster: Roster, early: date, late: date
) -> None:
    before, after = build_graph(roster, early), build_graph(roster, late)

    there, back = changes(before, after), changes(after, before)

    assert there.count == back.count
    assert set(there.new_nodes) == set(back.ended_nodes)
    assert set(there.ended_nodes) == set(back.new_nodes)
    assert set(there.new_ties) == set(back.ended_ties)
    assert set(there.ended_ties) == set(back.new_ties)
    assert {(each.before, each.after) for each in there.changed_ties} == {
        (each.after, each.before) for each in back.changed_ties
    }
    assert {each.after.id for each in there.changed_nodes} == {
        each.after.id for each in back.changed_nodes
    }
    assert set(there.union) == set(back.union) == set(before) | set(after)
    assert set(there.unknown_ties) == set(back.unknown_ties)


@given(rosters(), days, days)
def test_every_mark_is_of_something_that_is_drawn_or_was_replaced(
    roster: Roster, early: date, late: date
) -> None:
    found = changes(build_graph(roster, early), build_graph(roster, late))
    drawn = set(found.union) | {tie.id for tie in ties(found.union)}

    assert set(found.marks) - drawn == {
        each.before.id for each in found.changed_ties if each.before.id != each.after.id
    }
