"""Large networks as parts that can be unfolded: nothing is lost and nothing jumps."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.graph import Graph, build_graph
from network.organization import (
    Classification,
    Membership,
    Organization,
    Post,
    Relation,
    RelationKind,
    Roster,
)
from network.overview import overview, part_places
from network.parts import Level, Part, parts
from network.places import BOX
from network.view import View, shown

KINDS = [Classification.DIVISION, Classification.WORKING_GROUP, Classification.ASSOCIATION]
NAMES = [f"n{number:02}" for number in range(12)]
some = st.sampled_from(NAMES)
maybe = st.one_of(st.none(), some)
levels = st.sampled_from(list(Level))


@st.composite
def networks(draw: st.DrawFn) -> Graph:
    """Any network of a dozen organisations and some posts, circles of units included."""
    organizations = tuple(
        Organization(
            id=name,
            name=f"Name {name}",
            classification=draw(st.sampled_from(KINDS)),
            parent_id=draw(maybe),
        )
        for name in NAMES
    )
    posts = tuple(
        Post(id=f"p{place}", label=f"Stelle {place}", organization_id=home)
        for place, home in enumerate(draw(st.lists(some, max_size=3)))
    )
    members = tuple(
        Membership(id=f"m{place}", organization_id=group, member_organization_id=member)
        for place, (group, member) in enumerate(draw(st.lists(st.tuples(some, some), max_size=12)))
    )
    relations = tuple(
        Relation(
            id=f"r{place}",
            subject_id=one,
            object_id=other,
            classification=draw(st.sampled_from(list(RelationKind))),
        )
        for place, (one, other) in enumerate(draw(st.lists(st.tuples(some, some), max_size=12)))
    )
    return build_graph(
        Roster(organizations=organizations, posts=posts, memberships=members, relations=relations),
        None,
    )


gone = st.frozensets(some, max_size=6)


@given(networks(), levels)
def test_every_node_is_in_exactly_one_part(graph: Graph, level: Level) -> None:
    found = parts(graph, level)

    assert sorted(node for part in found for node in part.nodes) == sorted(graph)
    assert len({part.key for part in found}) == len(found)
    assert all(bool(part.name) != bool(part.word) for part in found)


@given(networks(), levels, gone)
def test_counts_add_up_whatever_is_unfolded(
    graph: Graph, level: Level, without: frozenset[str]
) -> None:
    found = parts(graph, level)
    what = shown(graph, View(without=without))
    opened = [part.key for part in found[::2]]

    folded = overview(what, found, opened)

    assert sum(each.count for each in folded.closed) + len(folded.nodes) == len(what.nodes)
    ties = sum(each.inner for each in folded.closed) + len(folded.ties)
    assert ties + sum(each.count for each in folded.bundles) == len(what.ties)
    assert all(sum(count for _, count in each.kinds) == each.count for each in folded.bundles)
    items = {each.id for each in folded.closed} | set(folded.nodes)
    assert all({each.source, each.target} <= items for each in folded.bundles)
    assert all(each.source < each.target for each in folded.bundles)
    assert not {each.part.key for each in folded.closed} & set(opened)


@given(networks(), levels, gone)
def test_unfolding_all_gives_exactly_the_plain_picture(
    graph: Graph, level: Level, without: frozenset[str]
) -> None:
    found = parts(graph, level)
    what = shown(graph, View(without=without))

    folded = overview(what, found, [part.key for part in found])

    assert (folded.nodes, folded.ties) == (what.nodes, what.ties)
    assert (folded.closed, folded.bundles) == ((), ())


@given(networks(), levels, gone)
def test_a_part_of_which_nothing_is_shown_is_left_out(
    graph: Graph, level: Level, without: frozenset[str]
) -> None:
    found = parts(graph, level)
    folded = overview(shown(graph, View(without=without)), found, ())

    expected = [part.id for part in found if not set(part.nodes) <= without]
    assert [each.id for each in folded.closed] == expected
    assert not folded.nodes
    assert not folded.ties


@given(
    networks(),
    levels,
    st.lists(st.tuples(st.floats(-4000, 4000), st.floats(-4000, 4000)), min_size=15, max_size=15),
)
def test_no_two_parts_overlap_and_all_have_a_place(
    graph: Graph, level: Level, points: list[tuple[float, float]]
) -> None:
    found = parts(graph, level)
    positions = dict(zip(graph, points, strict=False))

    placed = part_places(list(graph), found, positions)

    assert set(placed.at) == {part.id for part in found}
    assert placed.scale >= 1
    for one, other in combinations(placed.at.values(), 2):
        assert any(
            abs(one[axis] - other[axis]) > BOX[axis] * placed.scale * 0.99 - 0.5 for axis in (0, 1)
        )


def test_a_part_stands_in_the_middle_of_its_nodes() -> None:
    found = [Part("a", "A", ("x", "y")), Part("b", "B", ("z",))]
    positions = {"x": (0.0, 0.0), "y": (1000.0, 0.0), "z": (3000.0, 2000.0)}

    placed = part_places(positions, found, positions)

    assert placed.at["part:a"] == pytest.approx((500.0, 0.0), abs=1)
    assert placed.at["part:b"] == pytest.approx((3000.0, 2000.0), abs=1)


def a_city(units: list[tuple[str, str | None]], posts: dict[str, str] | None = None) -> Graph:
    return build_graph(
        Roster(
            organizations=tuple(
                Organization(
                    id=name, name=name.upper(), classification=Classification.OFFICE, parent_id=over
                )
                for name, over in units
            ),
            posts=tuple(
                Post(id=post, label=post, organization_id=home)
                for post, home in (posts or {}).items()
            ),
        ),
        None,
    )


def test_units_are_under_their_topmost_one_and_posts_with_them() -> None:
    graph = a_city(
        [("a", None), ("a1", "a"), ("b", None), ("b1", "b"), ("b2", "b1"), ("a2", "a1")],
        {"p": "b2"},
    )

    assert {part.key: part.nodes for part in parts(graph, Level.UNITS)} == {
        "a": ("a", "a1", "a2"),
        "b": ("b", "b1", "b2", "p"),
    }


def test_where_all_units_belong_to_the_town_the_parts_begin_below_it() -> None:
    graph = a_city([("town", None), ("a", "town"), ("a1", "a"), ("b", "town"), ("b1", "b")])

    found = {part.key: part.nodes for part in parts(graph, Level.UNITS)}

    assert found == {"a": ("a", "a1"), "b": ("b", "b1"), "town": ("town",)}


def test_who_has_no_wider_unit_is_with_others_of_its_kind() -> None:
    found = parts(a_city([("x", None), ("y", None)], {"p": "x"}), Level.UNITS)

    assert [(part.key, part.word, part.nodes) for part in found] == [
        ("kind:office", "office", ("p", "x", "y"))
    ]


def test_who_takes_part_in_several_working_groups_or_none_is_in_parts_of_that_name() -> None:
    group = Classification.WORKING_GROUP
    organizations = [
        Organization(id=name, name=name, classification=kind)
        for name, kind in [("g", group), ("h", group)]
        + [(name, Classification.ASSOCIATION) for name in ("one", "both", "nowhere")]
    ]
    members = [("g", "one"), ("g", "both"), ("h", "both")]
    graph = build_graph(
        Roster(
            organizations=tuple(organizations),
            memberships=tuple(
                Membership(id=f"{a}{b}", organization_id=a, member_organization_id=b)
                for a, b in members
            ),
        ),
        None,
    )

    found = {part.key: part.nodes for part in parts(graph, Level.WORKING_GROUPS)}

    assert found == {
        "g": ("g", "one"),
        "h": ("h",),
        "rest:several": ("both",),
        "rest:none": ("nowhere",),
    }


def test_communities_put_those_without_a_tie_together() -> None:
    found = parts(a_city([("a", None), ("b", "a"), ("x", None), ("y", None)]), Level.COMMUNITIES)

    assert found[0].color
    assert found[0].mark
    assert [(part.key, part.word, part.nodes) for part in found] == [
        ("a", "", ("a", "b")),
        ("rest:untied", "untied", ("x", "y")),
    ]
