"""Where a quote stands in a text."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from concept_review.fingerprint import words_of
from concept_review.words import tokens


def occurrences(text: str, quote: str) -> list[tuple[int, int]]:
    """Return where a quote stands in a text, as characters, at the borders of whole words.

    Where it stands nowhere to the letter, white space and the shape of quotation marks and dashes
    are overlooked.
    """
    parts = tokens(text)
    places = [0, *accumulate(map(len, parts))]
    exact = list(_runs(parts, tokens(quote)))
    hits = exact or list(_runs(list(map(_loose, parts)), list(map(_loose, tokens(quote.strip())))))
    return [(places[start], places[end]) for start, end in hits]


def _loose(token: str) -> str:
    return " " if token.isspace() else words_of(token) or token


def _runs(parts: Sequence[str], wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where a row of tokens stands; of many that overlap each other, the first two."""
    numbers: dict[str, int] = {}
    text, row = (
        "".join(chr(numbers.setdefault(token, len(numbers))) for token in side)
        for side in (parts, wanted)
    )
    at = text.find(row) if row else -1
    while at >= 0:
        yield at, at + len(row)
        again = text.find(row, at + 1, at + 2 * len(row) - 1)
        if again >= 0:
            yield again, again + len(row)
        at = text.find(row, max(again, at) + len(row))
