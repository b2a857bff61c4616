"""What an instruction that was understood changes in a wording."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from concept_review.instruction_clause import Clause
from concept_review.instruction_edits import BlockEdit, Edit, Fitting, TextEdit
from concept_review.instruction_insertion import insertions
from concept_review.instruction_lexicon import Side, Unit, Verb
from concept_review.instruction_place import (
    Spot,
    Trouble,
    Unclear,
    spots,
)
from concept_review.instruction_quote import blocks_of_quote, quoted_spots
from concept_review.rebase import Wording

_REPLACING = (Verb.REPLACE, Verb.READ)


def edits_of(clause: Clause, base: Wording) -> list[Edit]:
    """Return the edits of one instruction, counted on the wording as it is; raise `Unclear`."""
    adds = bool(clause.verbs & {Verb.ADD, Verb.INSERT})
    replaces = bool(clause.verbs & {*_REPLACING}) or _stands_for(clause)
    if adds and not replaces and Verb.DELETE not in clause.verbs:
        return list(insertions(clause, base))
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
        for found in quoted_spots(base, places, quote, everywhere=clause.everywhere):
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
        for found in quoted_spots(base, places, old, everywhere=clause.everywhere):
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
    return BlockEdit(spot.first, spot.end, blocks_of_quote(new, spot.unit, like))


def _within(
    clause: Clause, base: Wording, places: list[Spot]
) -> tuple[list[Spot], list[tuple[Side, str]]]:
    """Return where to look, narrowed by "in „…“", and the other quotes."""
    around = [quote for side, quote in clause.quotes if side is Side.IN]
    rest = [each for each in clause.quotes if each[0] is not Side.IN]
    if len(around) > 1:
        raise Unclear(Trouble.NOT_UNDERSTOOD)
    if around:
        places = quoted_spots(base, places, around[0], everywhere=False)
    return places, rest


def _text_edit(spot: Spot, new: str, fitting: Fitting) -> TextEdit:
    return TextEdit(spot.first, spot.start or 0, spot.stop or 0, new, fitting)
