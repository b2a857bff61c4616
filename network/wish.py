"""One line of an offer or a need, read as a person would: what it is, of what kind, for what."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from network.field_words import Meaning, Thing, is_unspecific, meaning
from network.naming import fold

_SHORTEST: Final = 4
"""Shorter words say nothing by themselves."""

_EMPTY: Final = re.compile(
    r"auch|aber|alle[nr]?|beim|dass|deren|dies(e|er)?|durch|eine[mnr]?|etwas|gegen|haben|hier"
    r"|ihre[nr]?|jede[nr]?|kann|keine?|koennen|mehr|nach|nicht|noch|oder|ohne|sehr|sich|sind|sowie"
    r"|ueber|unsere?|viele|weitere|wenn|werden|wird|wollen|zwischen|fuer|with|from|that|this"
    r"|angebote?n?|bedarf|such(en|t)|biete(n|t)|brauch(en|t)|hilfe|unterstuetzung"
    r"|stellen|verfuegung|uebernehmen|gesucht|gern[e]?|kostenlos(e|er|es)?"
)
"""Words that stand in needs and offers of every kind."""

_PURPOSE: Final = frozenset({"fuer", "mit", "von", "waehrend", "am", "an", "ab", "aus", "for"})
_SUBJECT: Final = frozenset(
    {"bei", "beim", "zu", "zum", "zur", "in", "im", "ueber", "rund", "wegen", "of"}
)
"""Prepositions after which stands what advice is about; after the others, whom it is for."""

_OF_CHILDREN: Final = re.compile(r"\bbetreuung (von|fuer|der|unserer|unsere) (klein)?kindern?\b")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a line says: the things before all, more about them, and its telling words."""

    things: frozenset[Thing]
    kinds: frozenset[tuple[Thing, str]]
    languages: frozenset[str]
    words: tuple[str, ...]


@lru_cache(maxsize=50_000)
def wish(text: str) -> Wish:
    """Read one line; phrases between commas count each by itself.

    What stands before the first preposition is the thing ("Räume für Kinderbetreuung" are
    rooms); where nothing telling stands there ("Hilfe bei der Kinderbetreuung"), what follows is.
    """
    folded = [part for part in (fold(each) for each in re.split(r"[,;/•\n]", text)) if part]
    found = [_phrase(each) for each in folded]
    languages = frozenset[str]().union(*(m.languages for m in map(meaning, fold(text).split())))
    things = frozenset[Thing]().union(*(each.things for each in found))
    kinds = frozenset[tuple[Thing, str]]().union(*(each.kinds for each in found))
    told = dict.fromkeys(word for each in found for word in each.words)
    return Wish(things, kinds, languages, tuple(told))


def meets(need: Wish, offer: Wish) -> bool | None:
    """Say whether an offer gives a thing that is needed; None where the need names no thing."""
    if not need.things:
        return None
    if need.languages and offer.languages and not need.languages & offer.languages:
        return False
    return any(_fits(thing, need, offer) for thing in need.things & offer.things)


def telling(text: str) -> tuple[str, ...]:
    """Return the folded words of a text that tell something."""
    return _telling(fold(text).split())


def _fits(thing: Thing, need: Wish, offer: Wish) -> bool:
    wanted = {kind for of, kind in need.kinds if of is thing}
    given = {kind for of, kind in offer.kinds if of is thing}
    if not wanted or (not given and is_unspecific(thing)):
        return True
    return bool(wanted & given)


def _phrase(folded: str) -> Wish:
    parts = _parts(folded.split())
    main = next((words for _before, words in parts if _telling(words)), ())
    about = [word for before, words in parts if before in {"", *_SUBJECT} for word in words]
    meanings = [meaning(word) for word in main]
    things = frozenset[Thing]().union(*(each.things for each in meanings))
    if _OF_CHILDREN.search(folded):
        things |= {Thing.CHILDCARE}
    kinds: frozenset[tuple[Thing, str]] = frozenset().union(
        *(each.kinds for each in (*meanings, *_meanings(about)))
    )
    return Wish(
        _without_adjectives(things), frozenset(k for k in kinds if k[0] in things), frozenset(),
        _telling(main),
    )  # fmt: skip


def _without_adjectives(things: frozenset[Thing]) -> frozenset[Thing]:
    """Take "ehrenamtliche Dolmetscher" for interpreters: who is looked for is more than how."""
    return things - {Thing.VOLUNTEERS} if len(things) > 1 else things


def _meanings(words: list[str]) -> list[Meaning]:
    return [meaning(word) for word in words]


def _parts(words: list[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Part a phrase at its prepositions; each part with the one before it, "" for the first."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for word in words:
        if word in _PURPOSE | _SUBJECT:
            parts.append((word, []))
        else:
            parts[-1][1].append(word)
    return [(before, tuple(told)) for before, told in parts]


def _telling(words: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            word for word in words if len(word) >= _SHORTEST and not _EMPTY.fullmatch(word)
        )
    )
