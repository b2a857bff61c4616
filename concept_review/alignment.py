"""Which tokens two wordings have in common, in bounded time and memory."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from concept_review.words import sentences

MOST_COMPARISONS = 250_000_000
"""Pairs compared at once, about 0.1 s and 35 MB; what is more counts as different throughout."""


class Passage(NamedTuple):
    """A row of equal tokens: where it starts in both wordings, and how many they are."""

    old: int
    new: int
    length: int


def common_passages(old: Sequence[str], new: Sequence[str]) -> list[Passage]:
    """Return the tokens in common as passages in order: equal sentences, then words between them.

    Sentences and lines come first because words alone mislead: between "3. Kita" and "4. Hort"
    the longest common subsequence would keep the dots and spaces of rows that are different.
    """
    return list(_passages(old, new))


def _passages(old: Sequence[str], new: Sequence[str]) -> Iterator[Passage]:
    old_spans, new_spans = _sentence_spans(old), _sentence_spans(new)
    equal = _longest(
        [tuple(old[start:end]) for start, end in old_spans],
        [tuple(new[start:end]) for start, end in new_spans],
    )
    at_old = at_new = 0
    for passage in equal:
        for step in range(passage.length):
            start, end = old_spans[passage.old + step]
            new_start, new_end = new_spans[passage.new + step]
            yield from _between(old, new, (at_old, start), (at_new, new_start))
            yield Passage(start, new_start, end - start)
            at_old, at_new = end, new_end
    yield from _between(old, new, (at_old, len(old)), (at_new, len(new)))


def _sentence_spans(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Return the sentences as first token and end, white space between them left out."""
    places = [0, *accumulate(map(len, tokens))]
    spans = (
        (bisect_left(places, start), bisect_right(places, end) - 1)
        for start, end in sentences("".join(tokens))
    )
    return [(start, end) for start, end in spans if start < end]


def _between(
    old: Sequence[str], new: Sequence[str], old_span: tuple[int, int], new_span: tuple[int, int]
) -> Iterator[Passage]:
    """Yield the words in common between two equal sentences."""
    for passage in _longest(old[slice(*old_span)], new[slice(*new_span)]):
        yield Passage(old_span[0] + passage.old, new_span[0] + passage.new, passage.length)


def _longest(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Passage]:
    """Return a longest common subsequence; the common start and end come free."""
    if old == new:
        return [Passage(0, 0, len(old))]
    head = _equal_at_start(old, new)
    tail = _equal_at_start(old[head:][::-1], new[head:][::-1])
    ends = len(old) - tail, len(new) - tail
    inner = _longest_inside(old[head : ends[0]], new[head : ends[1]])
    return [
        Passage(0, 0, head),
        *(Passage(head + found.old, head + found.new, found.length) for found in inner),
        Passage(*ends, tail),
    ]


def _longest_inside(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Passage]:
    if not 0 < len(old) * len(new) <= MOST_COMPARISONS:
        return []
    numbers: dict[Hashable, int] = {}
    opcodes = LCSseq.opcodes(
        [numbers.setdefault(token, len(numbers)) for token in old],
        [numbers.setdefault(token, len(numbers)) for token in new],
    )
    return [
        Passage(code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in opcodes
        if code.tag == "equal"
    ]


def _equal_at_start(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(old), len(new)))
