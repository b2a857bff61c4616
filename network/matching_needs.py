"""Where one organisation offers what another one needs, by the words of both."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from network.naming import fold
from network.organization import Organization

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


@dataclass(frozen=True, slots=True)
class Matched:
    """A need of one organisation and the offer of another that seems to meet it."""

    needing: str
    need: str
    offering: str
    offer: str


def matched_needs(organizations: Sequence[Organization]) -> list[Matched]:
    """Return needs with offers of others that have at least half of their telling words.

    Words are folded; two words match where they begin alike and are forms of one another.
    Only needs and offers with a common beginning are compared.
    """
    offers = [
        (each.id, text, words(text)) for each in organizations for text in each.offers if text
    ]
    by_beginning: dict[str, list[int]] = {}
    for place, (_id, _text, told) in enumerate(offers):
        for beginning in {word[:_BEGINNING] for word in told}:
            by_beginning.setdefault(beginning, []).append(place)
    found = []
    for each in organizations:
        for need in each.needs:
            wanted = words(need)
            places = {p for word in wanted for p in by_beginning.get(word[:_BEGINNING], ())}
            for place in sorted(places):
                offering, offer, told = offers[place]
                if offering != each.id and meets(wanted, told):
                    found.append(Matched(each.id, need, offering, offer))
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
