"""Which tokens two wordings have in common, in bounded time and memory."""

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

MOST_COMPARISONS = 250_000_000
"""Pairs of tokens compared at once: about 0.1 s and 35 MB. More are aligned by sentence first."""
SENTENCE_ENDS = frozenset(".!?…")
"""Tokens after which a sentence may end."""


class Passage(NamedTuple):
    """A row of equal tokens: where it starts in both wordings, and how many they are."""

    old: int
    new: int
    length: int


def common_passages(old: Sequence[str], new: Sequence[str]) -> list[Passage]:
    """Return a longest common subsequence as passages in order.

    Where two texts are long and different it is only nearly the longest: equal sentences first,
    then equal words between them. Where even that is too much, what lies between is different.
    """
    if len(old) * len(new) <= MOST_COMPARISONS:
        return _longest(old, new)
    head = _equal_at_start(old, new)
    tail = _equal_at_start(old[:head:-1], new[:head:-1])
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    return [
        Passage(0, 0, head),
        *(
            Passage(head + p.old, head + p.new, p.length)
            for p in _by_sentence(inner_old, inner_new)
        ),
        Passage(len(old) - tail, len(new) - tail, tail),
    ]


def _longest(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Passage]:
    if len(old) * len(new) > MOST_COMPARISONS:
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


def _equal_at_start(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(old), len(new)))


def _by_sentence(old: Sequence[str], new: Sequence[str]) -> Iterator[Passage]:
    """Yield the passages of equal sentences, and of equal words between these."""
    old_ends, new_ends = _sentence_ends(old), _sentence_ends(new)
    equal = _longest(_sentences(old, old_ends), _sentences(new, new_ends))
    at_old = at_new = 0
    for first_old, first_new, length in [*equal, Passage(len(old_ends) - 1, len(new_ends) - 1, 0)]:
        start_old, start_new = old_ends[first_old], new_ends[first_new]
        for passage in _longest(old[at_old:start_old], new[at_new:start_new]):
            yield Passage(at_old + passage.old, at_new + passage.new, passage.length)
        at_old, at_new = old_ends[first_old + length], new_ends[first_new + length]
        yield Passage(start_old, start_new, at_old - start_old)


def _sentence_ends(tokens: Sequence[str]) -> list[int]:
    """Return where sentences end, as counts of tokens: 0 first, all tokens last."""
    ends = [
        place + 1 for place, token in enumerate(tokens) if token in SENTENCE_ENDS or "\n" in token
    ]
    return sorted({0, *ends, len(tokens)})


def _sentences(tokens: Sequence[str], ends: Sequence[int]) -> list[tuple[str, ...]]:
    return [tuple(tokens[a:b]) for a, b in pairwise(ends)]
