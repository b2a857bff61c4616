"""Sections whose headings and place agree though their texts do not say who they are."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from rapidfuzz import fuzz, process

from concept_review.assignment import Pair
from concept_review.likeness import Likeness
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
    """Yield the pairs of equal titles below each pair of matched sections, and at the top."""
    below: dict[int | None, list[int]] = {}
    for old in sorted(olds):
        below.setdefault(around.old.parents[old], []).append(old)
    now: dict[int | None, list[int]] = {}
    for new in sorted(news):
        now.setdefault(around.new.parents[new], []).append(new)
    for parent, left in below.items():
        right = now.get(None if parent is None else around.partners.get(parent, -1), [])
        likes = process.cdist(
            [around.old.titles[old] for old in left],
            [around.new.titles[new] for new in right],
            scorer=fuzz.ratio,
            score_cutoff=100 * SAME_TITLE,
        )
        yield from (
            (left[row], right[column]) for row, column in zip(*likes.nonzero(), strict=True)
        )


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
    if text < CLEAR and not (around.old.repeated[old] or around.new.repeated[new]):
        return CLEAR if words_in_common(likeness, pair) >= MOST_WORDS else text
    return text


def words_in_common(likeness: Likeness, pair: Pair) -> float:
    """Return the share of words that stand in both sections, titles too, 0 to 1 (Dice)."""
    before = Counter(likeness.old.words(pair[0]))
    after = Counter(likeness.new.words(pair[1]))
    return 2 * (before & after).total() / max(before.total() + after.total(), 1)
