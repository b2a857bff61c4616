"""What organisations have in common, and how much that tells."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from network.facets import with_wider
from network.graph import Graph
from network.matching_needs import Key, fits, meeting, need_key, offer_keys
from network.naming import fold
from network.organization import Organization


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


class CommonGround:
    """What each organisation has, and where else that is found: an inverted index."""

    def __init__(self, graph: Graph, known: list[Organization]) -> None:
        """Note for every topic, target group, district, need and offer who has it."""
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
        self._needing = _owners({need_key(need) for need in each.needs} for each in known)
        self._offering = _owners(
            {key for offer in each.offers for key in offer_keys(offer)} for each in known
        )
        self._meeting = meeting(self._needing, self._offering)
        self._met_by: dict[Key, list[Key]] = {}
        for need, offers in self._meeting.items():
            for offer in offers:
                self._met_by.setdefault(offer, []).append(need)

    def shared_with(self, place: int) -> "np.ndarray":
        """Return for each organisation how much it shares with one."""
        scores = np.zeros(len(self._known))
        for feature in sorted(self._of[place]):
            scores[self._holders[feature]] += self._weight(feature)
        for met in self._meets(place):
            scores[met] += math.log(1 + len(self._known))
        return np.round(scores, 9)  # so that sums of the same are equal

    def _meets(self, place: int) -> Iterator["np.ndarray"]:
        """Return who offers what one needs, and who needs what one offers."""
        each = self._known[place]
        given = {key for offer in each.offers for key in offer_keys(offer)}
        offered = [o for need in each.needs for o in self._meeting.get(need_key(need), ())]
        needed = [n for key in given for n in self._met_by.get(key, ())]
        for keys, owners in ((offered, self._offering), (needed, self._needing)):
            if keys:
                met = np.zeros(len(self._known), bool)
                for key in set(keys):
                    met[owners[key]] = True
                yield met

    def enough(self, one: int, two: int, least_topics: int) -> bool:
        """Say whether two share enough topics, or anything else."""
        shared = self._of[one] & self._of[two]
        other = any(common is not Common.TOPIC for common, _value in shared)
        met = any(self._met(one, two)) or any(self._met(two, one))
        return other or met or len(self._finest(one, two)) >= least_topics

    def reasons(self, one_id: str, two_id: str) -> tuple[Reason, ...]:
        """Return what two have in common: the rarest first, needs that are met before all."""
        one, two = self._places[one_id], self._places[two_id]
        needs = (*self._met(one, two), *self._met(two, one))
        shared = {each for each in self._of[one] & self._of[two] if each[0] is not Common.TOPIC}
        shared |= {(Common.TOPIC, topic) for topic in self._finest(one, two)}
        ordered = sorted(shared, key=lambda each: (-self._whole_weight(each), each))
        written = {feature: self._as_written(one, feature) for feature in ordered}
        return (*needs, *(Reason(each[0], written[each]) for each in ordered))

    def _met(self, needing: int, offering: int) -> Iterator[Reason]:
        """Return which needs of the one the other can meet, each with one offer."""
        each, offers = self._known[needing], self._known[offering].offers
        for need in each.needs:
            fitting = next((offer for offer in offers if fits(need, offer)), None)
            if fitting is not None:
                yield Reason(Common.NEED, need, fitting, each.id)

    def _features(self, place: int) -> set[tuple[Common, str]]:
        each = self._known[place]
        found = {(Common.TOPIC, topic) for topic in self._wider[place] if topic in self._topics}
        found |= {(Common.TARGET_GROUP, fold(group)) for group in each.target_groups}
        found.add((Common.AREA, fold(each.district)))
        return {feature for feature in found if feature[1]}

    def _finest(self, one: int, two: int) -> set[str]:
        """Return the common topics below which they have no common one."""
        shared: set[str] = self._wider[one] & self._wider[two] & set(self._topics)
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


def _owners(keys: Iterable[Iterable[Key]]) -> dict[Key, "np.ndarray"]:
    """Return at which places each key stands."""
    found: dict[Key, list[int]] = {}
    for place, own in enumerate(keys):
        for key in own:
            found.setdefault(key, []).append(place)
    return {key: np.array(places) for key, places in found.items()}
