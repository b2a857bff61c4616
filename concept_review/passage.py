"""A passage that somebody commented on, found again in later wordings, or honestly not.

A comment never jumps to words that only look like its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise

from concept_review.block import Block
from concept_review.diff import Edit, edits
from concept_review.occurrence import occurrences
from concept_review.words import tokens

CONTEXT = 40
"""Characters kept before and after a passage, more where it would not be unique."""
PROOF = 4
"""Words from which a piece of a block, put elsewhere, is taken for the same."""


class PassageState(StrEnum):
    """What became of a passage."""

    PRESENT = "present"
    CHANGED = "changed"
    """At least half of its words are left where they were."""
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage by the block it stands in, its words and the text around it in that block."""

    block_id: str
    quote: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage stands in the present wording, as characters of a block, and what it says.

    All is empty where it is gone.
    """

    state: PassageState
    block_id: str = ""
    start: int = 0
    end: int = 0
    now: str = ""


class NoSuchPassage(ValueError):
    """The quote does not stand in the text, or not that often."""


@dataclass(frozen=True, slots=True)
class _Track:
    """Tokens `start` to `end` of a block, and those among them that were there from the start."""

    block: Block
    start: int
    end: int
    alive: frozenset[int]

    def moved(self, block: Block, by: int) -> "_Track":
        """Return the same passage in another block, `by` tokens further on."""
        alive = frozenset(place + by for place in self.alive)
        return _Track(block, self.start + by, self.end + by, alive)

    @property
    def text(self) -> str:
        """What the passage says."""
        return "".join(tokens(self.block.text)[self.start : self.end])

    @property
    def words(self) -> int:
        """How many of its words are left."""
        parts = tokens(self.block.text)
        return sum(parts[place][0].isalnum() for place in self.alive)


def anchor_of(blocks: Sequence[Block], quote: str, nth: int = 0) -> Anchor:
    """Return the anchor of the quote's first or `nth` occurrence; raise `NoSuchPassage`.

    White space and the shape of quotation marks in the quote are overlooked where needed.
    """
    places = [(block, place) for block in blocks for place in occurrences(block.text, quote)]
    if not 0 <= nth < len(places):
        raise NoSuchPassage(quote)
    block, (start, end) = places[nth]
    for width in (CONTEXT, len(block.text)):
        before, after = block.text[max(0, start - width) : start], block.text[end : end + width]
        anchor = Anchor(block.id, block.text[start:end], before, after)
        if len(_places(anchor, block)) == 1:
            break
    return anchor


def find_passage(anchor: Anchor, wordings: Sequence[Sequence[Block]]) -> Found:
    """Return what became of a passage; the wordings lead from that of the anchor to the present.

    It is followed by the id of its block and, word by word, through every change of it; with a
    block that moved, or was split or joined, to the only other place where the block's text now
    stands. Of equal blocks none is taken for the other.
    """
    track = _first(anchor, wordings[0]) if wordings else None
    words = track.words if track else 0
    for before, after in pairwise(wordings):
        track = _followed(track, before, after) if track else None
        if track and 2 * track.words < max(words, 1):
            track = None
    if track is None:
        return Found(PassageState.GONE)
    now = track.text.strip()
    start = len("".join(tokens(track.block.text)[: track.start])) + track.text.find(now)
    same = now.split() == anchor.quote.split()
    state = PassageState.PRESENT if same else PassageState.CHANGED
    return Found(state, track.block.id, start, start + len(now), now)


def _places(anchor: Anchor, block: Block) -> list[tuple[int, int]]:
    return [
        (start, end)
        for start, end in occurrences(block.text, anchor.quote)
        if block.text[:start].endswith(anchor.before) and block.text[end:].startswith(anchor.after)
    ]


def _first(anchor: Anchor, blocks: Sequence[Block]) -> _Track | None:
    places = [(block, place) for block in blocks if block.id == anchor.block_id
              for place in _places(anchor, block)]  # fmt: skip
    if len(places) != 1:
        return None
    block, (start, end) = places[0]
    first, last = _token_at(block.text, start), _token_at(block.text, end)
    return _Track(block, first, last, frozenset(range(first, last)))


def _token_at(text: str, place: int) -> int:
    return [0, *accumulate(map(len, tokens(text)))].index(place)


def _followed(track: _Track, before: Sequence[Block], after: Sequence[Block]) -> _Track | None:
    same = [block for block in after if block.id and block.id == track.block.id]
    edited = _edited(track, same[0]) if same else None
    if edited and edited.text == track.text:
        return edited
    return _piece(track, before, after) or (edited if same else _whole(track, before, after))


def _edited(track: _Track, block: Block) -> _Track | None:
    """Follow the passage through the changes of its block, what was put into it included."""
    found = edits(tokens(track.block.text), tokens(block.text))
    alive = frozenset(
        _shifted(found, place)
        for place in track.alive
        if not any(edit.start <= place < edit.end for edit in found)
    )
    start, end = _start(found, track.start), _end(found, track.end)
    return _Track(block, start, end, alive) if alive else None


def _shifted(found: Sequence[Edit], place: int) -> int:
    return place + sum(_width(edit) for edit in found if edit.end <= place)


def _start(found: Sequence[Edit], start: int) -> int:
    """Return where it begins now; what replaced its first words belongs to it."""
    for edit in found:
        if edit.start <= start < edit.end:
            return edit.new_start if edit.start == start else edit.new_end
    return _shifted(found, start)


def _end(found: Sequence[Edit], end: int) -> int:
    """Return where it ends now; what replaced its last words belongs to it, what follows not."""
    for edit in found:
        if edit.start < end < edit.end:
            return edit.new_start
    return end + sum(_width(edit) for edit in found if edit.end <= end and edit.start < end)


def _width(edit: Edit) -> int:
    return (edit.new_end - edit.new_start) - (edit.end - edit.start)


def _piece(track: _Track, before: Sequence[Block], after: Sequence[Block]) -> _Track | None:
    """Follow the passage to a new block that is a piece of its old one."""
    known = {block.id for block in before if block.id}
    found: list[_Track] = []
    for block in after:
        if block.id in known or _words(block.text) < PROOF:
            continue
        if len(places := _standing(before, block.text)) != 1 or places[0][0] != track.block:
            continue
        start = places[0][1]
        if start <= track.start and track.end <= start + len(tokens(block.text)):
            found.append(track.moved(block, -start))
    return found[0] if len(found) == 1 else None


def _whole(track: _Track, before: Sequence[Block], after: Sequence[Block]) -> _Track | None:
    """Follow the passage with the whole text of its block, alone or joined to another one."""
    text = track.block.text
    hits = _standing(after, text)
    if len(hits) != 1 or len(_standing(before, text)) != 1:
        return None
    block, start = hits[0]
    if block.text != text and _words(text) < PROOF:
        return None
    return track.moved(block, start)


def _standing(blocks: Sequence[Block], text: str) -> list[tuple[Block, int]]:
    """Return in which blocks, and at which token of them, a text stands to the letter."""
    return [
        (block, _token_at(block.text, start))
        for block in blocks
        if text in block.text
        for start, _ in occurrences(block.text, text)
    ]


def _words(text: str) -> int:
    return sum(token[0].isalnum() for token in tokens(text))
