"""Sections of equal words, matched among themselves by place."""

from collections import Counter
from collections.abc import Sequence

from concept_review.assignment import assigned, rivals
from concept_review.part import Side
from concept_review.surroundings import Surroundings

MOST_TWINS = 40_000
"""Pairs of equal sections compared by place; more of them are matched in order."""
ORDER = 0.001
"""What the order counts beside the place: it only decides where all else is equal."""


def identical(around: Surroundings) -> tuple[dict[int, int], dict[int, int]]:
    """Return the pairs of equal words, old to new, and those among them whose place is certain."""
    same: dict[int, int] = {}
    certain: dict[int, int] = {}
    now = _by_print(around.new)
    titles = Counter(around.old.titles), Counter(around.new.titles)
    for digest, olds in _by_print(around.old).items():
        news = now.get(digest, [])
        title = around.old.titles[olds[0]]
        named = not around.old.empty(olds[0]) or titles[0][title] == titles[1][title] == 1
        if len(olds) == len(news) == 1 and named:
            same[olds[0]] = certain[olds[0]] = news[0]
        elif news:
            found, fixed = _twins(around, olds, news)
            same |= found
            certain |= fixed
    return same, certain


def _by_print(side: Side) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, digest in enumerate(side.prints):
        places.setdefault(digest, []).append(place)
    return places


def _twins(
    around: Surroundings, olds: Sequence[int], news: Sequence[int]
) -> tuple[dict[int, int], dict[int, int]]:
    if len(olds) * len(news) > MOST_TWINS:
        return dict(zip(olds, news, strict=False)), {}
    scores = {
        (old, new): score
        for old in olds
        for new in news
        if (score := _score(around, old, new)) >= _needed(around.old, old)
    }
    found = assigned(scores)
    fixed = {
        pair: all(better > 2 * ORDER for better in others.values())
        for pair, others in rivals(scores, found).items()
    }
    return found, {old: new for (old, new), clear in fixed.items() if clear}


def _score(around: Surroundings, old: int, new: int) -> float:
    # Squared, so that the sum is largest when nobody overtakes another.
    apart = (old / len(around.old) - new / len(around.new)) ** 2
    return 1 + around.nearness(old, new) + ORDER * (1 - apart)


def _needed(side: Side, old: int) -> float:
    """Equal text is proof, an equal heading alone is none: "Ziele" stands in every chapter."""
    return 1 + 2 * ORDER if side.empty(old) else 0.0
