"""Topics by their term; those that a file brings along are added."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from network.exchange.foreign import ForeignTopic
from network.exchange.own_ids import OwnIds
from network.naming import fold
from network.organization import Topic


class KnownTopics:
    """The topics that are there, and those that are new."""

    def __init__(self, topics: Iterable[Topic], new_id: Callable[[], str]) -> None:
        """Index what is there."""
        there = tuple(topics)
        self._own = OwnIds((topic.id for topic in there), new_id)
        self._ids = {_key(topic.term): topic.id for topic in there}
        self._new: dict[str, Topic] = {}

    @property
    def new(self) -> tuple[Topic, ...]:
        """Return the topics to add, wider ones before those below them."""
        ordered: dict[str, Topic] = {}
        for topic in self._new.values():
            for each in reversed(self._upwards(topic)):
                ordered.setdefault(each.id, each)
        return tuple(ordered.values())

    def id_of(self, term: str, identifier: str = "") -> str:
        """Return the id of a topic, which is made where there is none of that term."""
        key = _key(term)
        if key not in self._ids:
            topic = Topic(id=self._own.id_for(identifier), term=term)
            self._new[topic.id] = topic
            self._ids[key] = topic.id
        return self._ids[key]

    def take(self, topics: Iterable[ForeignTopic]) -> None:
        """Make the topics that a file lists; those that are there stay where they are."""
        listed = tuple(topics)
        for each in listed:
            self.id_of(each.term, each.id)
        for each in listed:
            topic = self._new.get(self.id_of(each.term))
            if topic is None or not each.parent or topic.parent_id is not None:
                continue
            wider = self.id_of(each.parent)
            above = self._new.get(wider)
            if wider == topic.id or (above and topic in self._upwards(above)):
                continue  # it would be above itself
            self._new[topic.id] = replace(topic, parent_id=wider)

    def _upwards(self, topic: Topic) -> list[Topic]:
        """Return a new topic and the new ones above it."""
        found = [topic]
        while above := self._new.get(found[-1].parent_id or ""):
            found.append(above)
        return found


def _key(term: str) -> str:
    return fold(term) or term
