"""Who is tied to well-tied nodes: the principal eigenvector."""

from collections.abc import Callable

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from network.measures.projection import Simple

_BASIS = 60
_RESTARTS = 400
_EXACT = 1e-12
_SAME = 1e-9
"""Relative difference below which two largest eigenvalues count as equal."""

Real = NDArray[np.float64]
Applied = Callable[[Real], Real]
"""What a matrix does to a vector."""


def eigenvector(simple: Simple) -> list[float | None]:
    """Return eigenvector centrality (Bonacich 1972): Euclidean norm 1, never negative.

    A node has what its neighbours have (in a directed network: those whose lines lead to it),
    divided by the largest eigenvalue. It is computed for the component with the largest
    eigenvalue, in a directed network for the strong one and what lies behind it; all other
    nodes have 0. None for all nodes where it is not unique: no ties (or no cycle of directed
    ones), or two components with the same largest eigenvalue.
    """
    count = len(simple.nodes)
    undefined: list[float | None] = [None] * count
    found = _dominating(simple)
    if found is None:
        return undefined
    kept, vector = found
    values: list[float | None] = [0.0] * count
    for node, value in zip(kept, vector, strict=True):
        values[node] = float(value)
    return values


def _dominating(simple: Simple) -> tuple[list[int], Real] | None:
    """Return the nodes of the one strongest component and those behind it, with their vector."""
    graph: rx.PyDiGraph[int, None] = rx.PyDiGraph()
    graph.add_nodes_from(range(len(simple.nodes)))
    graph.add_edges_from_no_data(list(simple.arcs()))
    parts = [sorted(part) for part in rx.strongly_connected_components(graph) if len(part) > 1]
    bounded = sorted(((_bound(simple, part), part) for part in parts), reverse=True)
    best, rival, chosen, principal = 0.0, 0.0, [0], np.zeros(1)
    for bound, part in bounded:
        if bound < best * (1 - _SAME):
            break
        value, vector = _principal(simple.part(part))
        if value > best:
            best, rival, chosen, principal = value, best, part, vector
        else:
            rival = max(rival, value)
    if rival >= best * (1 - _SAME):
        return None
    kept = sorted({*chosen, *rx.descendants(graph, chosen[0])})
    return kept, principal if kept == chosen else _principal(simple.part(kept))[1]


def _bound(simple: Simple, part: list[int]) -> float:
    """Return what the largest eigenvalue of a component cannot exceed: its greatest row sum."""
    inside = set(part)
    return max(
        sum(simple.closeness(w) for v, w in simple.into[node].items() if v in inside)
        for node in part
    )


def _principal(part: Simple) -> tuple[float, Real]:
    """Return the largest eigenvalue and its vector, by Arnoldi's method with restarts."""
    count = len(part.nodes)
    ends = np.repeat(np.arange(count), [len(row) for row in part.into])
    starts = np.fromiter((v for row in part.into for v in row), np.int64, len(ends))
    weights = np.array([part.closeness(w) for row in part.into for w in row.values()])

    def applied(vector: Real) -> Real:
        summed: Real = np.bincount(ends, weights * vector[starts], count).astype(np.float64)
        return summed

    vector: Real = np.full(count, count**-0.5)
    value = 0.0
    for _ in range(_RESTARTS):
        value, vector = _improved(applied, vector)
        if np.linalg.norm(applied(vector) - value * vector) <= _EXACT * max(value, 1.0):
            break
    vector = np.clip(vector, 0.0, None)
    return value, np.asarray(vector / np.linalg.norm(vector))


def _improved(applied: Applied, vector: Real) -> tuple[float, Real]:
    """Return the best value and vector in the space that repeated application spans."""
    size = min(_BASIS, len(vector))
    basis = np.zeros((size + 1, len(vector)))
    small = np.zeros((size + 1, size))
    basis[0] = vector
    used = 0
    for step in range(size):
        used = step + 1
        further = applied(basis[step])
        for _ in range(2):  # twice is enough to keep the basis orthogonal
            share = basis[:used] @ further
            small[:used, step] += share
            further = further - share @ basis[:used]
        small[used, step] = np.linalg.norm(further)
        if small[used, step] < 1e-13:
            break
        basis[used] = further / small[used, step]
    values, vectors = np.linalg.eig(small[:used, :used])
    best = int(np.argmax(values.real))
    found: Real = np.asarray(vectors[:, best].real @ basis[:used], dtype=np.float64)
    found = found / np.linalg.norm(found)
    return float(values[best].real), found if found.sum() >= 0 else -found
