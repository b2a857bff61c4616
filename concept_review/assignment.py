"""Who belongs to whom when every old section has at most one new one, and how surely."""

from collections.abc import Iterable, Mapping

import numpy as np
from scipy.optimize import linear_sum_assignment

Pair = tuple[int, int]
"""An old and a new place."""


def assigned(scores: Mapping[Pair, float]) -> dict[int, int]:
    """Return the pairs, old to new, with the largest sum of squared scores.

    Squares, because one good pair is worth more than two poor ones.
    """
    found: dict[int, int] = {}
    for group in _connected(scores):
        found.update(_best_of(group, scores))
    return found


def _best_of(group: list[Pair], scores: Mapping[Pair, float]) -> dict[int, int]:
    """Return the best pairs of sections that all hang together by scores."""
    if len(group) == 1:
        return dict(group)
    olds = sorted({old for old, _ in group})
    news = sorted({new for _, new in group})
    rows = {old: row for row, old in enumerate(olds)}
    columns = {new: column for column, new in enumerate(news)}
    gains = np.zeros((len(olds), len(news)))
    for old, new in group:
        gains[rows[old], columns[new]] = scores[old, new] ** 2
    chosen = zip(*linear_sum_assignment(gains, maximize=True), strict=True)
    pairs = ((olds[row], news[column]) for row, column in chosen)
    return {old: new for old, new in pairs if (old, new) in scores}


def _connected(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """Return the pairs in groups that share no section."""
    above: dict[tuple[str, int], tuple[str, int]] = {}

    def top(place: tuple[str, int]) -> tuple[str, int]:
        while (higher := above.setdefault(place, place)) != place:
            above[place] = above[higher]
            place = above[place]
        return place

    pairs = sorted(pairs)
    for old, new in pairs:
        above[top(("old", old))] = top(("new", new))
    groups: dict[tuple[str, int], list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(top(("old", pair[0])), []).append(pair)
    return list(groups.values())


def rivals(
    scores: Mapping[Pair, float], partners: Mapping[int, int]
) -> dict[Pair, dict[Pair, float]]:
    """Return for each chosen pair its rivals, and how much better the choice is than each.

    A rival is another pair with one of its two sections. The choice is better by what the shared
    section would lose, or by what both sections of the rival would lose on average if that is
    more: one of two lookalikes stays where it is because the other fits elsewhere even better.
    """
    chosen = {new: (old, new) for old, new in partners.items()}
    found: dict[Pair, dict[Pair, float]] = {pair: {} for pair in partners.items()}
    for (old, new), score in scores.items():
        pairs = {(old, partners[old])} if old in partners else set()
        pairs |= {chosen[new]} if new in chosen else set()
        pairs.discard((old, new))
        for pair in pairs:
            mean = sum(scores[each] for each in pairs) / len(pairs)
            found[pair][old, new] = max(scores[pair], mean) - score
    return found
