"""What has changed between two days."""

from dataclasses import replace
from datetime import date

from network.changes import Changes, changes
from network.graph import build_graph, ties
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
from network.shown_changes import within
from network.view import View, shown

EARLY, LATE = date(2015, 6, 1), date(2018, 6, 1)


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
