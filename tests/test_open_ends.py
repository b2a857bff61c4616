"""Posts that are vacant, ties on the word of one side, and who is tied to nobody."""

from datetime import date

from network.facets import Status
from network.graph import build_graph
from network.open_ends import disputed, one_sided, posts, untied
from network.organization import Membership, Occupancy, Post, Roster
from tests.advised_networks import graph_of, tie, unit


def post(key: str, occupancy: Occupancy = Occupancy.UNKNOWN) -> Post:
    return Post(id=key, label=key, organization_id="stadt", occupancy=occupancy)


def test_vacant_posts_come_first_then_those_nobody_said_anything_of() -> None:
    graph = graph_of(
        unit("stadt"),
        post("besetzt", Occupancy.HELD),
        post("offen"),
        post("leer", Occupancy.VACANT),
    )

    assert [(each.post.id, each.status) for each in posts(graph)] == [
        ("leer", Status.VACANT),
        ("offen", Status.UNKNOWN),
        ("besetzt", Status.HELD),
    ]


def test_a_person_holds_a_post_for_as_long_as_it_says() -> None:
    holds = Membership(
        id="m", organization_id="stadt", person_id="p", post_id="leer", end_date="2015-06"
    )
    roster = Roster((unit("stadt"),), (post("leer", Occupancy.VACANT),), (holds,))

    (until,) = posts(build_graph(roster, date(2015, 6, 30)))
    (after,) = posts(build_graph(roster, date(2015, 7, 1)))

    assert (until.status, until.by_person) == (Status.HELD, True)
    assert (after.status, after.by_person) == (Status.VACANT, False)


def test_ties_are_listed_by_whose_word_they_stand_on() -> None:
    graph = graph_of(
        *(unit(name) for name in "abcd"),
        tie("a", "b", stated_by_id="a"),
        tie("b", "c", stated_by_id="b", confirmed_by_id="c"),
        tie("c", "d", stated_by_id="c", disputed_by_id="d"),
        tie("a", "d"),
    )

    assert [each.id for each in one_sided(graph)] == ["a-b"]
    assert [each.id for each in disputed(graph)] == ["c-d"]


def test_whoever_has_only_posts_of_its_own_is_tied_to_nobody() -> None:
    busy = Post(id="busy", label="busy", organization_id="b")
    idle = Post(id="idle", label="idle", organization_id="a")
    graph = graph_of(unit("a"), unit("b"), unit("c"), unit("d"), busy, idle, tie("busy", "c"))

    assert [each.id for each in untied(graph)] == ["a", "d"]
