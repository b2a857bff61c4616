"""Where the nodes of larger networks stand: by groups, without overlaps, and at all."""

import random
from collections.abc import Sequence
from itertools import combinations
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.layout import arrange
from network.places import BOX, LowestRow, Places, Point
from tests.test_layout import ROUNDING, Pairs, a_graph, overlap

law = settings(max_examples=12)
clusters = st.tuples(st.integers(81, 420), st.integers(1, 9), st.integers(0, 99))


def clustered(size: int, groups: int, seed: int) -> tuple[list[str], list[tuple[str, str]]]:
    """Return nodes that are tied mostly within their group; some stand alone."""
    chance = random.Random(seed)  # noqa: S311  (nothing secret)
    names = [f"n{number:04}" for number in range(size)]
    circles = [names[group::groups] for group in range(groups)]
    pairs = []
    for _ in range(2 * size):
        circle = chance.choice(circles) if chance.random() < 0.9 else names
        pairs.append((chance.choice(circle), chance.choice(circle)))
    return names, pairs


def free_of_overlaps(places: Sequence[Point]) -> bool:
    taken = sorted(places)
    for place, (x, y) in enumerate(taken):
        for other_x, other_y in taken[place + 1 :]:
            if other_x - x >= BOX[0] - ROUNDING:
                break
            if abs(other_y - y) < BOX[1] - ROUNDING:
                return False
    return True


@law
@given(clusters)
def test_no_two_of_hundreds_overlap(kind: tuple[int, int, int]) -> None:
    names, pairs = clustered(*kind)

    placed = arrange(a_graph(names, pairs), {})

    assert set(placed) == set(names)
    assert free_of_overlaps(list(placed.values()))


@law
@given(clusters)
def test_the_order_of_hundreds_of_records_makes_no_difference(kind: tuple[int, int, int]) -> None:
    names, pairs = clustered(*kind)
    turned = [(b, a) for a, b in reversed(pairs)]

    assert arrange(a_graph(names, pairs), {}) == arrange(a_graph(names[::-1], turned), {})


@law
@given(clusters, st.integers(1, 400))
def test_hundreds_who_join_move_nobody_and_cover_nobody(
    kind: tuple[int, int, int], share: int
) -> None:
    names, pairs = clustered(*kind)
    chance = random.Random(share)  # noqa: S311  (nothing secret)
    before = arrange(a_graph(chance.sample(names, min(share, len(names))), pairs), {})

    after = arrange(a_graph(names, pairs), before)

    assert {name: after[name] for name in before} == before
    assert set(after) == set(names)
    assert free_of_overlaps(list(after.values()))


@pytest.mark.parametrize(
    "pairs",
    [
        [("n0000", f"n{number:04}") for number in range(1, 900)],
        [(f"n{number:04}", f"n{number + 1:04}") for number in range(899)],
        [],
    ],
    ids=["star", "chain", "nobody tied"],
)
def test_forms_without_groups_have_places_too(pairs: Pairs) -> None:
    names = [f"n{number:04}" for number in range(900)]

    places = list(arrange(a_graph(names, pairs), {}).values())

    assert free_of_overlaps(places)
    width, height = (max(p[axis] for p in places) - min(p[axis] for p in places) for axis in (0, 1))
    assert 0.5 < width / height < 4


def test_groups_of_a_large_network_stand_apart() -> None:
    names, pairs = clustered(600, 6, 1)
    placed = arrange(a_graph(names, pairs), {})

    def distance(one: str, other: str) -> float:
        (x, y), (x2, y2) = placed[one], placed[other]
        return float(((x - x2) ** 2 + (y - y2) ** 2) ** 0.5)

    alike = [
        distance(a, b)
        for a, b in combinations(names[:120], 2)
        if (int(a[1:]) - int(b[1:])) % 6 == 0
    ]
    others = [
        distance(a, b) for a, b in combinations(names[:120], 2) if (int(a[1:]) - int(b[1:])) % 6
    ]
    assert median(alike) < median(others) / 2


def test_progress_is_told_from_nought_to_one_and_may_give_up() -> None:
    names, pairs = clustered(500, 5, 2)
    told: list[float] = []

    arrange(a_graph(names, pairs), {}, told.append)

    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 3

    class Left(Exception):
        """The page was left."""

    def leave(share: float) -> None:
        if share > 0.3:
            raise Left

    with pytest.raises(Left):
        arrange(a_graph(names, pairs), {}, leave)


points = st.tuples(st.floats(-900, 900), st.floats(-900, 900))


@given(st.lists(points, max_size=40), points)
def test_a_place_is_free_exactly_where_no_box_overlaps(taken: list[Point], place: Point) -> None:
    expected = not any(abs(place[0] - x) < BOX[0] and abs(place[1] - y) < BOX[1] for x, y in taken)

    assert Places(taken).free(*place) is expected


@given(st.lists(points, max_size=25), points)
def test_the_nearest_place_is_free_and_the_next_one_is_another(
    taken: list[Point], anchor: Point
) -> None:
    places = Places(taken)

    first = places.nearest(anchor)
    places.take(first)
    second = places.nearest(anchor)

    for place in (first, second):
        assert not any(overlap(place, other) for other in taken)
    assert not overlap(first, second)


def test_those_without_a_tie_wait_in_rows_as_wide_as_the_picture() -> None:
    names = [f"n{number:02}" for number in range(12)]
    known = {"a": (0.0, 0.0), "b": (800.0, 0.0)}

    placed = arrange(a_graph(["a", "b", *names], [("a", "b")]), known)

    rows = [
        [name for name in names if placed[name][1] == y]
        for y in sorted({placed[n][1] for n in names})
    ]
    assert rows == [names[:5], names[5:10], names[10:]]
    assert all(0 <= placed[name][0] <= 800 for name in names)


def test_one_more_without_a_tie_goes_behind_the_last() -> None:
    known = {"a": (0.0, 0.0), "b": (800.0, 0.0), "c": (0.0, 84.0)}
    row = LowestRow([(known["a"], False), (known["b"], False), (known["c"], True)])

    assert row.next(Places(known.values())) == (168.0, 84.0)
