"""What an instruction quotes: found in the wording, or made blocks of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from concept_review.block import BULLET, Block, BlockKind
from concept_review.instruction_lexicon import Unit
from concept_review.instruction_place import TITLE, Spot, Trouble, Unclear
from concept_review.occurrence import occurrences
from concept_review.outline import blocks_of_text
from concept_review.rebase import Wording
from concept_review.unreadable import UnreadableConcept


def quoted_spots(
    base: Wording, places: Sequence[Spot], quote: str, *, everywhere: bool
) -> list[Spot]:
    """Return where the quote stands: once, or `everywhere`; the title only if nowhere else."""
    hits = [hit for spot in places for hit in _hits(base, spot, quote)]
    if not hits and any(spot.unit is Unit.SECTION for spot in places):
        hits = list(_hits(base, Spot(Unit.TITLE, TITLE, TITLE + 1, 0, len(base.title)), quote))
    if not hits:
        raise Unclear(Trouble.NOT_FOUND)
    if len(hits) > 1 and not everywhere:
        raise Unclear(Trouble.AMBIGUOUS)
    return hits


def _hits(base: Wording, spot: Spot, quote: str) -> Iterator[Spot]:
    for place in range(spot.first, spot.end):
        text = base.title if place == TITLE else base.blocks[place].text
        start = spot.start or 0
        stop = len(text) if spot.stop is None else spot.stop
        for first, last in occurrences(text[start:stop], quote):
            yield Spot(Unit.SENTENCE, place, place + 1, start + first, start + last)


def blocks_of_quote(text: str, unit: Unit, like: Block | None) -> tuple[Block, ...]:
    """Return a quote as blocks; beside or instead of a list item, paragraphs become items."""
    try:
        blocks = blocks_of_text(text)
    except UnreadableConcept as unreadable:
        raise Unclear(Trouble.NOT_UNDERSTOOD) from unreadable
    if unit is not Unit.ITEM:
        return blocks
    marker = like.marker if like else BULLET
    return tuple(
        replace(block, kind=BlockKind.LIST_ITEM, marker=marker)
        if block.depth == 0 and block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        else block
        for block in blocks
    )
