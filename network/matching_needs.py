"""Where one organisation offers what another one needs, by the words of both."""

from collections.abc import Iterable
from typing import Final, TypeAlias

from rapidfuzz import fuzz

from network import wish as wishes
from network.field_words import Thing
from network.wish import Wish, telling, wish

_LIKE: Final = 80
"""Likeness in percent (rapidfuzz ratio) from which two words are forms of one: Kurs, Kurse."""

_BEGINNING: Final = 4
"""So many letters two words have in common before they are compared at all."""

Sort: TypeAlias = tuple[frozenset[Thing], frozenset[tuple[Thing, str]], frozenset[str]]
Key: TypeAlias = Sort | tuple[str, ...]
"""What lines are compared by: the sort of thing that they name, or their telling words."""


def need_key(text: str) -> Key:
    """Return by what a need is compared: by its things, and only where it names none by words."""
    told = wish(text)
    return _sort(told) if told.things else told.words


def offer_keys(text: str) -> tuple[Key, ...]:
    """Return by what an offer is compared: with some needs by its things, with others by words."""
    told = wish(text)
    return (_sort(told), told.words) if told.things else (told.words,)


def meeting(needs: Iterable[Key], offers: Iterable[Key]) -> dict[Key, tuple[Key, ...]]:
    """Return for each need the offers that meet it, as keys.

    A need that names a thing of the field (a room, interpreting, advice ...) is met by offers
    of that thing, in whichever words; any other need by offers that have at least half of its
    telling words. There are few sorts of things, however many lines name them.
    """
    by_beginning: dict[str, list[Key]] = {}
    sorts: list[Wish] = []
    for each in dict.fromkeys(offers):
        if told := _as_sort(each):
            sorts.append(told)
        for beginning in {word[:_BEGINNING] for word in _words(each)}:
            by_beginning.setdefault(beginning, []).append(each)
    found: dict[Key, tuple[Key, ...]] = {}
    for need in dict.fromkeys(needs):
        if wanted := _as_sort(need):
            met: list[Key] = [_sort(each) for each in sorts if wishes.meets(wanted, each)]
        else:
            near = {word[:_BEGINNING]: None for word in _words(need)}
            candidates = dict.fromkeys(key for each in near for key in by_beginning.get(each, ()))
            met = [key for key in candidates if meets(_words(need), _words(key))]
        if met:
            found[need] = tuple(met)
    return found


def fits(need: str, offer: str) -> bool:
    """Say whether an offer meets a need."""
    wanted, given = wish(need), wish(offer)
    by_thing = wishes.meets(wanted, given)
    return meets(wanted.words, given.words) if by_thing is None else by_thing


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text that tell something."""
    return telling(text)


def meets(wanted: Iterable[str], told: Iterable[str]) -> bool:
    """Say whether an offer has at least half of the words of a need.

    Two words match where they begin alike and are forms of one another.
    """
    needed, offered = tuple(wanted), tuple(told)
    met = sum(any(_same(word, other) for other in offered) for word in needed)
    return met > 0 and 2 * met >= len(needed)


def _sort(told: Wish) -> Sort:
    return told.things, told.kinds, told.languages


def _as_sort(key: Key) -> Wish | None:
    if key and isinstance(key[0], frozenset):
        things, kinds, languages = key
        return Wish(things, kinds, languages, ())
    return None


def _words(key: Key) -> tuple[str, ...]:
    return tuple(each for each in key if isinstance(each, str))


def _same(word: str, other: str) -> bool:
    return word[:_BEGINNING] == other[:_BEGINNING] and fuzz.ratio(word, other) >= _LIKE
