"""How much of a concept is current."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from concept_review.currency import Currency

COUNTS_AS_CURRENT = frozenset({Currency.CURRENT, Currency.DUE_SOON})
"""A review that is due soon still holds."""
OUT_OF_REVIEW = frozenset({Currency.RETIRED, Currency.NOT_REVIEWABLE})
"""What nobody has to review is in no share."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Sections by standing, and the current ones as shares from 0 to 1.

    `share_sections` is current / reviewable; `share_text` the same, each section weighted by its
    characters. Both are None where nothing is reviewable: undefined is never 0.
    """

    counts: Mapping[Currency, int]
    reviewable: int
    current: int
    share_sections: float | None
    share_text: float | None


def progress(standings: Iterable[tuple[Currency, int]]) -> Progress:
    """Return the progress of sections given as standing and number of characters.

    `Currency.CURRENT` and `Currency.DUE_SOON` count as current. All sections but retired and
    not reviewable ones count as reviewable, those under review among them.
    """
    counts: Counter[Currency] = Counter()
    characters: Counter[Currency] = Counter()
    for currency, length in standings:
        counts[currency] += 1
        characters[currency] += length
    reviewable, current = _reviewable(counts), _current(counts)
    return Progress(
        counts={currency: counts[currency] for currency in Currency},
        reviewable=reviewable,
        current=current,
        share_sections=_share(current, reviewable),
        share_text=_share(_current(characters), _reviewable(characters)),
    )


def _reviewable(numbers: Mapping[Currency, int]) -> int:
    return sum(number for currency, number in numbers.items() if currency not in OUT_OF_REVIEW)


def _current(numbers: Mapping[Currency, int]) -> int:
    return sum(number for currency, number in numbers.items() if currency in COUNTS_AS_CURRENT)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
