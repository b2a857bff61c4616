"""Large networks: groups first, then each group inside its place."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from network.forces import Points, outwards, rested, spiral
from network.louvain import parts
from network.places import BOX, Places

_DIRECT = 220
"""Up to so many nodes are laid out at once."""
_INDIVISIBLE = 600
"""Up to so many nodes are laid out at once where no groups are found."""
_ASPECT = 1.35
"""How much wider than high a picture should be."""
_TIGHT = 0.7
"""How much of the room that all groups need they wish to have."""
_ROUND = 0.85
"""Groups are round, so their frames may overlap at the corners."""
_LONGEST_WALK = 20_000
"""So many places are tried for one group before it goes below all others."""
_BOX = np.array(BOX)

Pair = tuple[int, int, float]


@dataclass(slots=True)
class Count:
    """How far a layout of many nodes is: told as a share from 0 to 1; what is told may raise."""

    total: int
    tell: Callable[[float], None] | None = None
    done: int = 0

    def add(self, nodes: int) -> None:
        """Note that so many nodes more have their place."""
        self.done += nodes
        if self.tell:
            self.tell(min(1.0, self.done / max(1, self.total)))


def laid_out(
    count: int, pairs: Sequence[Pair], counter: Count, pulls: Points | None = None
) -> Points:
    """Return the places of nodes in pixels, without two boxes that overlap.

    `pulls` draws nodes towards a side, where those stand that they are tied to. Above some
    hundred nodes groups are found, set out as one body each, and filled one by one.
    """
    if count > _DIRECT:
        groups = parts(count, pairs, lambda: counter.add(0))
        if len(groups) > 1 and len(groups[0]) < 0.9 * count:
            return _grouped(count, pairs, groups, counter)
    if count > _INDIVISIBLE:
        ends = np.array([pair[:2] for pair in pairs], dtype=np.int64).reshape(-1, 2)
        points = np.column_stack(spiral(outwards(count, ends[:, 0], ends[:, 1]))) * _BOX
    else:
        points = _filled(rested(count, pairs, pulls))
        points = _nudged(points)
    counter.add(count)
    return _settled(points)


def _grouped(
    count: int, pairs: Sequence[Pair], groups: Sequence[Sequence[int]], counter: Count
) -> Points:
    group_of, place_in = np.empty(count, np.int64), np.empty(count, np.int64)
    for number, group in enumerate(groups):
        group_of[group] = number
        place_in[group] = np.arange(len(group))
    inner: list[list[Pair]] = [[] for _ in groups]
    outer: dict[tuple[int, int], float] = {}
    leaving = []
    homes, seats = group_of.tolist(), place_in.tolist()
    for one, other, weight in pairs:
        home, away = homes[one], homes[other]
        if home == away:
            inner[home].append((seats[one], seats[other], weight))
        else:
            key = (home, away) if home < away else (away, home)
            outer[key] = outer.get(key, 0.0) + weight
            leaving.append((one, other))
    centres = _centres(groups, outer)
    pulls = _sides(count, leaving, group_of, centres)
    bodies = [
        laid_out(len(group), inner[number], counter, pulls[group])
        for number, group in enumerate(groups)
    ]
    return _joined(count, groups, centres, bodies)


def _centres(groups: Sequence[Sequence[int]], outer: dict[tuple[int, int], float]) -> Points:
    """Set out the groups as one body each, those with many ties between them side by side."""
    sizes = np.sqrt(np.array([len(group) for group in groups], dtype=np.float64))
    bundled = [(one, other, math.log1p(weight)) for (one, other), weight in sorted(outer.items())]
    return levelled(rested(len(groups), bundled, sizes=sizes / float(np.mean(sizes))))


def _sides(
    count: int, leaving: Sequence[tuple[int, int]], group_of: "np.ndarray", centres: Points
) -> Points:
    """Return for each node the side on which the groups are that it has ties to."""
    ends = np.array(leaving, dtype=np.int64).reshape(-1, 2)
    ways = centres[group_of[ends[:, 1]]] - centres[group_of[ends[:, 0]]]
    ways /= np.sqrt(np.sum(ways * ways, axis=1))[:, None] + 1e-9
    pulls = np.column_stack(
        [
            np.bincount(ends[:, 0], ways[:, axis], count)
            - np.bincount(ends[:, 1], ways[:, axis], count)
            for axis in (0, 1)
        ]
    )
    return np.asarray(pulls / (1.0 + np.sqrt(np.sum(pulls * pulls, axis=1)))[:, None])


def _joined(
    count: int, groups: Sequence[Sequence[int]], centres: Points, bodies: Sequence[Points]
) -> Points:
    """Put every group's own picture at its centre, with a strip of room around it."""
    middles = [(np.min(body, axis=0) + np.max(body, axis=0)) / 2 for body in bodies]
    extents = np.array([np.max(body, axis=0) - np.min(body, axis=0) for body in bodies])
    sizes = (extents + _BOX * 1.6) * _ROUND
    area = float(np.sum(sizes[:, 0] * sizes[:, 1]))
    reach = np.max(np.abs(centres), axis=0)
    room = np.array([math.sqrt(area * _ASPECT), math.sqrt(area / _ASPECT)])
    spots = fitted(ranked(centres / np.where(reach > 0, 2 * reach, 1.0)) * room * _TIGHT, sizes)
    points = np.empty((count, 2))
    for group, body, middle, spot in zip(groups, bodies, middles, spots, strict=True):
        points[group] = body - middle + spot
    return _settled(points)


