"""Where nodes stand: computed once with a fixed seed, and kept when others join."""

import math
from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from network.graph import Graph

Point = tuple[float, float]
Points = NDArray[np.float64]

_SEED = 2014
_BOX = np.array([140.0, 84.0])
"""The room in pixels that a symbol with its label under it takes: width, height."""
_ASPECT = 1.35
"""How much wider than high the whole picture should be."""


def arrange(graph: Graph, known: Mapping[str, Point]) -> dict[str, Point]:
    """Return a position in pixels for every node of the graph.

    Nodes with a known position keep it to the digit; a new one goes to the nearest free
    place around its neighbours. Without any known position the whole graph is laid out
    (ForceAtlas2, Jacomy et al. 2014), so the same records always give the same picture.
    """
    kept = {node: known[node] for node in graph if node in known}
    if not kept:
        return _whole(graph)
    waiting = sorted(set(graph) - set(kept))
    while waiting:
        tied = (each for each in waiting if any(n in kept for n in nx.all_neighbors(graph, each)))
        node = next(tied, waiting[0])
        kept[node] = _free_place(_anchor(graph, node, kept), kept)
        waiting.remove(node)
    return kept


def _whole(graph: Graph) -> dict[str, Point]:
    """Lay out each component by itself and set the smaller ones in rows under the largest."""
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    plain.add_edges_from(sorted((a, b) for a, b in graph.edges() if a != b))
    parts = sorted(nx.connected_components(plain), key=lambda part: (-len(part), min(part)))
    laid = [_component(plain, sorted(part)) for part in parts]
    placed: dict[str, Point] = {}
    for part, points in zip(parts, _packed(laid), strict=True):
        for node, (x, y) in zip(sorted(part), points, strict=True):
            placed[node] = (round(float(x), 1), round(float(y), 1))
    return placed


def _component(plain: "nx.Graph[str]", nodes: Sequence[str]) -> Points:
    """Return the points of one component with its upper left corner at the origin."""
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(nodes)
    part.add_edges_from(plain.subgraph(nodes).edges())
    start: dict[str, Points] = nx.circular_layout(part)
    placed = nx.forceatlas2_layout(
        part, pos=start, max_iter=500, gravity=1.0, scaling_ratio=4.0, seed=_SEED
    )
    points = np.array([placed[node] for node in nodes], dtype=float)
    points = _spread(_scaled(_levelled(points)))
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


def _packed(parts: Sequence[Points]) -> list[Points]:
    """Set the parts in rows below each other, each row at most as wide as the first part."""
    if not parts:
        return []
    width = max(float(parts[0][:, 0].max()), 4 * _BOX[0])
    placed, x, y, row_height = [parts[0]], 0.0, float(parts[0][:, 1].max()) + _BOX[1] * 1.5, 0.0
    for part in parts[1:]:
        reach = np.max(part, axis=0)
        if x > 0 and x + reach[0] > width:
            x, y, row_height = 0.0, y + row_height + _BOX[1] * 1.3, 0.0
        placed.append(part + np.array([x, y]))
        x += float(reach[0]) + _BOX[0] * 1.2
        row_height = max(row_height, float(reach[1]))
    return placed


def _anchor(graph: Graph, node: str, kept: Mapping[str, Point]) -> Point:
    near = [kept[each] for each in nx.all_neighbors(graph, node) if each in kept]
    if near:
        return sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near)
    return min(x for x, _ in kept.values()), max(y for _, y in kept.values()) + float(_BOX[1])


def _free_place(anchor: Point, taken: Mapping[str, Point]) -> Point:
    """Walk outwards on a spiral of fixed steps until the node's box is free."""
    width, height = float(_BOX[0]), float(_BOX[1])
    step = 0
    while True:
        angle, distance = step * 2.4, 42.0 * math.sqrt(step)
        x = anchor[0] + distance * math.cos(angle) * 1.6
        y = anchor[1] + distance * math.sin(angle)
        if not any(
            abs(x - other_x) < width and abs(y - other_y) < height
            for other_x, other_y in taken.values()
        ):
            return round(x, 1), round(y, 1)
        step += 1
