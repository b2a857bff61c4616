"""Which organisations a new name probably means."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import numpy as np

from network.name_likeness import Weighed, likeness
from network.name_words import Words, acronyms, is_general, words_of
from network.naming import bare_name
from network.organization import Organization

THRESHOLD = 82
"""Likeness in percent from which two names are shown beside each other."""
LONGEST: Final = 200
"""Letters of a name that are looked at; the rest of a longer one says nothing more."""
_CANDIDATES: Final = 60
"""So many names that share the most telling letters are compared word by word."""
_COMMON: Final = 8.0
"""Names beyond which a word counts as common; keeps weights near to each other in short lists."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An organisation that may be the one meant, and why."""

    organization: Organization
    likeness: int
    same_website: bool


def same_name(name: str, organizations: Iterable[Organization]) -> Organization | None:
    """Return the organisation that bears this name already, but for case and legal form."""
    wanted = bare_name(name)
    for organization in organizations if wanted else ():
        if wanted in {bare_name(known) for known in _names(organization)}:
            return organization
    return None


def likely_duplicates(
    name: str, website: str, organizations: Iterable[Organization], limit: int = 3
) -> tuple[Duplicate, ...]:
    """Return the likeliest organisations first, at most `limit`.

    For a single question; whoever asks more often makes a `DuplicateIndex`.
    """
    return DuplicateIndex(organizations).likely(name, website, limit)


class DuplicateIndex:
    """All names of a list, so that the likely meanings of another one are found quickly.

    Names that share the most telling groups of three letters, or initials, are candidates;
    these are compared word by word (`name_likeness`).
    """

    def __init__(self, organizations: Iterable[Organization]) -> None:
        """Take in all names: the present one, the short one and others."""
        self._organizations = sorted(organizations, key=lambda each: (each.name, each.id))
        self._hosts: dict[str, list[int]] = {}
        self._owners: list[int] = []
        self._exact: dict[str, list[int]] = {}
        words: list[Words] = []
        for place, organization in enumerate(self._organizations):
            host = _host(organization.website)
            if host:
                self._hosts.setdefault(host, []).append(place)
            for name in _names(organization):
                self._exact.setdefault(bare_name(name), []).append(place)
                self._owners.append(place)
                words.append(words_of(name[:LONGEST]))
        self._often = Counter(word for each in words for word in set(each))
        self._known = [self._weighed(each) for each in words]
        self._postings = _postings(words)
        self._lengths = np.sqrt([8 + sum(map(len, each)) for each in words])

    def likely(self, name: str, website: str = "", limit: int = 3) -> tuple[Duplicate, ...]:
        """Return the likeliest organisations first, at most `limit`.

        Likeness is 100 for the same name but for spelling, legal form and order of words. A web
        host counts whatever the name, unless several organisations share it already.
        """
        found = self._by_name(name[:LONGEST])
        on_host = self._hosts.get(_host(website), [])
        same_website = set(on_host) if len(on_host) == 1 else set()
        offered = [
            Duplicate(self._organizations[place], found.get(place, 0), place in same_website)
            for place in found.keys() | same_website
            if found.get(place, 0) >= THRESHOLD or place in same_website
        ]
        offered.sort(key=_likeliest_first)
        return tuple(offered[:limit])

    def between(self, one: str, two: str) -> int:
        """Return the likeness in percent of two names that are both in the list.

        A word that only one name of the list has may be a typing error.
        """
        if bare_name(one) == bare_name(two):
            return 100
        left, right = (self._weighed(words_of(each[:LONGEST])) for each in (one, two))

        def is_word(word: str) -> bool:
            return self._often[word] > 1

        found = max(likeness(left, right, is_word), likeness(right, left, is_word))
        return round(100 * found)

    def _by_name(self, name: str) -> dict[int, int]:
        """Return the likeness of all candidates, by place of the organisation."""
        typed = self._weighed(words_of(name))
        found = dict.fromkeys(self._exact.get(bare_name(name), []), 100)
        for place in self._candidates(typed.words):
            percent = round(100 * likeness(typed, self._known[place], self._often.__contains__))
            owner = self._owners[place]
            found[owner] = max(percent, found.get(owner, 0))
        return found if bare_name(name) else {}

    def _candidates(self, words: Words) -> list[int]:
        hits = [self._postings[gram] for gram in _grams(words) if gram in self._postings]
        if not hits:
            return []
        total = len(self._known)
        weights = [math.log(1 + total / len(each)) for each in hits]
        repeated = np.repeat(weights, [len(each) for each in hits])
        shared = np.bincount(np.concatenate(hits), repeated, total)
        score = np.divide(shared, self._lengths)
        if total > _CANDIDATES:
            best = np.argpartition(score, -_CANDIDATES)[-_CANDIDATES:]
        else:
            best = np.arange(total)
        return [int(place) for place in best if score[place] > 0]

    def _weighed(self, words: Words) -> Weighed:
        total = len(self._owners) + _COMMON
        return Weighed(
            words,
            tuple(
                (0.3 if is_general(word) else 1)
                * math.sqrt(min(len(word), 14))
                * (0.5 + math.log(total / (max(1, self._often[word]) + _COMMON) + 1))
                for word in words
            ),
        )


def _likeliest_first(each: Duplicate) -> tuple[bool, bool, int, str, str]:
    named = (each.organization.name, each.organization.id)
    return (each.likeness < 95, not each.same_website, -each.likeness, *named)


def _postings(words: list[Words]) -> dict[str, "np.ndarray[tuple[int], np.dtype[np.int32]]"]:
    """Return for every group of letters the places of the names that hold it."""
    found: dict[str, array[int]] = {}
    for place, each in enumerate(words):
        for gram in _grams(each):
            if gram in found:
                found[gram].append(place)
            else:
                found[gram] = array("i", (place,))
    return {gram: np.frombuffer(places, dtype=np.int32) for gram, places in found.items()}


def _grams(words: Words) -> set[str]:
    """Return groups of three letters across the words, and initials with a mark before them."""
    joined = "".join(words)
    found = {joined[at : at + 3] for at in range(max(1, len(joined) - 2))}
    found.update(f"#{each}" for each in acronyms(words))
    found.update(f"#{word}" for word in words if 3 <= len(word) <= 7)
    return found - {""}


def _names(organization: Organization) -> tuple[str, ...]:
    names = (organization.name, organization.short_name, *organization.other_names)
    return tuple(name for name in names if name)


def _host(website: str) -> str:
    try:
        return (urlsplit(website).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
