"""Distances in steps between all nodes at once: breadth-first search by bits."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from network.measures.progress import Progress
from network.measures.projection import Lines

_BLOCK = 1024
"""From how many nodes the search goes out at once; memory is about 128 bytes for each line."""

Whole = NDArray[np.int64]
Real = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Distances:
    """For each node, as the end of shortest ways: the other nodes from which a way leads here.

    `reached` is how many they are, `total` the sum and `farthest` the greatest of their
    distances, `near` how many are at most two steps away (0 where steps were not counted).
    """

    reached: Whole
    total: Real
    farthest: Real
    near: Whole


def distances(
    lines: Lines, progress: Progress | None = None, most_steps: int | None = None
) -> Distances:
    """Return the distances in steps; `lines` are those that lead to each node.

    All starts of a block are searched from together, one bit for each, so that a step is one
    "or" over the rows of neighbours (Then et al. 2014, "The more the merrier").
    """
    count = len(lines)
    reached, near = np.zeros(count, np.int64), np.zeros(count, np.int64)
    total, farthest = np.zeros(count), np.zeros(count)
    degrees = np.array([len(row) for row in lines], np.int64)
    ends = np.flatnonzero(degrees)
    neighbours = np.fromiter((v for row in lines for v in row), np.int64, int(degrees.sum()))
    starts = (np.cumsum(degrees) - degrees)[ends]
    for first in range(0, count if len(ends) else 0, _BLOCK):
        seen = _started(first, count)
        front, step = seen, 0
        while step != most_steps:
            step += 1
            fresh = np.zeros_like(seen)
            fresh[ends] = np.bitwise_or.reduceat(front[neighbours], starts, axis=0)
            fresh &= ~seen
            counts = np.bitwise_count(fresh).sum(axis=1, dtype=np.int64)
            if not counts.any():
                break
            seen |= fresh
            reached += counts
            total += step * counts
            near += counts if step <= 2 else 0
            farthest[counts > 0] = np.maximum(farthest[counts > 0], step)
            front = fresh
            if progress:
                progress(first / count)
    return Distances(reached, total, farthest, near)


def _started(first: int, count: int) -> NDArray[np.uint64]:
    """Return one bit for each start of a block, set in the row of the start itself."""
    size = min(_BLOCK, count - first)
    bits = np.zeros((count, -(-size // 64)), np.uint64)
    index = np.arange(size)
    bits[first + index, index // 64] = np.uint64(1) << (index % 64).astype(np.uint64)
    return bits
