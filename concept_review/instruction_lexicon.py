"""The words that amendment instructions are made of, and no others."""

import re
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


_UNITS = {
    Unit.PARAGRAPH: r"abs(?:\.|ätzen?\b|atz(?:es|e)?\b)",
    Unit.SENTENCE: r"(?:sätzen?|satz(?:es|e)?)\b",
    Unit.ITEM: r"(?:(?:aufzählungs|listen|unter)?punkt(?:e[sn]?|s)?|nummern?|ziffern?"
    r"|spiegelstrich(?:e[sn]?|s)?)\b|nr\.",
    Unit.TITLE: r"(?:überschrift|titels?)\b",
    Unit.SECTION: r"(?:abschnitt(?:e?s)?|wortlaut(?:e?s)?)\b",
}
_UNIT = "|".join(f"(?P<{{0}}{unit.value}>{words})" for unit, words in _UNITS.items())
ORDINALS = ("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt",
             "zehnt", "elft", "zwölft")  # fmt: skip
LAST = {"letzt": -1, "vorletzt": -2}
_NUMBER = r"\d{1,3}(?!\w|\.\d)"
SIDES = {
    Side.END: r"(?:am|zum) (?:ende|schluss)",
    Side.START: r"(?:am (?:anfang|beginn)|zu beginn)",
    Side.AFTER: r"(?:nach|hinter)",
    Side.BEFORE: r"vor",
    Side.NEW: r"(?:durch|um)",
    Side.OLD: r"(?:statt|anstatt|anstelle(?: von)?|an die stelle|für)",
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
    r"folgende[rnms]?|wie folgt(?: geändert)?|worte?s?|wortes|wörtern?|worten|zeichens?|"
    r"textstellen?|passagen?|angaben?|"
    r"zahl(?:en)?|formulierung(?:en)?|satzteil(?:s|e)?|teilsatz(?:es)?|halbsatz(?:es)?|text)\b"
    r"|[:,;.–-]"
)
LEXEME = re.compile(
    r"\s*(?:"
    + rf"{MARK}(?P<quote>\d+){MARK}"
    + rf"|(?:(?P<new>{_NEW_UNIT}) (?:{_UNIT.format('new_')}))"
    + rf"|(?P<ordinal>(?:vorletzt|letzt|{'|'.join(ORDINALS)})e[rnms]?|\d{{1,3}}\.) ?"
    + rf"(?:{_UNIT.format('ord_')})"
    + rf"|(?:{_UNIT.format('num_')})\s*(?P<numbers>{_NUMBER}"
    + rf"(?:\s*(?:,|und|sowie|bis|[-–])\s*{_NUMBER})*)"
    + rf"|(?:{_UNIT.format('one_')})"
    + "".join(rf"|(?P<side_{side.value}>{words})\b" for side, words in SIDES.items())
    + "".join(rf"|(?P<verb_{verb.value}>{words})\b" for verb, words in _VERBS.items())
    + r"|(?P<everywhere>(?:jeweils|überall|an allen stellen))\b"
    + rf"|(?P<filling>{_FILLING})"
    + r")",
    re.IGNORECASE,
)
# "a) ", "1. ", "- " before an instruction in a list of them.
BULLET = re.compile(r"\s*(?:(?:\d{1,2}|[a-z]{1,2})[.)]+|[-–•*])\s+(?=\S)", re.IGNORECASE)
