"""What an instruction that was understood changes in a wording."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from concept_review.block import BULLET, Block, BlockKind
from concept_review.instruction_clause import Clause, Side, Unit, Verb
from concept_review.instruction_edits import BlockEdit, Edit, Fitting, TextEdit
from concept_review.instruction_place import (
    TITLE,
    Spot,
    Trouble,
    Unclear,
    end_of_text,
    occurrences,
    spots,
)
from concept_review.outline import blocks_of_text
from concept_review.rebase import Wording
from concept_review.unreadable import UnreadableConcept

_REPLACING = (Verb.REPLACE, Verb.READ)


def edits_of(clause: Clause, base: Wording) -> list[Edit]:
    """Return the edits of one instruction, counted on the wording as it is; raise `Unclear`."""
    adds = bool(clause.verbs & {Verb.ADD, Verb.INSERT})
    replaces = bool(clause.verbs & {*_REPLACING}) or _stands_for(clause)
    if adds and not replaces and Verb.DELETE not in clause.verbs:
        return list(_insertions(clause, base))
    if adds and not _stands_for(clause):
        raise Unclear(Trouble.NOT_UNDERSTOOD)
    return list(_replacements(clause, base) if replaces else _deletions(clause, base))


def _stands_for(clause: Clause) -> bool:
    """Say whether something is named instead of which something else shall stand."""
    return clause.side is Side.OLD or any(side is Side.OLD for side, _ in clause.quotes)


def _deletions(clause: Clause, base: Wording) -> Iterator[Edit]:
    if clause.side is not Side.HERE:
        raise Unclear(Trouble.NOT_UNDERSTOOD)
    places = spots(base.title, base.blocks, clause.places)
    places, quotes = _within(clause, base, places)
    for side, quote in quotes:
        if side is not Side.HERE:
            raise Unclear(Trouble.NOT_UNDERSTOOD)
        for found in _found(base, places, quote, everywhere=clause.everywhere):
            yield _text_edit(found, "", Fitting.CLOSED)
    if quotes:
        return
    if not clause.places or any(place.unit is Unit.SECTION for place in clause.places):
        raise Unclear(Trouble.NOT_UNDERSTOOD)
    for spot in places:
        yield _rewritten(base, spot, "")


def _replacements(clause: Clause, base: Wording) -> Iterator[Edit]:
    places = spots(base.title, base.blocks, clause.places)
    places, quotes = _within(clause, base, places)
    if clause.side not in (Side.HERE, Side.OLD):
        raise Unclear(Trouble.NOT_UNDERSTOOD)
    if len(quotes) == 1 and clause.places:
        ((side, new),) = quotes
        loose = _stands_for(clause) or Verb.READ in clause.verbs
        if side is Side.NEW or (side is Side.HERE and loose):
            yield _replaced(base, places, new)
            return
    if not quotes or len(quotes) % 2:
        raise Unclear(Trouble.NOT_UNDERSTOOD)
    for (old_side, old), (new_side, new) in zip(quotes[::2], quotes[1::2], strict=True):
        named = new_side is Side.NEW and old_side in (Side.HERE, Side.OLD)
        said = new_side is Side.HERE and (old_side is Side.OLD or Verb.READ in clause.verbs)
        if not named and not said:
            raise Unclear(Trouble.NOT_UNDERSTOOD)
        for found in _found(base, places, old, everywhere=clause.everywhere):
            yield _text_edit(found, new, Fitting.EXACT if new else Fitting.CLOSED)


def _replaced(base: Wording, places: Sequence[Spot], new: str) -> Edit:
    """Replace places that stand side by side as one."""
    first, last = places[0], places[-1]
    if any(one.end != other.first for one, other in pairwise(places)):
        raise Unclear(Trouble.AMBIGUOUS)
    return _rewritten(base, replace(first, end=last.end), new)


def _rewritten(base: Wording, spot: Spot, new: str) -> Edit:
    if spot.start is not None and spot.stop is not None:
        fitting = Fitting.EXACT if new else Fitting.CLOSED
        return TextEdit(spot.first, spot.start, spot.stop, new, fitting)
    like = base.blocks[spot.first] if spot.unit is Unit.ITEM else None
    return BlockEdit(spot.first, spot.end, _blocks(new, spot.unit, like))


def _insertions(clause: Clause, base: Wording) -> Iterator[Edit]:
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
        places = _found(base, places, around[0][1], everywhere=False)
    if anchors:
        if clause.side is not Side.HERE or clause.inserted in (Unit.PARAGRAPH, Unit.ITEM):
            raise Unclear(Trouble.NOT_UNDERSTOOD)
        (side, anchor), = anchors  # fmt: skip
        for found in _found(base, places, anchor, everywhere=clause.everywhere):
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
    return BlockEdit(at, at, _blocks(new, unit, like))


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
        return BlockEdit(spot.end, spot.end, _blocks(new, Unit.ITEM, None))
    chosen = items[-1] if after else items[0]
    end = chosen + 1
    while end < len(blocks) and blocks[end].depth > 0:
        end += 1
    at = end if after else chosen
    return BlockEdit(at, at, _blocks(new, Unit.ITEM, blocks[chosen]))


def _within(
    clause: Clause, base: Wording, places: list[Spot]
) -> tuple[list[Spot], list[tuple[Side, str]]]:
    """Return where to look, narrowed by "in „…“", and the other quotes."""
    around = [quote for side, quote in clause.quotes if side is Side.IN]
    rest = [each for each in clause.quotes if each[0] is not Side.IN]
    if len(around) > 1:
        raise Unclear(Trouble.NOT_UNDERSTOOD)
    if around:
        places = _found(base, places, around[0], everywhere=False)
    return places, rest


def _found(base: Wording, places: Sequence[Spot], quote: str, *, everywhere: bool) -> list[Spot]:
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


def _beside(spot: Spot, new: str, *, after: bool) -> TextEdit:
    at = (spot.stop if after else spot.start) or 0
    return TextEdit(spot.first, at, at, new, Fitting.SPACED)


def _text_edit(spot: Spot, new: str, fitting: Fitting) -> TextEdit:
    return TextEdit(spot.first, spot.start or 0, spot.stop or 0, new, fitting)


def _blocks(text: str, unit: Unit, like: Block | None) -> tuple[Block, ...]:
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
