"""Whose hand a change is in: the edits between two texts, each with the author who wants it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from concept_review.diff import Edit, edits


class State(StrEnum):
    """What becomes of words, a paragraph or the row of a table."""

    KEPT = "kept"
    ADDED = "added"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True, order=True)
class Hand:
    """An author as a word processor names them, and the day of their changes."""

    author: str
    day: date


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring signs with the same fate; kept ones are in nobody's hand."""

    signs: tuple[str, ...]
    state: State = State.KEPT
    hand: Hand | None = None


_Passage = tuple[int, int, tuple[str, ...]]


def whole(signs: Sequence[str], state: State, hand: Hand) -> tuple[Stretch, ...]:
    """Return signs that all share one fate."""
    return (Stretch(tuple(signs), state, hand),) if signs else ()


def stretches(
    old: Sequence[str],
    new: Sequence[str],
    offers: Iterable[tuple[Hand, Sequence[str]]],
    otherwise: Hand,
) -> tuple[Stretch, ...]:
    """Return the way from old to new signs; each edit is in the hand of who offers it.

    Equal edits are in the first hand by name. What nobody offers in just this form is in the hand
    of who changes the same passage, else in the one given.
    """
    wanted = _wanted(old, offers)
    passages = sorted(wanted)
    if _apart(passages) and _applied(old, passages) == list(new):
        return tuple(_way(old, passages, wanted))
    found = [(e.start, e.end, tuple(new[e.new_start : e.new_end])) for e in edits(old, new)]
    hands = {each: _nearest(each, wanted, otherwise) for each in found}
    return tuple(_way(old, found, hands))


def _wanted(
    old: Sequence[str], offers: Iterable[tuple[Hand, Sequence[str]]]
) -> dict[_Passage, Hand]:
    found: dict[_Passage, Hand] = {}
    for hand, offered in sorted(offers, key=lambda offer: offer[0]):
        for each in edits(old, offered):
            passage = _passage(each, offered)
            found.setdefault(passage, hand)
    return found


def _passage(edit: Edit, new: Sequence[str]) -> _Passage:
    return (edit.start, edit.end, tuple(new[edit.new_start : edit.new_end]))


def _apart(passages: Sequence[_Passage]) -> bool:
    return all(one[1] < other[0] for one, other in pairwise(passages))


def _applied(old: Sequence[str], passages: Iterable[_Passage]) -> list[str]:
    found: list[str] = []
    at = 0
    for start, end, text in passages:
        found += [*old[at:start], *text]
        at = end
    return [*found, *old[at:]]


def _way(
    old: Sequence[str], passages: Iterable[_Passage], hands: Mapping[_Passage, Hand]
) -> Iterator[Stretch]:
    at = 0
    for passage in passages:
        start, end, text = passage
        hand = hands[passage]
        if at < start:
            yield Stretch(tuple(old[at:start]))
        yield from whole(old[start:end], State.TAKEN, hand)
        yield from whole(text, State.ADDED, hand)
        at = end
    if at < len(old):
        yield Stretch(tuple(old[at:]))


def _nearest(passage: _Passage, wanted: Mapping[_Passage, Hand], otherwise: Hand) -> Hand:
    """Return the hand in which an edit is, or that of the first edit that touches it."""
    if passage in wanted:
        return wanted[passage]
    start, end, _ = passage
    touching = [hand for each, hand in wanted.items() if each[0] <= end and start <= each[1]]
    return min(touching, default=otherwise)
