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
    """Yield the pairs of most similar titles below each pair of matched sections, and at the top.

    A title that is repeated there names none of its sections.
    """
    now = _below(around.new, news)
    for parent, left in _below(around.old, olds).items():
        right = now.get(None if parent is None else around.partners.get(parent, -1), [])
        if not right:
            continue
        likes = process.cdist(
            [around.old.titles[old] for old in left],
            [around.new.titles[new] for new in right],
            scorer=fuzz.ratio,
            score_cutoff=100 * SAME_TITLE,
            dtype=np.uint8,
        )
        # Only the best of each: in "Maßnahme 1" to "Maßnahme 99" every title is like every other.
        found = {(row, int(column)) for row, column in enumerate(likes.argmax(axis=1))}
        found |= {(int(row), column) for column, row in enumerate(likes.argmax(axis=0))}
        yield from ((left[row], right[column]) for row, column in found if likes[row, column])


def _below(side: Side, places: Collection[int]) -> dict[int | None, list[int]]:
    """Return those of the sections whose title is not repeated by the section they stand below."""
    found: dict[int | None, list[int]] = {}
    for place in sorted(places):
        if not side.repeated[place]:
            found.setdefault(side.parents[place], []).append(place)
    return found


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
    return max(text, CLEAR) if words_in_common(likeness, pair) >= MOST_WORDS else text


def words_in_common(likeness: Likeness, pair: Pair) -> float:
    """Return the share of words that stand in both sections, titles too, 0 to 1 (Dice)."""
    before = Counter(likeness.old.words(pair[0]))
    after = Counter(likeness.new.words(pair[1]))
    return 2 * (before & after).total() / max(before.total() + after.total(), 1)
