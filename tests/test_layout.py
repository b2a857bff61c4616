"""Where nodes stand, and that they stay there."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from pathlib import Path

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from network.graph import build_graph
from network.layout import arrange
from network.organization import Classification, Organization, Relation, RelationKind, Roster
from network.places import Point

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 140, 84
ROUNDING = 0.11
"""Places are rounded to a tenth of a pixel, once for each of two nodes."""

law = settings(max_examples=40, deadline=None)
Pairs = Sequence[tuple[str, str]]
NAMES = [f"n{number:02}" for number in range(14)]

some_names = st.lists(st.sampled_from(NAMES), unique=True, max_size=9)
some_pairs = st.lists(st.tuples(*[st.sampled_from(NAMES)] * 2), max_size=14)
pixels = st.floats(-2000, 2000)


def a_graph(names: Sequence[str], pairs: Pairs = ()) -> "nx.MultiDiGraph[str]":
    """Build a graph; pairs that name somebody who is not there are no ties."""
    return build_graph(
        Roster(
            organizations=tuple(
                Organization(id=name, name=name, classification=Classification.OTHER)
                for name in names
            ),
            relations=tuple(
                Relation(
                    id=f"r{place}",
                    subject_id=subject,
                    object_id=other,
                    classification=RelationKind.COOPERATES,
                )
                for place, (subject, other) in enumerate(pairs)
            ),
        ),
        None,
    )


def overlap(left: Point, right: Point) -> bool:
    return (
        abs(left[0] - right[0]) < WIDTH - ROUNDING and abs(left[1] - right[1]) < HEIGHT - ROUNDING
    )


def overlapping(placed: Mapping[str, Point]) -> list[tuple[str, str]]:
    return [(a, b) for a, b in combinations(placed, 2) if overlap(placed[a], placed[b])]


@law
@given(some_names, some_pairs)
def test_every_node_gets_one_place_and_no_two_overlap(names: list[str], pairs: Pairs) -> None:
    placed = arrange(a_graph(names, pairs), {})

    assert set(placed) == set(names)
    assert overlapping(placed) == []
    for place in placed.values():
        assert place == (round(place[0], 1), round(place[1], 1))


@law
@given(st.permutations(NAMES[:8]), some_pairs)
def test_the_order_of_the_records_makes_no_difference(
    names: list[str], pairs: list[tuple[str, str]]
) -> None:
    turned = [(b, a) for a, b in reversed(pairs)]

    assert arrange(a_graph(names, pairs), {}) == arrange(a_graph(sorted(names), turned), {})


@law
@given(some_names, some_pairs, st.dictionaries(st.sampled_from(NAMES), st.tuples(pixels, pixels)))
def test_known_places_are_kept_to_the_digit_and_those_who_left_are_forgotten(
    names: list[str], pairs: Pairs, known: dict[str, Point]
) -> None:
    before = dict(known)

    placed = arrange(a_graph(names, pairs), known)

    assert set(placed) == set(names)
    assert {name: placed[name] for name in names if name in known} == {
        name: known[name] for name in names if name in known
    }
    assert known == before


@law
@given(some_names, some_pairs)
def test_whoever_joins_moves_nobody_and_covers_nobody(names: list[str], pairs: Pairs) -> None:
    before = arrange(a_graph(names, pairs), {})

    after = arrange(a_graph(NAMES, pairs), before)

    assert set(after) == set(NAMES)
    assert {name: after[name] for name in before} == before or not before
    assert overlapping(after) == []


def test_a_picture_that_is_arranged_again_stays_as_it_is() -> None:
    graph = a_graph(NAMES, list(pairwise(NAMES)))
    placed = arrange(graph, {})

    assert arrange(graph, placed) == placed
    assert arrange(graph, {}) == placed


def test_an_empty_network_has_no_places() -> None:
    assert arrange(a_graph([]), {}) == {}
    assert arrange(a_graph([]), {"gone": (1.0, 2.0)}) == {}


def test_a_single_node_stands_at_the_corner() -> None:
    assert arrange(a_graph(["a"]), {}) == {"a": (0.0, 0.0)}
    assert arrange(a_graph(["a"], [("a", "a")]), {}) == {"a": (0.0, 0.0)}


def test_whoever_joins_stands_beside_the_one_it_is_tied_to() -> None:
    known = {"near": (5000.0, 3000.0), "far": (0.0, 0.0)}

    placed = arrange(a_graph(["near", "far", "new"], [("new", "near")]), known)

    assert abs(placed["new"][0] - 5000) <= 2 * WIDTH
    assert abs(placed["new"][1] - 3000) <= 2 * HEIGHT


def test_whoever_joins_between_two_stands_in_the_middle() -> None:
    known = {"left": (0.0, 0.0), "right": (1000.0, 600.0)}

    placed = arrange(a_graph(["left", "right", "new"], [("left", "new"), ("new", "right")]), known)

    assert placed["new"] == (500.0, 300.0)


def test_whoever_joins_without_a_tie_stands_below_the_others() -> None:
    known = {"a": (0.0, 0.0), "b": (900.0, 700.0)}

    placed = arrange(a_graph(["a", "b", "new"]), known)

    assert placed["new"] == (0.0, 784.0)


def test_newcomers_tied_only_to_a_newcomer_stand_near_it() -> None:
    known = {"old": (5000.0, 3000.0), "far": (0.0, 0.0)}

    placed = arrange(a_graph(["old", "far", "a", "b"], [("a", "b"), ("b", "old")]), known)

    assert abs(placed["a"][0] - placed["b"][0]) <= 3 * WIDTH
    assert abs(placed["a"][1] - placed["b"][1]) <= 3 * HEIGHT


def test_smaller_parts_stand_below_the_largest_and_each_for_itself() -> None:
    parts = [NAMES[:7], NAMES[7:10], NAMES[10:12], NAMES[12:13], NAMES[13:]]
    pairs = [pair for part in parts for pair in pairwise(part)]

    placed = arrange(a_graph(NAMES, pairs), {})

    lowest = max(placed[name][1] for name in parts[0])
    assert all(placed[name][1] >= lowest + HEIGHT for part in parts[1:] for name in part)
    for one, other in combinations(parts, 2):
        assert _apart([placed[name] for name in one], [placed[name] for name in other])


def _apart(one: list[Point], other: list[Point]) -> bool:
    """Whether the frames around two parts, a symbol wide and high, do not overlap."""
    return any(
        max(point[axis] for point in a) + room - ROUNDING <= min(point[axis] for point in b)
        for axis, room in ((0, WIDTH), (1, HEIGHT))
        for a, b in ((one, other), (other, one))
    )


def test_the_picture_is_wider_than_high() -> None:
    names = [f"n{number:03}" for number in range(60)]
    pairs = [(name, names[place * 7 // 13]) for place, name in enumerate(names) if place]

    places = list(arrange(a_graph(names, pairs), {}).values())

    width = max(x for x, _ in places) - min(x for x, _ in places)
    height = max(y for _, y in places) - min(y for _, y in places)
    assert 1 < width / height < 2


def test_a_long_chain_lies_level() -> None:
    placed = arrange(a_graph(NAMES, list(pairwise(NAMES))), {})

    ends = placed[NAMES[0]], placed[NAMES[-1]]
    assert abs(ends[0][0] - ends[1][0]) > 2 * abs(ends[0][1] - ends[1][1])


def test_tied_nodes_stand_nearer_than_others() -> None:
    halves = NAMES[:7], NAMES[7:]
    pairs = [pair for half in halves for pair in combinations(half, 2)] + [("n00", "n07")]

    placed = arrange(a_graph(NAMES, pairs), {})

    def distance(names: Sequence[tuple[str, str]]) -> float:
        squares = [
            (placed[a][0] - placed[b][0]) ** 2 + (placed[a][1] - placed[b][1]) ** 2
            for a, b in names
        ]
        return sum(squares) / len(squares)

    strangers = [(a, b) for a in halves[0] for b in halves[1]]
    assert distance(pairs) < distance(strangers) / 2


SCRIPT = """
import json
from tests.test_layout import NAMES, a_graph, arrange
pairs = [(NAMES[n], NAMES[n * 5 % 12]) for n in range(12)]
print(json.dumps(arrange(a_graph(NAMES, pairs), {})))
"""


def test_another_process_arranges_the_same_records_in_the_same_way() -> None:
    """Sets of text are walked in another order in each process."""
    told = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert told[0] == told[1]
    assert set(json.loads(told[0])) == set(NAMES)
