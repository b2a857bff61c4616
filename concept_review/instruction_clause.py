"""The words of an amendment instruction: what shall be done, where, with which passages.

Only words that are known here are accepted: one that is not could turn the sense around.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from concept_review.instruction_lexicon import (
    BULLET,
    LAST,
    LEXEME,
    ORDINALS,
    SIDES,
    Side,
    Unit,
    Verb,
)
from concept_review.quotation import MARK


@dataclass(frozen=True, slots=True)
class Place:
    """Units by their numbers, counted from 1, or from -1 backwards; none for the one at hand."""

    unit: Unit
    numbers: tuple[int, ...] = ()


@dataclass(slots=True)
class Clause:
    """One instruction, word order left behind."""

    verbs: set[Verb] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    side: Side = Side.HERE
    quotes: list[tuple[Side, str]] = field(default_factory=list)
    inserted: Unit | None = None
    everywhere: bool = False


class NotUnderstood(ValueError):
    """The instruction has a word or an order of words that is not known."""


def read_clause(skeleton: str, passages: Sequence[str]) -> Clause:
    """Return what an instruction says, its quoted passages taken out; raise `NotUnderstood`."""
    try:
        return _read(skeleton, passages)
    except NotUnderstood:
        # "2. Absatz" is a place, "2. Absatz 3" an instruction in a list of them.
        bullet = BULLET.match(skeleton)
        if not bullet:
            raise
        return _read(skeleton[bullet.end() :], passages)


def _read(skeleton: str, passages: Sequence[str]) -> Clause:
    clause, side = Clause(), Side.HERE
    for found in _lexemes(skeleton):
        if found["quote"]:
            clause.quotes.append((side, passages[int(found["quote"])]))
            side = Side.HERE
        elif found["new"]:
            clause.inserted = _unit(found, "new_")
        elif found["everywhere"]:
            clause.everywhere = True
        elif verb := next((each for each in Verb if found[f"verb_{each.value}"]), None):
            clause.verbs.add(verb)
        elif named := next((each for each in SIDES if found[f"side_{each.value}"]), None):
            side = _side(clause, named)
        elif place := _place(found):
            side = _placed(clause, place, side, skeleton[found.end() :])
    if not clause.verbs:
        raise NotUnderstood("no verb")
    return clause


def _lexemes(skeleton: str) -> Iterator[re.Match[str]]:
    skeleton, at = skeleton.rstrip(), 0
    while at < len(skeleton):
        found = LEXEME.match(skeleton, at)
        if not found:
            raise NotUnderstood(skeleton[at:])
        yield found
        at = found.end()


def _unit(found: re.Match[str], prefix: str) -> Unit | None:
    return next((unit for unit in Unit if found[prefix + unit.value]), None)


def _place(found: re.Match[str]) -> Place | None:
    if unit := _unit(found, "ord_"):
        return Place(unit, (_ordinal(found["ordinal"]),))
    if unit := _unit(found, "num_"):
        return Place(unit, tuple(_numbers(found["numbers"])))
    if unit := _unit(found, "one_"):
        return Place(unit)
    return None


def _ordinal(word: str) -> int:
    if word[0].isdigit():
        return int(word.rstrip("."))
    stem = re.sub(r"e[rnms]?$", "", word.lower())
    return LAST.get(stem) or ORDINALS.index(stem) + 1


def _numbers(text: str) -> Iterator[int]:
    last = 0
    for link, digits in re.findall(r"(bis|[-–])?\s*(\d+)", text, re.IGNORECASE):
        if link and int(digits) < last:
            raise NotUnderstood(text)
        yield from range(last + 1 if link else int(digits), int(digits) + 1)
        last = int(digits)


def _side(clause: Clause, named: Side) -> Side:
    """Take in a preposition; the ends of something hold for the place named next."""
    if named not in (Side.END, Side.START):
        return named
    _set_side(clause, named)
    return Side.HERE


def _set_side(clause: Clause, side: Side) -> None:
    if clause.side not in (Side.HERE, side):
        raise NotUnderstood("two places")
    clause.side = side


def _placed(clause: Clause, place: Place, side: Side, rest: str) -> Side:
    """Take in a place and return the side that is still to be used."""
    names_a_quote = not place.numbers and place.unit not in (Unit.TITLE, Unit.SECTION)
    if names_a_quote and re.match(rf"\s*{MARK}", rest) and clause.side is Side.HERE:
        return side  # "Der Satz „…“": the passage itself says which
    known = next((each for each in clause.places if each.unit is place.unit), None)
    if known and known is clause.places[-1] and known.numbers and place.numbers:
        clause.places.pop()
        place = Place(place.unit, (*known.numbers, *place.numbers))
    elif known:
        raise NotUnderstood("one unit twice")
    clause.places.append(place)
    if side in (Side.AFTER, Side.BEFORE, Side.OLD):
        _set_side(clause, side)
    elif side is Side.NEW:
        raise NotUnderstood("a place instead of a passage")
    return Side.HERE
