"""Forces between nodes: ties pull, everybody pushes, until the picture rests."""

import math
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Points: TypeAlias = NDArray[np.float64]

_ROUNDS = 90
_DIGITS = 9
"""Places are rounded in every round, so that a last digit in which machines differ cannot grow."""


def rested(
    count: int,
    pairs: Sequence[tuple[int, int, float]],
    pulls: Points | None = None,
    sizes: Points | None = None,
) -> Points:
    """Return where nodes come to rest; neighbours stand about one unit apart.

    Ties pull in proportion to their length and weight, nodes push each other by their degrees
    and against their distance (as in ForceAtlas2, Jacomy et al. 2014); steps get shorter from
    round to round (Fruchterman and Reingold 1991). `pulls` draws single nodes towards a side,
    `sizes` makes nodes push harder. The same numbers always give the same places.
    """
    ends = np.array([pair[:2] for pair in pairs], dtype=np.int64).reshape(-1, 2)
    weights = np.array([pair[2] for pair in pairs], dtype=np.float64)
    start, goal = ends[:, 0], ends[:, 1]
    mass: Points = np.asarray(1.0 + np.bincount(ends.ravel(), minlength=count) * 0.5, np.float64)
    if sizes is not None:
        mass = np.asarray(mass * sizes, dtype=np.float64)
    x, y = _start(count, start, goal)
    across, up = (0.0, 0.0) if pulls is None else (pulls[:, 0] * mass, pulls[:, 1] * mass)
    if pulls is not None:
        reach = math.sqrt(count)
        x, y = x + pulls[:, 0] * reach, y + pulls[:, 1] * reach
    widest = max(1.0, math.sqrt(count))
    for turn in range(_ROUNDS):
        push_x, push_y = _pushes(x, y, mass)
        pull_x, pull_y = (x[goal] - x[start]) * weights, (y[goal] - y[start]) * weights
        move_x = push_x + across - 0.02 * mass * x
        move_y = push_y + up - 0.02 * mass * y
        move_x += np.bincount(start, pull_x, count) - np.bincount(goal, pull_x, count)
        move_y += np.bincount(start, pull_y, count) - np.bincount(goal, pull_y, count)
        move_x, move_y = move_x / mass, move_y / mass
        longest = 0.25 * widest * (1.0 - turn / _ROUNDS) ** 1.5 + 0.01
        length = np.sqrt(move_x * move_x + move_y * move_y) + 1e-12
        share = np.minimum(0.4, longest / length)
        x, y = np.round(x + move_x * share, _DIGITS), np.round(y + move_y * share, _DIGITS)
    return np.column_stack((x, y))


def _pushes(x: Points, y: Points, mass: Points) -> tuple[Points, Points]:
    apart_x, apart_y = x[:, None] - x[None, :], y[:, None] - y[None, :]
    strength = apart_x * apart_x
    strength += apart_y * apart_y
    strength += 0.01
    np.divide(mass[:, None] * mass[None, :], strength, out=strength)
    apart_x *= strength
    apart_y *= strength
    return 0.5 * apart_x.sum(axis=1), 0.5 * apart_y.sum(axis=1)


def outwards(count: int, start: NDArray[np.int64], goal: NDArray[np.int64]) -> list[int]:
    """Return the nodes in order from the best known outwards, neighbours after each other."""
    near: list[list[int]] = [[] for _ in range(count)]
    for one, other in zip(start.tolist(), goal.tolist(), strict=True):
        near[one].append(other)
        near[other].append(one)
    seen = [False] * count
    order: list[int] = []
    for first in sorted(range(count), key=lambda node: (-len(near[node]), node)):
        waiting = [] if seen[first] else [first]
        seen[first] = True
        for node in waiting:
            for each in near[node]:
                if not seen[each]:
                    seen[each] = True
                    waiting.append(each)
        order += waiting
    return order


def spiral(order: Sequence[int]) -> tuple[Points, Points]:
    """Return places on a sunflower's spiral (Vogel 1979) for nodes in their order."""
    rank = np.empty(len(order))
    rank[np.asarray(order, dtype=np.int64)] = np.arange(len(order))
    radius, angle = 0.6 * np.sqrt(rank), rank * (math.pi * (3.0 - math.sqrt(5.0)))
    return np.round(radius * np.cos(angle), _DIGITS), np.round(radius * np.sin(angle), _DIGITS)


def _start(count: int, start: NDArray[np.int64], goal: NDArray[np.int64]) -> tuple[Points, Points]:
    return spiral(outwards(count, start, goal))
