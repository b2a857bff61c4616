"""Where one organisation offers what another one needs, by the words of both."""

import re
from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz

from network.naming import fold

_LIKE: Final = 80
"""Likeness in percent (rapidfuzz ratio) from which two words are forms of one: Kurs, Kurse."""

_SHORTEST: Final = 4
"""Shorter words say nothing by themselves."""

_BEGINNING: Final = 4
"""So many letters two words have in common before they are compared at all."""

_EMPTY: Final = re.compile(
    r"auch|aber|alle[nr]?|beim|dass|deren|dies(e|er)?|durch|eine[mnr]?|etwas|gegen|haben|hier"
    r"|ihre[nr]?|jede[nr]?|kann|keine?|koennen|mehr|nach|nicht|noch|oder|ohne|sehr|sich|sind|sowie"
    r"|ueber|unsere?|viele|weitere|wenn|werden|wird|wollen|zwischen|fuer|with|from|that|this"
    r"|angebote?n?|bedarf|such(en|t)|biete(n|t)|brauch(en|t)|hilfe|unterstuetzung"
)
"""Words that stand in needs and offers of every kind."""


def matched(needs: Iterable[str], offers: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each need the offers that have at least half of its telling words.

    Words are folded; two words match where they begin alike and are forms of one another.
    Only needs and offers with a common beginning are compared, and equal texts once.
    """
    told = {text: words(text) for text in offers}
    by_beginning: dict[str, list[str]] = {}
    for text, told_words in told.items():
        for beginning in {word[:_BEGINNING] for word in told_words}:
            by_beginning.setdefault(beginning, []).append(text)
    found = {}
    for need in dict.fromkeys(needs):
        wanted = words(need)
        near = {word[:_BEGINNING]: None for word in wanted}
        candidates = dict.fromkeys(text for each in near for text in by_beginning.get(each, ()))
        met = tuple(text for text in candidates if meets(wanted, told[text]))
        if met:
            found[need] = met
    return found


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text that tell something."""
    told = (
        word for word in fold(text).split() if len(word) >= _SHORTEST and not _EMPTY.fullmatch(word)
    )
    return tuple(dict.fromkeys(told))


def meets(wanted: Iterable[str], told: Iterable[str]) -> bool:
    """Say whether an offer has at least half of the words of a need."""
    needed, offered = tuple(wanted), tuple(told)
    met = sum(any(_same(word, other) for other in offered) for word in needed)
    return met > 0 and 2 * met >= len(needed)


def _same(word: str, other: str) -> bool:
    return word[:_BEGINNING] == other[:_BEGINNING] and fuzz.ratio(word, other) >= _LIKE
