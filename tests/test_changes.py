"""What has changed between two days."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from network.changes import Changes, applied, changes, within
from network.graph import Graph, build_graph, records, ties
from network.organization import (
    Classification,
    Membership,
    MembershipRole,
    Organization,
    Post,
    Relation,
    RelationKind,
    Roster,
)
from network.scene import Mark
from network.view import View, shown

EARLY, LATE = date(2015, 6, 1), date(2018, 6, 1)
FIRST = date(2010, 1, 1)


def unit(
    key: str, start: str | None = None, end: str | None = None, **more: object
) -> Organization:
    made = Organization(
        id=key, name=key, classification=Classification.OTHER, start_date=start, end_date=end
    )
    return replace(made, **more)  # type: ignore[arg-type]


def cooperation(
    key: str, a: str, b: str, start: str | None = None, end: str | None = None
) -> Relation:
    kind = RelationKind.COOPERATES
    return Relation(
        id=key, subject_id=a, object_id=b, classification=kind, start_date=start, end_date=end
    )


def between(roster: Roster) -> Changes:
    return changes(build_graph(roster, EARLY), build_graph(roster, LATE))


def names(found: Changes) -> tuple[list[str], list[str]]:
    return [each.id for each in found.new_nodes], [each.id for each in found.ended_nodes]


def test_what_begins_between_the_days_is_new_and_what_ends_is_ended() -> None:
    units = unit("old", "2010", "2016"), unit("new", "2017-03"), unit("stays", "2001")
    roster = Roster(
        organizations=units,
        relations=(
            cooperation("until", "old", "stays", "2011", "2016"),
            cooperation("from", "new", "stays", "2017-03"),
        ),
    )

    found = between(roster)

    assert names(found) == (["new"], ["old"])
    assert [tie.id for tie in found.new_ties] == ["from"]
    assert [tie.id for tie in found.ended_ties] == ["until"]
    assert found.marks == {
        "new": Mark.NEW, "from": Mark.NEW, "old": Mark.ENDED, "until": Mark.ENDED,
    }  # fmt: skip
    assert set(found.union) == {"old", "new", "stays"}
    assert {tie.id for tie in ties(found.union)} == {"until", "from"}
    assert found.count == 4


def test_a_tie_of_the_same_kind_and_pair_takes_the_place_of_the_one_that_ended() -> None:
    roster = Roster(
        organizations=(unit("club", "2000"), unit("group", "2000")),
        memberships=(
            Membership(
                id="guest", organization_id="group", member_organization_id="club",
                role=MembershipRole.GUEST, start_date="2014", end_date="2016",
            ),
            Membership(
                id="member", organization_id="group", member_organization_id="club",
                role=MembershipRole.MEMBER, start_date="2017",
            ),
        ),
    )  # fmt: skip

    found = between(roster)

    assert (found.new_ties, found.ended_ties) == ((), ())
    (change,) = found.changed_ties
    assert (change.before.id, change.after.id) == ("guest", "member")
    said = {each.field: (each.before, each.after) for each in change.differences}
    assert said["role"] == ("guest", "member")
    assert [tie.id for tie in ties(found.union)] == ["member"]
    assert found.marks["member"] is Mark.CHANGED


def test_ties_in_opposite_directions_do_not_take_each_others_place_unless_mutual() -> None:
    def swapped(kind: RelationKind) -> Changes:
        there = Relation(
            id="x", subject_id="a", object_id="b", classification=kind, end_date="2016"
        )
        back = Relation(
            id="y", subject_id="b", object_id="a", classification=kind, start_date="2017"
        )
        return between(Roster(organizations=(unit("a"), unit("b")), relations=(there, back)))

    assert len(swapped(RelationKind.COOPERATES).changed_ties) == 1
    assert len(swapped(RelationKind.FUNDS).changed_ties) == 0


def test_an_organisation_that_ended_is_paired_with_what_continues_it() -> None:
    roster = Roster(
        organizations=(
            unit("bureau", "2000", "2016-12"),
            unit("department", "2017", successor_of_id="bureau"),
        )
    )

    found = between(roster)

    assert [(old.id, heir.id) for old, heir in found.continued] == [("bureau", "department")]
    assert [(tie.subject_id, tie.object_id) for tie in ties(found.union)] == [
        ("department", "bureau")
    ]
    assert ties(found.union)[0].id in found.marks


def test_that_somebody_holds_a_post_by_then_is_a_change_of_the_post() -> None:
    roster = Roster(
        organizations=(unit("office"),),
        posts=(Post(id="post", label="Beauftragte", organization_id="office"),),
        memberships=(
            Membership(
                id="m", organization_id="office", post_id="post", person_id="p", start_date="2017"
            ),
        ),
    )

    (change,) = between(roster).changed_nodes

    assert change.after.id == "post"
    assert [(each.field, each.before, each.after) for each in change.differences] == [
        ("held", False, True)
    ]


def test_what_has_no_dates_is_counted_as_unknown_and_never_dropped() -> None:
    roster = Roster(
        organizations=(unit("a"), unit("b"), unit("c", "2001")),
        relations=(cooperation("undated", "a", "b"), cooperation("dated", "b", "c", "2002")),
    )

    found = between(roster)

    assert found.count == 0
    assert [tie.id for tie in found.unknown_ties] == ["undated"]
    assert [each.id for each in found.unknown_nodes] == ["a", "b"]
    assert {tie.id for tie in ties(found.union)} == {"undated", "dated"}


def test_only_changes_of_what_a_view_shows_are_told_and_each_of_them_once() -> None:
    roster = Roster(
        organizations=(
            unit("bureau", "2000", "2016-12"),
            unit("department", "2014", successor_of_id="bureau"),
            unit("club", "2017"),
        ),
        relations=(cooperation("x", "club", "department", "2017"),),
    )
    found = between(roster)

    everything = within(found, shown(found.union, View()))
    part = within(found, shown(found.union, View(without=frozenset({"club"}))))

    assert [tie.id for tie in found.ended_ties] == ["department:before"]
    assert (everything.ended_ties, len(everything.continued)) == ((), 1)
    assert names(everything) == (["club"], ["bureau"])
    assert [tie.id for tie in everything.new_ties] == ["x"]
    assert (names(part), part.new_ties) == (([], ["bureau"]), ())


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
