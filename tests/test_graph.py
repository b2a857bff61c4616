"""The network as a graph of a day."""

from datetime import date

import pytest

from network.graph import Tie, TieKind, build_graph, records, ties, ties_of
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
from network.view import Direction, reached

DAY = date(2015, 6, 15)


def unit(key: str, start: str | None = None, end: str | None = None) -> Organization:
    other = Classification.OTHER
    return Organization(id=key, name=key, classification=other, start_date=start, end_date=end)


def relation(
    key: str, subject: str, other: str, start: str | None = None, end: str | None = None
) -> Relation:
    return Relation(
        id=key,
        subject_id=subject,
        object_id=other,
        classification=RelationKind.FUNDS,
        start_date=start,
        end_date=end,
    )


def network(units: str, *relations: tuple[str, str, str]) -> Roster:
    return Roster(
        organizations=tuple(unit(key) for key in units),
        relations=tuple(relation(*each) for each in relations),
    )


def edges(roster: Roster, as_of: date | None = DAY) -> list[tuple[str, str, str]]:
    return [(tie.subject_id, tie.kind, tie.object_id) for tie in ties(build_graph(roster, as_of))]


def test_an_empty_roster_makes_an_empty_graph() -> None:
    graph = build_graph(Roster(), DAY)

    assert records(graph) == {}
    assert ties(graph) == []


def test_who_is_there_on_the_day_is_in_the_graph_and_without_a_day_whoever_ever_was() -> None:
    there = [unit("always"), unit("since", "2015-06"), unit("until", None, "2015")]
    gone = [unit("not yet", "2015-06-16"), unit("ended", "2014", "2015-05")]
    post = Post(id="post", label="Beauftragte", organization_id="always", start_date="2015")

    roster = Roster(organizations=(*there, *gone), posts=(post,))

    graph = build_graph(roster, DAY)

    assert list(records(build_graph(roster, None)).values()) == [*there, *gone, post]
    assert records(graph) == {**{each.id: each for each in there}, "post": post}


def test_a_tie_counts_only_where_both_ends_are_there() -> None:
    roster = Roster(
        organizations=(unit("a"), unit("b"), unit("ended", None, "2014")),
        relations=(
            relation("r1", "a", "b"),
            relation("r2", "a", "ended"),
            relation("r3", "ended", "b"),
            relation("r4", "a", "nobody"),
        ),
    )

    assert edges(roster) == [("a", "funds", "b")]
    assert [tie.id for tie in ties(build_graph(roster, None))] == ["r1", "r2", "r3"]


def test_a_tie_that_has_ended_is_gone_though_both_ends_are_there() -> None:
    roster = Roster(
        organizations=(unit("a"), unit("b")),
        relations=(
            relation("r1", "a", "b", end="2015-05"),
            relation("r2", "b", "a", end="2015-06"),
        ),
    )

    assert edges(roster) == [("b", "funds", "a")]


def test_a_unit_is_part_of_the_wider_one_and_continues_the_former() -> None:
    new = Organization(
        id="new",
        name="new",
        classification=Classification.OFFICE,
        parent_id="city",
        successor_of_id="old",
        sources=("P10",),
    )
    roster = Roster(organizations=(unit("city"), unit("old"), new))

    graph = build_graph(roster, DAY)

    assert edges(roster) == [("new", "part_of", "city"), ("new", "successor_of", "old")]
    assert {tie.sources for tie in ties(graph)} == {("P10",)}


def test_a_post_belongs_to_its_organization() -> None:
    post = Post(id="post", label="Beauftragte", organization_id="city", sources=("P37",))
    roster = Roster(organizations=(unit("city"),), posts=(post,))

    assert ties(build_graph(roster, DAY)) == [
        Tie("post:home", "post", "city", TieKind.POST_OF, sources=("P37",))
    ]


def test_organizations_and_posts_take_part_in_groups_in_a_role() -> None:
    of_a = Membership(
        id="m1",
        organization_id="group",
        member_organization_id="a",
        role=MembershipRole.CHAIR,
        start_date="2015",
        end_date="2016",
        sources=("P40",),
    )
    roster = Roster(
        organizations=(unit("group"), unit("a")),
        posts=(Post(id="post", label="Beauftragte", organization_id="a"),),
        memberships=(of_a, Membership(id="m2", organization_id="group", post_id="post")),
    )

    found = {tie.id: tie for tie in ties(build_graph(roster, DAY))}

    assert found["m1"] == Tie(
        "m1",
        "a",
        "group",
        TieKind.MEMBER_OF,
        "chair",
        start_date="2015",
        end_date="2016",
        sources=("P40",),
    )
    assert (found["m2"].subject_id, found["m2"].object_id) == ("post", "group")


@pytest.mark.parametrize("post_id", [None, "post"])
def test_a_person_in_a_group_or_on_a_post_makes_no_tie(post_id: str | None) -> None:
    """Persons are no nodes: that somebody holds a post is nothing for a public picture."""
    roster = Roster(
        organizations=(unit("city"), unit("group")),
        posts=(Post(id="post", label="Beauftragte", organization_id="city"),),
        memberships=(
            Membership(id="m", organization_id="group", person_id="person", post_id=post_id),
        ),
    )

    graph = build_graph(roster, DAY)

    assert [tie.id for tie in ties(graph)] == ["post:home"]
    assert "person" not in graph


def test_a_relation_keeps_its_own_kind_note_dates_and_sources() -> None:
    stated = Relation(
        id="r",
        subject_id="a",
        object_id="b",
        classification=RelationKind.REFERS_TO,
        note="seit der Konferenz",
        start_date="2014",
        end_date="2015",
        sources=("P10",),
    )
    graph = build_graph(Roster(organizations=(unit("a"), unit("b")), relations=(stated,)), DAY)

    assert ties(graph) == [
        Tie(
            "r",
            "a",
            "b",
            "refers_to",
            note="seit der Konferenz",
            start_date="2014",
            end_date="2015",
            sources=("P10",),
        )
    ]


def test_a_tie_is_undated_only_when_neither_end_is_known() -> None:
    assert Tie("t", "a", "b", "funds").undated
    assert not Tie("t", "a", "b", "funds", start_date="2014").undated
    assert not Tie("t", "a", "b", "funds", end_date="2014").undated


def test_several_ties_between_the_same_two_all_survive() -> None:
    roster = network("ab", ("r0", "a", "b"), ("r1", "a", "b"), ("r2", "a", "b"))

    assert [tie.id for tie in ties(build_graph(roster, DAY))] == ["r0", "r1", "r2"]


def test_the_ties_of_a_node_are_those_it_begins_and_those_it_ends_each_once() -> None:
    roster = network("ab", ("r1", "a", "b"), ("r2", "b", "a"), ("r3", "a", "a"), ("r4", "b", "b"))

    found = [tie.id for tie in ties_of(build_graph(roster, DAY), "a")]

    assert sorted(found) == ["r1", "r2", "r3"]


def test_steps_are_counted_in_any_direction() -> None:
    roster = network("abcdx", ("r1", "b", "a"), ("r2", "b", "c"), ("r3", "d", "c"))

    graph = build_graph(roster, DAY)

    assert [reached(ties(graph), ["a"], steps, Direction.BOTH) for steps in range(4)] == [
        *({"a"}, {"a", "b"}, {"a", "b", "c"}, {"a", "b", "c", "d"})
    ]
    assert reached(ties(graph), ["x"], 9, Direction.BOTH) == {"x"}
