"""How an instruction names a paragraph or a list item without quoting it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from concept_review.block import Block
from concept_review.instruction_clause import Place
from concept_review.instruction_lexicon import Unit
from concept_review.instruction_place import Spot, Unclear, items, paragraphs, spots

_NAMES = {Unit.PARAGRAPH: ("Absatz", "Absätze"), Unit.ITEM: ("Punkt", "Punkte")}


@dataclass(frozen=True, slots=True)
class Address:
    """The places that lead to one spot and to nothing else."""

    places: tuple[Place, ...]
    spot: Spot

    @property
    def unit(self) -> Unit:
        """What it names in the end."""
        return self.places[-1].unit

    @property
    def number(self) -> int:
        """Its number among its like."""
        return self.places[-1].numbers[0]

    @property
    def words(self) -> str:
        """Return "Absatz 2" or "Absatz 2 Punkt 3"."""
        return " ".join(f"{_NAMES[each.unit][0]} {each.numbers[0]}" for each in self.places)


def addresses(blocks: Sequence[Block]) -> list[Address]:
    """Return an address for each paragraph and outermost list item that has one, in order."""
    tried = [*_paragraphs(blocks), *_items(blocks)]
    found: dict[Spot, Address] = {}
    for address in tried:
        try:
            reached = spots("", blocks, address.places)
        except Unclear:
            continue
        if reached == [address.spot]:
            found.setdefault(address.spot, address)
    return sorted(found.values(), key=lambda each: (each.spot.first, -each.spot.end))


def range_words(first: Address, last: Address) -> str:
    """Return "Absatz 2", "Die Absätze 2 und 3" or "Die Absätze 2 bis 4"; they are neighbours."""
    if first == last:
        return first.words
    link = "und" if last.number == first.number + 1 else "bis"
    above = "".join(f" in {_NAMES[each.unit][0]} {each.numbers[0]}" for each in first.places[:-1])
    return f"Die {_NAMES[first.unit][1]} {first.number} {link} {last.number}{above}"


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Address]:
    for spot, number in _with_numbers(*paragraphs(blocks)):
        yield Address((Place(Unit.PARAGRAPH, (number,)),), spot)


def _items(blocks: Sequence[Block]) -> Iterator[Address]:
    around: list[tuple[tuple[Place, ...], Spot]] = [((), Spot(Unit.SECTION, 0, len(blocks)))]
    around += [(address.places, address.spot) for address in _paragraphs(blocks)]
    for places, inside in around:
        try:
            found = _with_numbers(*items(blocks, inside))
        except Unclear:
            continue
        for spot, number in found:
            yield Address((*places, Place(Unit.ITEM, (number,))), spot)


def _with_numbers(found: Sequence[Spot], own: Sequence[int] | None) -> list[tuple[Spot, int]]:
    return list(zip(found, own or range(1, len(found) + 1), strict=True))
