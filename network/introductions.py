"""Which organisations would be worth introducing to each other, and why."""

import math
from bisect import insort
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from network.contacts import Contact, Contacts
from network.facets import with_wider
from network.graph import Graph, records
from network.matching_needs import Matched, matched_needs
from network.naming import fold
from network.organization import Classification, Organization

Pair = tuple[str, str]
"""Ids of two organisations, the lesser first."""

_MEETING_PLACES: Final = frozenset(
    {Classification.WORKING_GROUP, Classification.BODY, Classification.COUNCIL}
)
"""Where organisations are introduced; they themselves are not."""


class Common(StrEnum):
    """What two organisations have in common."""

    TOPIC = "topic"
    TARGET_GROUP = "target_group"
    AREA = "area"
    NEED = "need"
    """The one offers what the other needs."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing in common; for a need, `value` is the need, `offer` what meets it.

    For a topic, `value` is its id. `by` is who needs it.
    """

    common: Common
    value: str
    offer: str = ""
    by: str = ""


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
    graph: Graph, settled: Collection[Pair] = (), limit: int = 50, least_topics: int = 1
) -> list[Suggestion]:
    """Return the pairs most worth introducing, best first, at most `limit`.

    A pair has at least so many topics in common (of topics above one another only the finest
    counts), or a target group, a district, or one needs what the other offers. It has no tie,
    not even through posts, meets in no common group, is of no common branch (the same unit at
    the top, or one continues the other), and is not `settled`. Working groups, bodies and
    councils are not introduced.

    The score adds up ln(1 + n/k) for each thing in common, where k of the n organisations have
    it: what everybody has counts 0.69, what only these two have counts most. A topic adds what
    it tells beyond the wider one (Resnik 1995, information content, with 1 added so that it is
    never 0), so that the finest decides. A need that is met adds ln(1 + n). Order: score, then
    the names.
    """
    known = _candidates(graph)
    if len(known) < 2 or limit < 1:
        return []
    features = _Features(graph, known)
    contacts = Contacts(graph)
    strangers = _Strangers(known, contacts, set(settled))
    best: list[tuple[float, int, int]] = []  # places are in the order of the names
    for place in range(len(known)):
        for other, score in strangers.after(place, features.shared_with(place)):
            found = (-score, place, other)
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
    found = [
        each
        for each in records(graph).values()
        if isinstance(each, Organization) and each.classification not in _MEETING_PLACES
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
            marks.add(f"line {_root(everyone, each.id, 'successor_of_id')}")
            self._by_place[place] = marks
            for mark in marks:
                self._groups.setdefault(mark, []).append(place)
        self._settled: dict[str, set[str]] = {}
        for one, two in settled:
            self._settled.setdefault(one, set()).add(two)
            self._settled.setdefault(two, set()).add(one)

    def after(self, place: int, scores: "np.ndarray") -> Iterator[tuple[int, float]]:
        """Return the strangers behind a place with what they share, the most first."""
        each = self._known[place].id
        scores[: place + 1] = 0
        for mark in self._by_place[place]:
            scores[self._groups[mark]] = 0
        for other in self._contacts.known(each) | self._settled.get(each, set()):
            if other in self._places:
                scores[self._places[other]] = 0
        found = np.flatnonzero(scores)
        for other in found[np.argsort(-scores[found], kind="stable")]:
            yield int(other), float(scores[other])


class _Features:
    """What each organisation has, and where else that is found: an inverted index."""

    def __init__(self, graph: Graph, known: list[Organization]) -> None:
        self._topics = graph.graph.get("topics", {})
        self._known = known
        self._places = {each.id: place for place, each in enumerate(known)}
        self._wider = [set(with_wider(graph, each.topic_ids)) for each in known]
        self._of = [self._features(place) for place in range(len(known))]
        holders: dict[tuple[Common, str], list[int]] = {}
        for place, features in enumerate(self._of):
            for feature in features:
                holders.setdefault(feature, []).append(place)
        self._holders = {each: np.array(places) for each, places in holders.items()}
        self._needs: dict[int, dict[int, list[Matched]]] = {}
        for match in matched_needs(known):
            one, two = self._places[match.needing], self._places[match.offering]
            for here, there in ((one, two), (two, one)):
                self._needs.setdefault(here, {}).setdefault(there, []).append(match)

    def shared_with(self, place: int) -> "np.ndarray":
        """Return for each organisation how much it shares with one."""
        scores = np.zeros(len(self._known))
        for feature in self._of[place]:
            scores[self._holders[feature]] += self._weight(feature)
        for other, matches in self._needs.get(place, {}).items():
            scores[other] += math.log(1 + len(self._known)) * len({m.needing for m in matches})
        return np.round(scores, 9)  # so that equal sums are equal in whatever order they were added

    def enough(self, one: int, two: int, least_topics: int) -> bool:
        """Say whether two share enough topics, or anything else."""
        shared = self._of[one] & self._of[two]
        other = any(common is not Common.TOPIC for common, _value in shared)
        met = two in self._needs.get(one, {})
        return other or met or len(self._finest(one, two)) >= least_topics

    def reasons(self, one_id: str, two_id: str) -> tuple[Reason, ...]:
        """Return what two have in common: the rarest first, needs that are met before all."""
        one, two = self._places[one_id], self._places[two_id]
        needs = [
            Reason(Common.NEED, each.need, each.offer, each.needing)
            for each in self._needs.get(one, {}).get(two, ())
        ]
        shared = {each for each in self._of[one] & self._of[two] if each[0] is not Common.TOPIC}
        shared |= {(Common.TOPIC, topic) for topic in self._finest(one, two)}
        ordered = sorted(shared, key=lambda each: (-self._whole_weight(each), each))
        written = {feature: self._as_written(one, feature) for feature in ordered}
        return (*needs, *(Reason(each[0], written[each]) for each in ordered))

    def _features(self, place: int) -> set[tuple[Common, str]]:
        each = self._known[place]
        found = {(Common.TOPIC, topic) for topic in self._wider[place] if topic in self._topics}
        found |= {(Common.TARGET_GROUP, fold(group)) for group in each.target_groups}
        found.add((Common.AREA, fold(each.district)))
        return {feature for feature in found if feature[1]}

    def _finest(self, one: int, two: int) -> set[str]:
        """Return the common topics below which they have no common one."""
        shared = self._wider[one] & self._wider[two] & self._topics.keys()
        return shared - {self._topics[topic].parent_id for topic in shared}

    def _weight(self, feature: tuple[Common, str]) -> float:
        """Return what a feature adds: of a topic, what it tells beyond the wider one."""
        whole = self._whole_weight(feature)
        if feature[0] is not Common.TOPIC:
            return whole
        parent = (Common.TOPIC, self._topics[feature[1]].parent_id)
        return whole - (self._whole_weight(parent) if parent in self._holders else 0)

    def _whole_weight(self, feature: tuple[Common, str]) -> float:
        return math.log(1 + len(self._known) / len(self._holders[feature]))

    def _as_written(self, place: int, feature: tuple[Common, str]) -> str:
        """Return a folded value as the organisation writes it."""
        common, value = feature
        if common is Common.TOPIC:
            return value
        each = self._known[place]
        written: Iterable[str] = (
            each.target_groups if common is not Common.AREA else (each.district,)
        )
        return next(text for text in written if fold(text) == value)


def _root(everyone: Mapping[str, object], node: str, link: str) -> str:
    """Follow a link upwards as far as it leads; a circle ends at its least member."""
    way = [node]
    while (above := getattr(everyone.get(way[-1]), link, None)) in everyone:
        if above in way:
            return min(way[way.index(above) :])
        way.append(str(above))
    return way[-1]
