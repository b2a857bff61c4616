"""Instructions that put something in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from concept_review.block import Block, BlockKind
from concept_review.instruction_clause import Clause
from concept_review.instruction_edits import BlockEdit, Edit, Fitting, TextEdit
from concept_review.instruction_lexicon import Side, Unit, Verb
from concept_review.instruction_place import Spot, Trouble, Unclear, end_of_text, spots
from concept_review.instruction_quote import blocks_of_quote, quoted_spots
from concept_review.rebase import Wording


def insertions(clause: Clause, base: Wording) -> Iterator[Edit]:
    """Yield what is put in, beside a quote, a place or at an end; raise `Unclear`."""
    places = spots(base.title, base.blocks, clause.places)
    if len(places) != 1:
        raise Unclear(Trouble.NOT_UNDERSTOOD)
    anchors = [each for each in clause.quotes if each[0] in (Side.AFTER, Side.BEFORE)]
    others = [each for each in clause.quotes if each[0] not in (Side.AFTER, Side.BEFORE)]
    *around, (_, new) = others or [(Side.HERE, "")]
    new_given = others and others[-1][0] in (Side.HERE, Side.NEW)
    if not new_given or len(around) > 1 or len(anchors) > 1 or not new:
        raise Unclear(Trouble.NOT_UNDERSTOOD)
    if around:
        if others[-1][0] is not Side.NEW and around[0][0] is not Side.IN:
            raise Unclear(Trouble.NOT_UNDERSTOOD)
        places = quoted_spots(base, places, around[0][1], everywhere=False)
    if anchors:
        if clause.side is not Side.HERE or clause.inserted in (Unit.PARAGRAPH, Unit.ITEM):
            raise Unclear(Trouble.NOT_UNDERSTOOD)
        (side, anchor), = anchors  # fmt: skip
        for found in quoted_spots(base, places, anchor, everywhere=clause.everywhere):
            yield _beside(found, new, after=side is Side.AFTER)
    elif around:
        yield _beside(places[0], new, after=clause.side is not Side.START)
    else:
        yield _at_place(clause, base, places[0], new)


def _at_place(clause: Clause, base: Wording, spot: Spot, new: str) -> Edit:
    side = clause.side
    if side is Side.HERE:
        if Verb.ADD not in clause.verbs:
            raise Unclear(Trouble.AMBIGUOUS)
        side = Side.END
    if spot.unit is Unit.SECTION:
        # A sentence at the end of the section could go on there or begin a paragraph.
        if clause.inserted is Unit.SENTENCE or not (clause.places or clause.inserted):
            raise Unclear(Trouble.AMBIGUOUS)
        spot = replace(spot, end=end_of_text(base.blocks))
    after = side in (Side.AFTER, Side.END)
    if spot.start is not None:
        return _beside(spot, new, after=after)
    inside = side in (Side.END, Side.START)
    if clause.inserted is Unit.ITEM and inside:
        return _new_item(base.blocks, spot, new, after=after)
    whole = spot.unit is Unit.SECTION or clause.inserted is Unit.PARAGRAPH
    if inside and not whole:
        return _in_text(base.blocks, spot, new, after=after)
    unit = clause.inserted if clause.inserted in (Unit.PARAGRAPH, Unit.ITEM) else spot.unit
    at = spot.end if after else spot.first
    like = base.blocks[spot.first] if spot.unit is Unit.ITEM else None
    return BlockEdit(at, at, blocks_of_quote(new, unit, like))


def _in_text(blocks: Sequence[Block], spot: Spot, new: str, *, after: bool) -> TextEdit:
    """Add to the text of a paragraph or item; one with a list below it has no clear end."""
    if after and spot.end - spot.first > 1:
        raise Unclear(Trouble.AMBIGUOUS)
    at = len(blocks[spot.first].text) if after else 0
    return TextEdit(spot.first, at, at, new, Fitting.SPACED)


def _new_item(blocks: Sequence[Block], spot: Spot, new: str, *, after: bool) -> BlockEdit:
    items = [
        place
        for place in range(spot.first, spot.end)
        if blocks[place].kind is BlockKind.LIST_ITEM and blocks[place].depth == 0
    ]
    if not items:
        return BlockEdit(spot.end, spot.end, blocks_of_quote(new, Unit.ITEM, None))
    chosen = items[-1] if after else items[0]
    end = chosen + 1
    while end < len(blocks) and blocks[end].depth > 0:
        end += 1
    at = end if after else chosen
    return BlockEdit(at, at, blocks_of_quote(new, Unit.ITEM, blocks[chosen]))


def _beside(spot: Spot, new: str, *, after: bool) -> TextEdit:
    at = (spot.stop if after else spot.start) or 0
    return TextEdit(spot.first, at, at, new, Fitting.SPACED)
