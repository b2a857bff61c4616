"""Where nodes stand: computed once with a fixed seed, and kept when others join."""

import heapq
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from network.forces import Points
from network.graph import Graph
from network.places import BOX, LowestRow, Places, Point
from network.regions import Count, laid_out

__all__ = ["Point", "Progress", "arrange"]

Progress = Callable[[float], None]

_SEED = 2014
_BOX = np.array(BOX)
_SMALL = 80
"""Up to so many nodes a picture is laid out at once by networkx, in a fifth of a second."""
_MANY = 300
"""More new nodes than these that are tied to each other get a picture of their own."""
_ASPECT = 1.35
"""How much wider than high the whole picture should be."""


def arrange(
    graph: Graph, known: Mapping[str, Point], progress: Progress | None = None
) -> dict[str, Point]:
    """Return a position in pixels for every node of the graph.

    Nodes with a known position keep it to the digit; a new one goes to the nearest free
    place around its neighbours. New ones that are tied only among themselves, or hundreds
    that are tied to each other, are laid out below the picture. Without any known position
    the whole graph is laid out: a small one at once (ForceAtlas2, Jacomy et al. 2014), a
    larger one group by group. The same records always give the same picture. `progress` is
    told the share that is done, from 0 to 1, and may raise to give up.
    """
    kept = {node: known[node] for node in graph if node in known}
    if len(kept) == len(graph):
        return kept
    if not kept:
        return _whole(_components(graph), progress)
    fresh = [each for each in _components(_new(graph, kept)) if _stands_alone(graph, each, kept)]
    if fresh:
        left, lowest = min(x for x, _ in kept.values()), max(y for _, y in kept.values())
        below = lowest + float(_BOX[1]) * 1.5
        for node, (x, y) in _whole(fresh, progress).items():
            kept[node] = (round(x + left, 1), round(y + below, 1))
    return _joined_in(graph, kept)


def _new(graph: Graph, kept: Collection[str]) -> Graph:
    """Return the part of the graph that has no place yet."""
    new: Graph = nx.MultiDiGraph(graph.subgraph([node for node in graph if node not in kept]))
    return new


def _stands_alone(graph: Graph, each: "_Component", kept: Collection[str]) -> bool:
    """Say whether new nodes are too many to join in, or tied to nobody in the picture."""
    if len(each.nodes) > _MANY:
        return True
    tied = any(near in kept for node in each.nodes for near in nx.all_neighbors(graph, node))
    return len(each.nodes) > 2 and not tied


def _joined_in(graph: Graph, kept: dict[str, Point]) -> dict[str, Point]:
    """Give places to the rest: who is tied to somebody in the picture first, then by id."""
    near = {node: {*graph.pred[node], *graph.succ[node]} - {node} for node in graph}
    places = Places(kept.values())
    row = LowestRow((kept[node], not near[node]) for node in sorted(kept))
    tied = [node for node in graph if node not in kept and not kept.keys().isdisjoint(near[node])]
    others = sorted(set(graph) - set(kept), reverse=True)
    heapq.heapify(tied)
    while tied or others:
        node = heapq.heappop(tied) if tied else others.pop()
        if node in kept:
            continue
        around = sorted(kept[each] for each in near[node] if each in kept)
        place = places.nearest(_middle(around)) if around else row.next(places)
        kept[node] = place
        places.take(place)
        row.take(place, alone=not near[node])
        for each in near[node]:
            if each not in kept:
                heapq.heappush(tied, each)
    return kept


def _middle(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


@dataclass(frozen=True, slots=True)
class _Component:
    """Nodes that are tied somehow, by id, and the pairs among them by their numbers."""

    nodes: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]


def _components(graph: Graph) -> list[_Component]:
    """Return the parts without a tie between them, the largest first."""
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    plain.add_edges_from(sorted((a, b) for a, b in graph.edges() if a != b))
    found = sorted(nx.connected_components(plain), key=lambda part: (-len(part), min(part)))
    return [_component(plain, tuple(sorted(part))) for part in found]


def _component(plain: "nx.Graph[str]", nodes: tuple[str, ...]) -> _Component:
    place = {node: number for number, node in enumerate(nodes)}
    pairs = {
        (min(place[node], place[each]), max(place[node], place[each]))
        for node in nodes
        for each in plain[node]
    }
    return _Component(nodes, tuple(sorted(pairs)))


