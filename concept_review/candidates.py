"""Which old and new sections are worth comparing at all."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from concept_review.likeness import Likeness, Row

COMMON = 20
"""What stands in more sections of a version suggests no counterpart."""
SUGGESTED = 6
"""So many counterparts are looked at for each section on either side."""


def candidates(likeness: Likeness) -> set[tuple[int, int]]:
    """Return for each section the few that share most of its rare words, as old and new place."""
    rows = likeness.old_rows, likeness.new_rows
    if not all(rows):
        return set()
    spreads = [np.bincount(np.concatenate(side), minlength=len(likeness.weights)) for side in rows]
    rare = np.logical_and.reduce([(spread > 0) & (spread <= COMMON) for spread in spreads])
    weights = np.where(rare, likeness.weights, 0.0)
    shares = _table(rows[0], weights) @ _table(rows[1], rare.astype(np.float64)).T
    found = set(_best(shares.tocsr()))
    return found | {(old, new) for new, old in _best(shares.T.tocsr())}


def _table(rows: Sequence[Row], values: NDArray[np.float64]) -> csr_array[np.float64]:
    """Return a row of values for each section, only where they are not nought."""
    kept = [row[values[row] > 0] for row in rows]
    ends = np.concatenate([[0], np.cumsum([len(row) for row in kept])])
    columns = np.concatenate(kept)
    return csr_array((values[columns], columns, ends), shape=(len(rows), len(values)))


def _best(shares: csr_array[np.float64]) -> list[tuple[int, int]]:
    """Return for each row the columns with the largest values."""
    found = []
    for row in range(shares.shape[0]):
        start, end = shares.indptr[row], shares.indptr[row + 1]
        # Equal values in the order of their columns, so that every run gives the same.
        order = sorted(zip(-shares.data[start:end], shares.indices[start:end], strict=True))
        found += [(row, int(column)) for _, column in order[:SUGGESTED]]
    return found
