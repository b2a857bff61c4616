"""Topics by their term; those that a file brings along are added."""

from collections.abc import Callable, Iterable

from network.naming import fold
from network.organization import Topic


class KnownTopics:
    """The topics that are there, and those that are new."""

    def __init__(self, topics: Iterable[Topic], new_id: Callable[[], str]) -> None:
        """Index what is there."""
        self.new: list[Topic] = []
        self._new_id = new_id
        self._ids = {_key(topic.term): topic.id for topic in topics}

    def id_of(self, term: str) -> str:
        """Return the id of a topic, which is made where there is none of that term."""
        key = _key(term)
        if key not in self._ids:
            topic = Topic(id=self._new_id(), term=term)
            self.new.append(topic)
            self._ids[key] = topic.id
        return self._ids[key]


def _key(term: str) -> str:
    return fold(term) or term