def _whole(components: Sequence[_Component], progress: Progress | None) -> dict[str, Point]:
    """Lay out each component by itself and set the smaller ones in rows under the largest."""
    total = sum(len(each.nodes) for each in components)
    counter = Count(total, progress)
    known: dict[tuple[int, tuple[tuple[int, int], ...]], Points] = {}
    laid = []
    for each in components:
        form = (len(each.nodes), each.pairs)
        if form in known:
            counter.add(len(each.nodes))
        else:
            known[form] = (_small if total <= _SMALL else _large)(*form, counter)
        laid.append(known[form])
    placed: dict[str, Point] = {}
    for each, points in zip(components, _packed(laid, wide=total > _SMALL), strict=True):
        for node, (x, y) in zip(each.nodes, points.tolist(), strict=True):
            placed[node] = (round(x, 1), round(y, 1))
    return placed


def _large(size: int, pairs: Sequence[tuple[int, int]], counter: Count) -> Points:
    points = laid_out(size, [(one, other, 1.0) for one, other in pairs], counter)
    return np.asarray(np.subtract(points, np.min(points, axis=0)), dtype=np.float64)


def _small(size: int, pairs: Sequence[tuple[int, int]], counter: Count) -> Points:
    """Return the points of one component with its upper left corner at the origin."""
    part: nx.Graph[int] = nx.Graph()
    part.add_nodes_from(range(size))
    part.add_edges_from(pairs)
    start: dict[int, Points] = nx.circular_layout(part)
    placed = nx.forceatlas2_layout(
        part, pos=start, max_iter=500, gravity=1.0, scaling_ratio=4.0, seed=_SEED
    )
    points = np.array([placed[node] for node in range(size)], dtype=float)
    points = _spread(_scaled(_levelled(points)))
    counter.add(size)
    return np.asarray(np.subtract(points, np.min(points, axis=0)), dtype=np.float64)


def _levelled(points: Points) -> Points:
    """Turn the long side of the cloud level, as screens are wider than high."""
    centred: Points = np.asarray(points - np.mean(points, axis=0), dtype=np.float64)
    if len(points) < 3:
        return centred
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    turned = centred @ axes.T
    # An axis may point either way; fix it, so that every machine draws the same.
    signs = np.where(turned[np.abs(turned).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    return np.asarray(turned * signs)


def _scaled(points: Points) -> Points:
    """Mix places with ranks, so that crowded parts get room, and fill the picture."""
    count = len(points)
    if count == 1:
        return points
    ranks = points.argsort(axis=0, kind="stable").argsort(axis=0) / (count - 1) - 0.5
    reach = np.max(np.abs(points), axis=0)
    places = points / np.where(reach > 0, 2 * reach, 1.0)
    area = count * float(_BOX.prod()) * (1.9 if count > 12 else 1.3)
    room = np.array([math.sqrt(area * _ASPECT), math.sqrt(area / _ASPECT)])
    return np.asarray((0.45 * places + 0.55 * ranks) * room)


def _spread(points: Points) -> Points:
    """Push apart nodes whose boxes overlap, along the axis that needs less."""
    count = len(points)
    tie_break = np.sign(np.arange(count)[:, None] - np.arange(count)[None, :]).astype(float)
    for _ in range(300):
        apart = points[:, None, :] - points[None, :, :]
        lack = _BOX - np.abs(apart)
        overlapping = np.asarray((lack > 0).all(axis=2)) & ~np.eye(count, dtype=bool)
        if not overlapping.any():
            break
        across = lack[:, :, 0] / _BOX[0] < lack[:, :, 1] / _BOX[1]
        sign = np.where(apart == 0, tie_break[:, :, None], np.sign(apart))
        push = sign * lack * overlapping[:, :, None] * 0.3
        push[:, :, 0] *= across
        push[:, :, 1] *= ~across
        points = points + push.sum(axis=1)
    return points


def _packed(parts: Sequence[Points], *, wide: bool) -> list[Points]:
    """Set the parts in rows below each other, each row at most as wide as the first part.

    A `wide` picture is at least about as wide as high, even where all parts are small.
    """
    if not parts:
        return []
    width = max(float(parts[0][:, 0].max()), 4 * _BOX[0])
    if wide:
        count = sum(len(part) for part in parts)
        width = max(width, math.sqrt(count * float(_BOX.prod()) * 1.9 * _ASPECT))
    placed, x, y, row_height = [parts[0]], 0.0, float(parts[0][:, 1].max()) + _BOX[1] * 1.5, 0.0
    for part in parts[1:]:
        reach = np.max(part, axis=0)
        if x > 0 and x + reach[0] > width:
            x, y, row_height = 0.0, y + row_height + _BOX[1] * 1.3, 0.0
        placed.append(part + np.array([x, y]))
        x += float(reach[0]) + _BOX[0] * 1.2
        row_height = max(row_height, float(reach[1]))
    return placed
