"""Where in a wording an instruction points: by number, or by the words that stand there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from concept_review.block import Block, BlockKind
from concept_review.instruction_clause import Place
from concept_review.instruction_lexicon import Unit
from concept_review.words import sentences

TITLE = -1
"""The place of the title among the blocks."""
_TYPED_NUMBER = re.compile(r"\((\d{1,3})\)\s")
_RANKS = list(Unit)


class Trouble(StrEnum):
    """Why an instruction was not carried out."""

    NOT_UNDERSTOOD = "not_understood"
    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"
    NO_SUCH_PLACE = "no_such_place"


class Unclear(ValueError):
    """The instruction does not point at one place; `code` says why."""

    def __init__(self, code: Trouble) -> None:
        """Keep the reason."""
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True, slots=True)
class Spot:
    """Blocks `first` to `end`, or with `start` and `stop` characters of one of them.

    The title is block `TITLE`.
    """

    unit: Unit
    first: int
    end: int
    start: int | None = None
    stop: int | None = None


def spots(title: str, blocks: Sequence[Block], places: Sequence[Place]) -> list[Spot]:
    """Return what the places name together, the largest first; all blocks for no place.

    A paragraph counts with the list or table below it, a list item with what is inside it.
    Raises `Unclear`.
    """
    found = [Spot(Unit.SECTION, 0, len(blocks))]
    for place in sorted(places, key=lambda each: _RANKS.index(each.unit)):
        if len(found) != 1:
            raise Unclear(Trouble.NOT_UNDERSTOOD)
        found = _named(title, blocks, found[0], place)
    return found


def end_of_text(blocks: Sequence[Block]) -> int:
    """Return where the text ends and only footnotes follow."""
    end = len(blocks)
    while end and blocks[end - 1].kind is BlockKind.FOOTNOTE:
        end -= 1
    return end


def _named(title: str, blocks: Sequence[Block], inside: Spot, place: Place) -> list[Spot]:
    match place.unit:
        case Unit.SECTION:
            return [inside]
        case Unit.TITLE:
            return [Spot(Unit.TITLE, TITLE, TITLE + 1, 0, len(title))]
        case Unit.PARAGRAPH:
            if inside.unit is not Unit.SECTION:
                raise Unclear(Trouble.NOT_UNDERSTOOD)
            return _numbered(place, *paragraphs(blocks))
        case Unit.ITEM:
            return _numbered(place, *items(blocks, inside))
        case Unit.SENTENCE:
            return _sentences(blocks, inside, place)


def _numbered(place: Place, all_spots: Sequence[Spot], own: Sequence[int] | None) -> list[Spot]:
    """Return the spots with these numbers: their own, or counted where they have none."""
    if not place.numbers:
        if len(all_spots) > 1:
            raise Unclear(Trouble.AMBIGUOUS)
        if not all_spots:
            raise Unclear(Trouble.NO_SUCH_PLACE)
        return list(all_spots)
    numbers = list(own) if own else list(range(1, len(all_spots) + 1))
    found = []
    for number in place.numbers:
        if number < 0:
            fitting = list(all_spots)[number:][:1] if len(all_spots) >= -number else []
        else:
            fitting = [spot for spot, own_number in zip(all_spots, numbers, strict=True)
                       if own_number == number]  # fmt: skip
        if len(fitting) != 1:
            raise Unclear(Trouble.AMBIGUOUS if fitting else Trouble.NO_SUCH_PLACE)
        found += fitting
    return found


def paragraphs(blocks: Sequence[Block]) -> tuple[list[Spot], list[int] | None]:
    """Return the paragraphs, and the numbers that they bear themselves, 0 for one without."""
    starts = [
        place
        for place, block in enumerate(blocks)
        if block.depth == 0 and block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE)
    ]
    ends = [*starts[1:], end_of_text(blocks)]
    found = [Spot(Unit.PARAGRAPH, *pair) for pair in zip(starts, ends, strict=False)]
    typed = [_TYPED_NUMBER.match(blocks[place].text) for place in starts]
    # "(2) Die Stadt": paragraphs that bear numbers are cited by them.
    return found, [int(each[1]) if each else 0 for each in typed] if any(typed) else None


def items(blocks: Sequence[Block], inside: Spot) -> tuple[list[Spot], list[int] | None]:
    """Return the outermost list items inside; items of several lists need numbers of their own."""
    places = [
        place
        for place in range(inside.first, inside.end)
        if blocks[place].kind is BlockKind.LIST_ITEM and blocks[place].depth == 0
    ]
    numbered = [place for place in places if blocks[place].ordered]
    chosen = numbered or places
    found = [Spot(Unit.ITEM, place, _item_end(blocks, place)) for place in chosen]
    if numbered:
        return found, [int(re.sub(r"\D", "", blocks[place].marker)) for place in chosen]
    if any(one.end != next_one.first for one, next_one in pairwise(found)):
        raise Unclear(Trouble.AMBIGUOUS)
    return found, None


def _item_end(blocks: Sequence[Block], place: int) -> int:
    end = place + 1
    while end < len(blocks) and blocks[end].depth > blocks[place].depth:
        end += 1
    return end


def _sentences(blocks: Sequence[Block], inside: Spot, place: Place) -> list[Spot]:
    """Return sentences of one paragraph or item; what is below it has sentences of its own."""
    if inside.unit is Unit.SECTION:
        inside = _numbered(Place(Unit.PARAGRAPH), *paragraphs(blocks))[0]
    if inside.unit is Unit.TITLE:
        raise Unclear(Trouble.NOT_UNDERSTOOD)
    text = blocks[inside.first].text
    found = [
        Spot(Unit.SENTENCE, inside.first, inside.first + 1, start, stop)
        for start, stop in sentences(text)
        if start < stop
    ]
    return _numbered(place, found, None)
