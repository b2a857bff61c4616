"""Which passages of a difference did not go or come, but stand elsewhere."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from rapidfuzz import fuzz

from concept_review.diff import Change, ChangeKind

SAME_PASSAGE = 80.0
"""Likeness in percent from which what went and what came are the same passage."""
SHORTEST = 20
"""Characters; that a shorter passage goes here and comes there may be chance."""
MOST_PAIRS = 100_000
"""Paragraphs compared with each other; among more, no moves are looked for."""


@dataclass(frozen=True, slots=True)
class Move:
    """A paragraph that goes in one change and comes in another: one event.

    `gone` and `come` are places among the changes. Where `old` and `new` differ, `compare` shows
    what was edited along the way.
    """

    gone: int
    come: int
    old: str
    new: str


def moves(changes: Sequence[Change]) -> tuple[Move, ...]:
    """Return the moves, in the order in which the paragraphs went; the most alike pair up first.

    Of two paragraphs that change places, one stays and the other moves.
    """
    gone = list(_paragraphs(changes, attrgetter("old")))
    come = list(_paragraphs(changes, attrgetter("new")))
    if len(gone) * len(come) > MOST_PAIRS:
        return ()
    pairs = sorted(
        (-likeness, left, right)
        for left, (left_change, old) in enumerate(gone)
        for right, (right_change, new) in enumerate(come)
        if left_change != right_change
        and (likeness := fuzz.ratio(old, new, score_cutoff=SAME_PASSAGE))
    )
    found: dict[int, int] = {}
    for _, left, right in pairs:
        if left not in found and right not in found.values():
            found[left] = right
    return tuple(
        Move(gone[left][0], come[right][0], gone[left][1], come[right][1])
        for left, right in sorted(found.items())
    )


def _paragraphs(
    changes: Sequence[Change], side: Callable[[Change], str]
) -> Iterator[tuple[int, str]]:
    """Yield the places of changes with each paragraph, or part of one, that one side holds."""
    for place, change in enumerate(changes):
        if change.kind is not ChangeKind.EQUAL:
            for line in side(change).split("\n"):
                if len(line.strip()) >= SHORTEST:
                    yield place, line.strip()
