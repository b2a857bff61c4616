"""How alike two sections are in their words, when words that all sections share count little."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self, TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from concept_review.part import Side

Row: TypeAlias = NDArray[np.int64]
"""The features of one section: numbers of words and of pairs of words, sorted, each once."""

DOUBT = 2.0
"""So many rare words are taken to be missing from every likeness: a few words prove little."""
PLACEHOLDER = 5
"""Words below which an equal text proves nothing: "Wird noch ergänzt"."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The likeness of any old to any new section, by their places.

    A feature in `d` of `n` sections weighs ln(1 + (n - d + ½) / (d + ½)) squared: the inverse
    document frequency of BM25 (Robertson and Spärck Jones), squared as in the tf-idf cosine. The
    larger `d` and `n` of the two versions count: no word weighs more for having been taken out.
    """

    old: Side
    new: Side
    old_rows: Sequence[Row]
    new_rows: Sequence[Row]
    weights: NDArray[np.float64]
    doubt: float
    lone: frozenset[tuple[tuple[str, ...], ...]]
    shared: Callable[[int, int], float]

    def title(self, old: int, new: int) -> float:
        """Return the likeness of the titles without their numbers, by letters and words, 0 to 1."""
        titles = self.old.titles[old], self.new.titles[new]
        return (fuzz.ratio(*titles) + fuzz.token_set_ratio(*titles)) / 200

    def text(self, old: int, new: int) -> float:
        """Return the likeness of the texts, 0 to 1: the shared weight in that of both (Dice)."""
        passages = self.old.passages[old]
        if passages in self.lone and passages == self.new.passages[new]:
            return 1.0
        mean = (self.mass(self.old_rows[old]) + self.mass(self.new_rows[new])) / 2
        return self.shared(old, new) / (mean + self.doubt)

    def covered(self, old: int, new: int) -> float:
        """Return how much of the new text stands in the old one, 0 to 1."""
        return self.shared(old, new) / (self.mass(self.new_rows[new]) + 2 * self.doubt)

    def repeated(self, old: int, new: int, other: Row) -> float:
        """Return how much of what the new text has from the old one is in the other row too."""
        taken = common(self.old_rows[old], self.new_rows[new])
        again = common(taken, other)
        return self.mass(again) / max(self.mass(taken), 1e-9)

    def mass(self, row: Row) -> float:
        """Return the weight of all these features."""
        return float(self.weights[row].sum())

    def swapped(self) -> Self:
        """Return the same likeness with old and new exchanged."""
        return type(self)(
            self.new,
            self.old,
            self.new_rows,
            self.old_rows,
            self.weights,
            self.doubt,
            self.lone,
            lambda old, new: self.shared(new, old),
        )


def likeness(old: Side, new: Side) -> Likeness:
    """Return the likeness of the sections of two versions."""
    codes = _codes(old, new)
    known, numbers = np.unique(np.concatenate([*codes, np.empty(0, np.int64)]), return_inverse=True)
    ends = np.cumsum([len(code) for code in codes], dtype=np.int64)
    rows: list[Row] = np.split(numbers.astype(np.int64), ends)[: len(codes)]
    old_rows, new_rows = rows[: len(old)], rows[len(old) :]
    most = np.maximum(*(_spread(side, len(known)) for side in (old_rows, new_rows)))
    size = max(len(old), len(new))
    weights = _rarity(most, size)

    @cache
    def shared(left: int, right: int) -> float:
        return float(weights[common(old_rows[left], new_rows[right])].sum())

    doubt = DOUBT * float(_rarity(np.ones(1), size)[0])
    return Likeness(old, new, old_rows, new_rows, weights, doubt, _lone(old, new), shared)


def _rarity(spread: NDArray[np.float64], sections: int) -> NDArray[np.float64]:
    return np.log(1 + (sections - spread + 0.5) / (spread + 0.5)) ** 2


def common(one: Row, other: Row) -> Row:
    """Return the features that stand in both rows."""
    return np.intersect1d(one, other, assume_unique=True)


def _codes(old: Side, new: Side) -> list[Row]:
    """Return the features of all sections, old ones first; a pair of words is one number."""
    vocabulary: dict[str, int] = {}
    rows = []
    for passages in (*old.passages, *new.passages):
        parts = [np.empty(0, np.int64)]
        for words in passages:
            single = np.array(
                [vocabulary.setdefault(word, len(vocabulary) + 1) for word in words], np.int64
            )
            parts += [single, (single[:-1] << 32) | single[1:]]
        rows.append(np.unique(np.concatenate(parts)))
    return rows


def _spread(rows: Sequence[Row], features: int) -> NDArray[np.float64]:
    """Return in how many sections each feature stands."""
    joined = np.concatenate([*rows, np.empty(0, np.int64)])
    return np.bincount(joined, minlength=features).astype(np.float64)


def _lone(old: Side, new: Side) -> frozenset[tuple[tuple[str, ...], ...]]:
    """Return the texts of some length that stand once in either version."""
    before, after = Counter(old.passages), Counter(new.passages)
    return frozenset(
        text
        for text in before
        if before[text] == after[text] == 1 and sum(map(len, text)) >= PLACEHOLDER
    )
