"""Which organisations would be worth introducing to each other, and why."""

from bisect import insort
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from network.common_ground import CommonGround, Reason
from network.contacts import Contact, Contacts
from network.graph import Graph, records
from network.naming import fold
from network.organization import Classification, Organization

Pair = tuple[str, str]
"""Ids of two organisations, the lesser first."""

_MEETING_PLACES: Final = frozenset(
    {Classification.WORKING_GROUP, Classification.BODY, Classification.COUNCIL}
)
"""Where organisations are introduced; they themselves are not."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two organisations that should meet, with reasons, and who could introduce them."""

    first: str
    second: str
    score: float
    reasons: tuple[Reason, ...]
    contact: Contact | None

    @property
    def pair(self) -> Pair:
        """Return the two ids, the lesser first."""
        return pair_of(self.first, self.second)


def pair_of(one: str, other: str) -> Pair:
    """Return two ids in the order in which a pair is remembered."""
    return (one, other) if one < other else (other, one)


def introductions(
    graph: Graph,
    settled: Collection[Pair] = (),
    limit: int = 50,
    least_topics: int = 1,
    about: str | None = None,
) -> list[Suggestion]:
    """Return the pairs most worth introducing, best first, at most `limit`.

    A pair has at least so many topics in common (of topics above one another only the finest
    counts), or a target group, a district, or one needs what the other offers. It has no tie,
    not even through posts, meets in no common group, is of no common branch (the same unit at
    the top, or one continues the other), and is not `settled`. Working groups, bodies and
    councils are not introduced, nor is an authority whose own units can be.

    The score adds up ln(1 + n/k) for each thing in common, where k of the n organisations have
    it: what everybody has counts 0.69, what only these two have counts most. A topic adds what
    it tells beyond the wider one (Resnik 1995, information content, with 1 added so that it is
    never 0), so that the finest decides. A need that is met adds ln(1 + n). Order: score, then
    the names. With `about`, only pairs of that organisation are looked for.
    """
    known = _candidates(graph)
    if len(known) < 2 or limit < 1:
        return []
    features = CommonGround(graph, known)
    contacts = Contacts(graph)
    strangers = _Strangers(known, contacts, set(settled))
    best: list[tuple[float, int, int]] = []  # places are in the order of the names
    asked = [n for n, each in enumerate(known) if about in (None, each.id)]
    for place in asked:
        scores = features.shared_with(place)
        if about is None:
            scores[:place] = 0  # seen from the other one already
        for other, score in strangers.of(place, scores):
            found = (-score, min(place, other), max(place, other))
            if len(best) == limit and found > best[-1]:
                break  # what follows in this row shares no more
            if features.enough(place, other, least_topics):
                insort(best, found)
                del best[limit:]
    return [
        Suggestion(one, two, -minus, features.reasons(one, two), contacts.best(one, two))
        for minus, one, two in ((minus, known[a].id, known[b].id) for minus, a, b in best)
    ]


def _candidates(graph: Graph) -> list[Organization]:
    units = [each for each in records(graph).values() if isinstance(each, Organization)]
    having_units = {each.parent_id for each in units}
    found = [
        each
        for each in units
        if each.classification not in _MEETING_PLACES
        and not (each.classification is Classification.AUTHORITY and each.id in having_units)
    ]
    return sorted(found, key=lambda each: (fold(each.name), each.id))


class _Strangers:
    """Who does not know whom: the pairs that may be introduced at all."""

    def __init__(self, known: list[Organization], contacts: Contacts, settled: set[Pair]) -> None:
        self._places = {each.id: place for place, each in enumerate(known)}
        self._known, self._contacts = known, contacts
        self._groups: dict[str, list[int]] = {}
        self._by_place: dict[int, set[str]] = {}
        everyone = contacts.records
        for place, each in enumerate(known):
            marks = {f"round {group}" for group in contacts.rounds(each.id)}
            marks.add(f"top {_root(everyone, each.id, 'parent_id')}")
            for one in (each.id, *each.also_successor_of_ids):
                marks.add(f"line {_root(everyone, one, 'successor_of_id')}")
            self._by_place[place] = marks
            for mark in marks:
                self._groups.setdefault(mark, []).append(place)
        self._settled: dict[str, set[str]] = {}
        for one, two in settled:
            self._settled.setdefault(one, set()).add(two)
            self._settled.setdefault(two, set()).add(one)

    def of(self, place: int, scores: "np.ndarray") -> Iterator[tuple[int, float]]:
        """Return the strangers of a place with what they share, the most first."""
        each = self._known[place].id
        for mark in self._by_place[place]:
            scores[self._groups[mark]] = 0
        for other in self._contacts.known(each) | self._settled.get(each, set()):
            if other in self._places:
                scores[self._places[other]] = 0
        found = np.flatnonzero(scores)
        for other in found[np.argsort(-scores[found], kind="stable")]:
            yield int(other), float(scores[other])


def _root(everyone: Mapping[str, object], node: str, link: str) -> str:
    """Follow a link upwards as far as it leads; a circle ends at its least member."""
    way = [node]
    while (above := getattr(everyone.get(way[-1]), link, None)) in everyone:
        if above in way:
            return min(way[way.index(above) :])
        way.append(str(above))
    return way[-1]
