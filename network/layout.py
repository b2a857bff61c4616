"""Where nodes stand: computed once with a fixed seed, and kept when others join."""

import math
from collections.abc import Mapping

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]

_SEED = 2014
_NODE_WIDTH, _NODE_HEIGHT = 150.0, 76.0
"""The room in pixels that a symbol with its label under it takes."""


def arrange(graph: "nx.MultiDiGraph[str]", known: Mapping[str, Point]) -> dict[str, Point]:
    """Return a position in pixels for every node of the graph.

    Nodes with a known position keep it to the digit; a new one goes to the nearest free
    place around its neighbours. Without any known position the whole graph is laid out
    (ForceAtlas2, Jacomy et al. 2014), so the same records always give the same picture.
    """
    kept = {node: known[node] for node in graph if node in known}
    if not kept:
        return _whole(graph)
    for node in sorted(set(graph) - set(kept)):
        kept[node] = _free_place(_anchor(graph, node, kept), kept)
    return kept


def _whole(graph: "nx.MultiDiGraph[str]") -> dict[str, Point]:
    if not graph:
        return {}
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    plain.add_edges_from(sorted((a, b) for a, b in graph.edges() if a != b))
    start = nx.circular_layout(plain)
    placed = nx.forceatlas2_layout(
        plain, pos=start, max_iter=400, gravity=2.5, scaling_ratio=3.0, seed=_SEED
    )
    nodes = list(plain)
    points = np.array([placed[node] for node in nodes], dtype=float)
    return {
        node: (round(float(x), 1), round(float(y), 1))
        for node, (x, y) in zip(nodes, _spread(_scaled(points)), strict=True)
    }


def _scaled(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the picture the room its nodes need, wider than high as screens are."""
    centred = points - points.mean(axis=0)
    reach = np.abs(centred).max(axis=0)
    side = math.sqrt(len(points))
    room = np.array([side * _NODE_WIDTH * 0.72, side * _NODE_HEIGHT * 0.82])
    return np.asarray(centred / np.where(reach > 0, reach, 1.0) * room)


def _spread(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Push apart nodes whose boxes overlap, along the axis that needs less."""
    size = np.array([_NODE_WIDTH, _NODE_HEIGHT])
    for _ in range(300):
        apart = points[:, None, :] - points[None, :, :]
        lack = size - np.abs(apart)
        overlapping = np.asarray((lack > 0).all(axis=2)) & ~np.eye(len(points), dtype=bool)
        if not overlapping.any():
            break
        across = lack[:, :, 0] / size[0] < lack[:, :, 1] / size[1]
        sign = np.where(apart >= 0, 1.0, -1.0)
        sign[np.tril_indices(len(points))] *= np.where(
            apart[np.tril_indices(len(points))] == 0, -1.0, 1.0
        )
        push = np.zeros_like(apart)
        push[:, :, 0] = np.where(overlapping & across, sign[:, :, 0] * lack[:, :, 0], 0)
        push[:, :, 1] = np.where(overlapping & ~across, sign[:, :, 1] * lack[:, :, 1], 0)
        points = points + push.sum(axis=1) * 0.3
    return points


def _anchor(graph: "nx.MultiDiGraph[str]", node: str, kept: Mapping[str, Point]) -> Point:
    near = [kept[each] for each in nx.all_neighbors(graph, node) if each in kept]
    if near:
        return sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near)
    return max(x for x, _ in kept.values()), max(y for _, y in kept.values())


def _free_place(anchor: Point, taken: Mapping[str, Point]) -> Point:
    """Walk outwards on a spiral of fixed steps until the node's box is free."""
    step = 0
    while True:
        angle, distance = step * 2.4, 42.0 * math.sqrt(step)
        x = anchor[0] + distance * math.cos(angle) * 1.6
        y = anchor[1] + distance * math.sin(angle)
        if not any(
            abs(x - ox) < _NODE_WIDTH and abs(y - oy) < _NODE_HEIGHT for ox, oy in taken.values()
        ):
            return round(x, 1), round(y, 1)
        step += 1