def fitted(wishes: Points, sizes: Points) -> Points:
    """Put bodies as near as possible to where they wish to be without overlapping, inner first."""
    step = float(np.sqrt(np.mean(sizes[:, 0] * sizes[:, 1]))) / 14
    turns = np.arange(_LONGEST_WALK)
    away, angle = step * np.sqrt(turns), turns * 2.4
    walk = np.round(np.column_stack((away * np.cos(angle) * _ASPECT, away * np.sin(angle))), 3)
    order = np.argsort(np.round(np.sum(wishes * wishes, axis=1), 3), kind="stable")
    spots = np.zeros_like(wishes)
    for rank, body in enumerate(order.tolist()):
        there = order[:rank]
        least = (sizes[there] + sizes[body]) / 2
        for first in range(0, _LONGEST_WALK, 400):
            tried = wishes[body] + walk[first : first + 400]
            lack = least - np.abs(tried[:, None, :] - spots[there])
            free = ~np.any(np.all(lack > 0, axis=2), axis=1)
            if free.any():
                spots[body] = tried[int(np.argmax(free))]
                break
        else:
            lowest = np.max(spots[there, 1] + sizes[there, 1] / 2)
            spots[body] = (wishes[body, 0], lowest + sizes[body, 1] / 2)
    return spots


def levelled(points: Points) -> Points:
    """Turn the long side of a cloud level, as screens are wider than high."""
    centred = points - np.mean(points, axis=0)
    x, y = centred[:, 0], centred[:, 1]
    spread = float(np.sum(x * x) - np.sum(y * y))
    angle = 0.5 * math.atan2(2 * float(np.sum(x * y)), spread)
    cos, sin = round(math.cos(angle), 9), round(math.sin(angle), 9)
    return np.column_stack((x * cos + y * sin, y * cos - x * sin))


def ranked(places: Points) -> Points:
    """Mix places between -0.5 and 0.5 with ranks, so that crowded parts get room."""
    ranks = places.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    return np.asarray(0.45 * places + 0.55 * (ranks / max(1, len(places) - 1) - 0.5))


def _filled(points: Points) -> Points:
    """Fill a body of as many boxes as there are nodes, with some air."""
    count = len(points)
    if count == 1:
        return np.zeros((1, 2))
    centred = points - (np.min(points, axis=0) + np.max(points, axis=0)) / 2
    reach = np.max(np.abs(centred), axis=0)
    area = count * BOX[0] * BOX[1] * (1.9 if count > 12 else 1.3)
    room = np.array([math.sqrt(area * _ASPECT), math.sqrt(area / _ASPECT)])
    return np.asarray(ranked(centred / np.where(reach > 0, 2 * reach, 1.0)) * room)


def _settled(points: Points) -> Points:
    """Push boxes apart a little; who still overlaps then takes the nearest free place."""
    middle = np.mean(points, axis=0)
    away = np.abs((points - middle) / _BOX)
    order = np.lexsort((np.arange(len(points)), np.round(np.sum(away * away, axis=1), 6)))
    places, settled = Places(), np.empty_like(points)
    for node in order.tolist():
        x, y = points[node].tolist()
        place = (round(x, 1), round(y, 1))
        place = place if places.free(*place) else places.nearest(place)
        places.take(place)
        settled[node] = place
    return settled


def _nudged(points: Points) -> Points:
    count = len(points)
    itself = np.eye(count, dtype=bool)
    x, y = points[:, 0].copy(), points[:, 1].copy()
    for _ in range(14):
        apart_x, apart_y = x[:, None] - x[None, :], y[:, None] - y[None, :]
        lack_x, lack_y = BOX[0] - np.abs(apart_x), BOX[1] - np.abs(apart_y)
        over = (lack_x > 0) & (lack_y > 0) & ~itself
        if not over.any():
            break
        across = lack_x * BOX[1] < lack_y * BOX[0]
        x = x + np.where(over & across, np.copysign(lack_x, apart_x), 0.0).sum(axis=1) * 0.35
        y = y + np.where(over & ~across, np.copysign(lack_y, apart_y), 0.0).sum(axis=1) * 0.35
    return np.column_stack((x, y))
