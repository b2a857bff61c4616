"""What each author wants in each passage: the text with and without one author's changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Levenshtein

from concept_review.draft import Loss, Lost, Piece, TrackedChange

_MOST = 20_000
"""Pieces of both texts beyond which nobody could decide about the changes one by one."""


@dataclass(frozen=True, slots=True)
class Version:
    """A text with the changes of one author, and the day of each piece's change or ""."""

    author: str
    pieces: Sequence[Piece]
    days: Sequence[str]
    day: str
    """The last day of this author's changes."""


@dataclass(slots=True)
class _Passage:
    """Neighbouring pieces that change: from `start` to `end` on both sides."""

    start: int
    end: int
    new_start: int
    new_end: int


@dataclass(slots=True)
class _Found:
    passages: list[_Passage] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)


def tracked_changes(
    pieces: Sequence[Piece], versions: Sequence[Version]
) -> tuple[tuple[Piece, ...], tuple[TrackedChange, ...]]:
    """Return the pieces, with a loss where a heading is changed, and all authors' changes."""
    changes: list[TrackedChange] = []
    headings: set[int] = set()
    for version in versions:
        if len(pieces) + len(version.pieces) > _MOST:
            continue
        found = _compare(pieces, version.pieces)
        headings |= set(found.headings)
        changes += [_change(version, passage) for passage in found.passages]
    changes.sort(key=lambda change: (change.start, change.end))
    return tuple(_with_losses(pieces, headings)), tuple(changes)


def _compare(pieces: Sequence[Piece], others: Sequence[Piece]) -> _Found:
    found = _Found()
    for old, new in _differences(pieces, others):
        start, new_start = old[0], new[0]
        if any(piece.level for piece in (*pieces[slice(*old)], *others[slice(*new)])):
            found.headings.append(start)
            continue
        last = found.passages[-1] if found.passages else None
        if last and last.end == start and last.new_end == new_start:
            last.end, last.new_end = old[1], new[1]
        else:
            found.passages.append(_Passage(*old, *new))
    return found


def _differences(
    pieces: Sequence[Piece], others: Sequence[Piece]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield what differs piece by piece: from where to where on both sides."""
    before, after = _keys(pieces), _keys(others)
    changed = [
        place for place, keys in enumerate(zip(before, after, strict=False)) if len(set(keys)) > 1
    ]
    if len(before) == len(after) and len(changed) <= Levenshtein.distance(before, after):
        # Among equally short ways this is the one on which nothing moves.
        yield from (((place, place + 1), (place, place + 1)) for place in changed)
        return
    for change in Levenshtein.opcodes(before, after):
        if change.tag == "equal":
            continue
        olds = list(range(change.src_start, change.src_end))
        news = list(range(change.dest_start, change.dest_end))
        for place in range(max(len(olds), len(news))):
            old = change.src_start + min(place, len(olds))
            new = change.dest_start + min(place, len(news))
            yield (old, old + (place < len(olds))), (new, new + (place < len(news)))


def _keys(pieces: Sequence[Piece]) -> list[str]:
    """Return what makes pieces different; a number that only counts on does not."""
    kinds = ((piece, piece.block) for piece in pieces)
    return [f"{p.level} {b.kind} {b.depth} {b.ordered}\n{b.text}" for p, b in kinds]


def _change(version: Version, passage: _Passage) -> TrackedChange:
    pieces = version.pieces[passage.new_start : passage.new_end]
    # What was only deleted left its mark in the paragraph after it.
    days = version.days[passage.new_start : passage.new_end + (not pieces)]
    return TrackedChange(
        author=version.author,
        day=max(days, default="") or version.day,
        start=passage.start,
        end=passage.end,
        blocks=tuple(piece.block for piece in pieces),
    )


def _with_losses(pieces: Sequence[Piece], headings: set[int]) -> Iterator[Piece]:
    last = len(pieces) - 1
    places = {min(place, last) for place in headings}
    for place, piece in enumerate(pieces):
        lost = Lost(Loss.TRACKED_HEADINGS, piece.block.text if piece.level else "")
        yield replace(piece, lost=(*piece.lost, lost)) if place in places else piece
