"""The words of an amendment instruction: what shall be done, where, with which passages.

Only words that are known here are accepted: one that is not could turn the sense around.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from concept_review.quotation import MARK


class Verb(StrEnum):
    """What shall be done."""

    DELETE = "delete"
    REPLACE = "replace"
    READ = "read"
    """Something "lautet" or "heißt" so from now on."""
    INSERT = "insert"
    """Between what is there: it needs a place."""
    ADD = "add"
    """To what is there: at its end unless another place is named."""


class Unit(StrEnum):
    """What an instruction can name without quoting it, from the largest to the smallest."""

    SECTION = "section"
    TITLE = "title"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    SENTENCE = "sentence"


class Side(StrEnum):
    """Where something is seen from a passage or a place."""

    HERE = "here"
    IN = "in"
    AFTER = "after"
    BEFORE = "before"
    END = "end"
    START = "start"
    NEW = "new"
    """What comes instead or in addition."""
    OLD = "old"
    """What something else shall stand for."""


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


_UNITS = {
    Unit.PARAGRAPH: r"abs(?:\.|ätzen?\b|atz(?:es|e)?\b)",
    Unit.SENTENCE: r"(?:sätzen?|satz(?:es|e)?)\b",
    Unit.ITEM: r"(?:(?:aufzählungs|listen|unter)?punkt(?:e[sn]?|s)?|nummern?|ziffern?"
    r"|spiegelstrich(?:e[sn]?|s)?)\b|nr\.",
    Unit.TITLE: r"(?:überschrift|titels?)\b",
    Unit.SECTION: r"(?:abschnitt(?:e?s)?|wortlaut(?:e?s)?)\b",
}
_UNIT = "|".join(f"(?P<{{0}}{unit.value}>{words})" for unit, words in _UNITS.items())
_ORDINALS = ("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt",
             "zehnt", "elft", "zwölft")  # fmt: skip
_LAST = {"letzt": -1, "vorletzt": -2}
_NUMBER = r"\d{1,3}(?!\w|\.\d)"
_SIDES = {
    Side.END: r"(?:am|zum) (?:ende|schluss)",
    Side.START: r"(?:am (?:anfang|beginn)|zu beginn)",
    Side.AFTER: r"(?:nach|hinter)",
    Side.BEFORE: r"vor",
    Side.NEW: r"(?:durch|um)",
    Side.OLD: r"(?:statt|anstatt|anstelle(?: von)?|für)",
    Side.IN: r"(?:in|im|bei|beim|unter)",
}
_VERBS = {
    Verb.DELETE: r"(?:gestrichen|streichen|entfällt|entfallen|gelöscht|löschen)",
    Verb.REPLACE: r"(?:ersetzt|ersetzen)",
    Verb.READ: r"(?:lautet|lauten|heißt|heißen|(?:neu )?gefasst|(?:erhält|erhalten) "
    r"(?:die )?folgende fassung)",
    Verb.ADD: r"(?:ergänzt|ergänzen|angefügt|anfügen|hinzugefügt|hinzufügen|angehängt|anhängen)",
    Verb.INSERT: r"(?:eingefügt|einfügen|eingesetzt|einsetzen|tritt|treten|steht|stehen)",
}
_NEW_UNIT = r"(?:folgende[rnms]?|(?:ein(?:e[nr]?)? )?(?:neue[rns]?|weitere[rns]?))(?: neue[rn]?)?"
_FILLING = (
    r"(?:wird|werden|soll|sollen|ist|sind|und|sowie|der|die|das|dem|den|des|von|vom|es|ersatzlos|"
    r"weiterhin|ferner|außerdem|zudem|zusätzlich|dabei|dort|künftig|nunmehr|neu|auch|dann|zu|"
    r"folgende[rnms]?|wie folgt|worte?s?|wortes|wörtern?|worten|zeichens?|textstellen?|passagen?|angaben?|"
    r"zahl(?:en)?|formulierung(?:en)?|satzteil(?:s|e)?|teilsatz(?:es)?|halbsatz(?:es)?|text)\b"
    r"|[:,;.–-]"
)
_LEXEME = re.compile(
    r"\s*(?:"
    + rf"{MARK}(?P<quote>\d+){MARK}"
    + rf"|(?:(?P<new>{_NEW_UNIT}) (?:{_UNIT.format('new_')}))"
    + rf"|(?P<ordinal>(?:vorletzt|letzt|{'|'.join(_ORDINALS)})e[rnms]?|\d{{1,3}}\.) ?"
    + rf"(?:{_UNIT.format('ord_')})"
    + rf"|(?:{_UNIT.format('num_')})\s*(?P<numbers>{_NUMBER}"
    + rf"(?:\s*(?:,|und|sowie|bis|[-–])\s*{_NUMBER})*)"
    + rf"|(?:{_UNIT.format('one_')})"
    + "".join(rf"|(?P<side_{side.value}>{words})\b" for side, words in _SIDES.items())
    + "".join(rf"|(?P<verb_{verb.value}>{words})\b" for verb, words in _VERBS.items())
    + r"|(?P<everywhere>(?:jeweils|überall|an allen stellen))\b"
    + rf"|(?P<filling>{_FILLING})"
    + r")",
    re.IGNORECASE,
)
# "a) ", "1. ", "- " before an instruction in a list of them.
_BULLET = re.compile(r"\s*(?:(?:\d{1,2}|[a-z]{1,2})[.)]+|[-–•*])\s+(?=\S)", re.IGNORECASE)


def read_clause(skeleton: str, passages: Sequence[str]) -> Clause:
    """Return what an instruction says, its quoted passages taken out; raise `NotUnderstood`."""
    try:
        return _read(skeleton, passages)
    except NotUnderstood:
        # "2. Absatz" is a place, "2. Absatz 3" an instruction in a list of them.
        bullet = _BULLET.match(skeleton)
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
        elif named := next((each for each in _SIDES if found[f"side_{each.value}"]), None):
            side = _side(clause, named)
        elif place := _place(found):
            side = _placed(clause, place, side, skeleton[found.end() :])
    if not clause.verbs:
        raise NotUnderstood("no verb")
    return clause


def _lexemes(skeleton: str) -> Iterator[re.Match[str]]:
    skeleton, at = skeleton.rstrip(), 0
    while at < len(skeleton):
        found = _LEXEME.match(skeleton, at)
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
    return _LAST.get(stem) or _ORDINALS.index(stem) + 1


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
