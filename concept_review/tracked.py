"""Tracked changes of a word processor as proposals, one for each author and passage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from concept_review.block import Block
from concept_review.draft import Piece, TrackedChange
from concept_review.markdown import one_line
from concept_review.outline import section_places


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What one section would say if one author had their way in one passage.

    `place` is that of the section in the outline; `title` is None where the heading stays.
    """

    place: int
    author: str
    day: str
    title: str | None
    blocks: tuple[Block, ...]


def suggestions(
    pieces: Sequence[Piece],
    changes: Sequence[TrackedChange],
    title: str = "",
    levels: Mapping[int, int] | None = None,
) -> tuple[list[Suggestion], list[TrackedChange]]:
    """Return the changes as proposals, and those that no section can take.

    Left over are changes above the first section, and those that reach beyond one section.
    """
    places = section_places(pieces, title, levels)
    found: list[Suggestion] = []
    left: list[TrackedChange] = []
    for change in changes:
        made = _suggestion(pieces, places, change)
        if made is None:
            left.append(change)
        else:
            found.append(made)
    return found, left


def _suggestion(
    pieces: Sequence[Piece], places: Sequence[int | None], change: TrackedChange
) -> Suggestion | None:
    # What is inserted before a heading belongs to the section above it.
    last = max(change.start, change.end - 1) if change.end > change.start else change.start - 1
    place = places[last] if 0 <= last < len(places) else None
    if place is None or places[min(change.start, last)] != place:
        return None
    own = [at for at, section in enumerate(places) if section == place]
    head, body = own[0], own[1:]
    if change.start == head and change.end > head:
        if change.end > head + 1 or not change.blocks:
            return None
        texts = tuple(pieces[at].block for at in body)
        heading = one_line(change.blocks[0].text)
        return _made(place, change, heading, (*change.blocks[1:], *texts))
    before = tuple(pieces[at].block for at in body if at < change.start)
    after = tuple(pieces[at].block for at in body if at >= change.end)
    return _made(place, change, None, (*before, *change.blocks, *after))


def _made(
    place: int, change: TrackedChange, title: str | None, blocks: tuple[Block, ...]
) -> Suggestion:
    return Suggestion(place=place, author=change.author, day=change.day, title=title, blocks=blocks)
