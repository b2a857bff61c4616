"""Sections whose headings and place agree though their texts do not say who they are."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

import numpy as np
from rapidfuzz import fuzz, process

from concept_review.assignment import Pair
from concept_review.likeness import Likeness
from concept_review.part import Side
from concept_review.surroundings import Surroundings

SAME_TITLE = 0.85
"""Likeness of titles that are the same but for typing errors or endings."""
CLEAR = 0.5
"""Likeness of texts that needs no help from headings; an equal heading without text has it too."""
FEW = 1_000
"""Pairs of titles below one section that are all looked at: some thirty on either side."""
MOST_WORDS = 0.6
"""Share of all words in common from which texts full of common words support an equal title."""


def same_headings(
    likeness: Likeness,
    around: Surroundings,
    same: Mapping[int, int],
    texts: Mapping[Pair, float],
) -> dict[Pair, float]:
    """Return pairs of sections by title below the same section, and chapters by their sections.

    The value stands for the likeness of the texts. Left out are those of equal words (`same`)
    and those whose `texts` are alike enough.
    """
    clear = [pair for pair, text in texts.items() if text >= CLEAR]
    olds = set(range(len(around.old))) - same.keys() - {old for old, _ in clear}
    news = set(range(len(around.new))) - set(same.values()) - {new for _, new in clear}
    pairs = {*_by_title(around, olds, news), *_by_children(around, olds, news)}
    return {pair: _support(likeness, around, pair) for pair in sorted(pairs)}


def _by_title(around: Surroundings, olds: Collection[int], news: Collection[int]) -> Iterator[Pair]:
    """Yield the pairs of similar titles below each pair of matched sections, and at the top."""
    now = _below(around.new, news)
    for parent, left in _below(around.old, olds).items():
        right = now.get(None if parent is None else around.partners.get(parent, -1), [])
        if right:
            yield from _similar(around, left, right)


def _below(side: Side, places: Collection[int]) -> dict[int | None, list[int]]:
    """Return the sections by the one they stand below."""
    found: dict[int | None, list[int]] = {}
    for place in sorted(places):
        found.setdefault(side.parents[place], []).append(place)
    return found


def _similar(around: Surroundings, left: list[int], right: list[int]) -> Iterator[Pair]:
    """Yield the pairs of similar titles; of many sections only the best, and none repeated."""
    titles = [around.old.titles[old] for old in left], [around.new.titles[new] for new in right]
    likes = process.cdist(*titles, scorer=fuzz.ratio, score_cutoff=100 * SAME_TITLE, dtype=np.uint8)
    if likes.size <= FEW:
        yield from ((left[row], right[column]) for row, column in np.argwhere(likes).tolist())
        return
    best = {(row, int(column)) for row, column in enumerate(likes.argmax(axis=1))}
    best |= {(int(row), column) for column, row in enumerate(likes.argmax(axis=0))}
    for row, column in best:
        old, new = left[row], right[column]
        if likes[row, column] and not (around.old.repeated[old] or around.new.repeated[new]):
            yield old, new


def _by_children(
    around: Surroundings, olds: Collection[int], news: Collection[int]
) -> Iterator[Pair]:
    """Yield the pairs of sections, one at least without text, that have matched sections below."""
    for old, new in around.partners.items():
        left, right = around.old.parents[old], around.new.parents[new]
        if left is None or right is None or left not in olds or right not in news:
            continue
        if around.old.empty(left) or around.new.empty(right):
            yield left, right


def _support(likeness: Likeness, around: Surroundings, pair: Pair) -> float:
    """Return how far the texts, or what stands below a heading without one, support the pair."""
    old, new = pair
    empty = around.old.empty(old), around.new.empty(new)
    if any(empty):
        equal = all(empty) and likeness.title(old, new) >= SAME_TITLE
        return CLEAR * max(equal, around.same_children(old, new))
    text = likeness.text(old, new)
    if text >= CLEAR or around.old.repeated[old] or around.new.repeated[new]:
        return text
    return CLEAR if words_in_common(likeness, pair) >= MOST_WORDS else text


def words_in_common(likeness: Likeness, pair: Pair) -> float:
    """Return the share of words that stand in both sections, titles too, 0 to 1 (Dice)."""
    before = Counter(likeness.old.words(pair[0]))
    after = Counter(likeness.new.words(pair[1]))
    return 2 * (before & after).total() / max(before.total() + after.total(), 1)
