"""The sections of a concept as a tree in which some go, some move and some come."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from concept_review.numbering import parent_places
from concept_review.proposal import Placement
from concept_review.section import Section

Place = tuple[str, Placement]
"""Beside which section, and on which side of it."""


class Tree:
    """Which section stands below which, by ids; None is above all."""

    def __init__(self, sections: Sequence[Section]) -> None:
        """Take the order and the levels of the sections as they are."""
        self.parents: dict[str, str | None] = {}
        self._below: dict[str | None, list[str]] = defaultdict(list)
        self._levels = {each.id: each.level for each in sections}
        places = parent_places([each.level for each in sections])
        for each, place in zip(sections, places, strict=True):
            parent = None if place is None else sections[place].id
            self.parents[each.id] = parent
            self._below[parent].append(each.id)

    def with_all_below(self, section_id: str | None) -> Iterator[str]:
        """Yield a section and all below it in document order; None yields all there are."""
        waiting = [section_id]
        while waiting:
            here = waiting.pop()
            if here is not None:
                yield here
            waiting += reversed(self._below.get(here, []))

    def nearest(self, section_id: str, wanted: Collection[str]) -> str | None:
        """Return the first of some sections on the way up from a section, itself included."""
        here: str | None = section_id
        while here is not None and here not in wanted:
            here = self.parents[here]
        return here

    def remove(self, section_id: str) -> None:
        """Take a section away with all below it; what is no longer there is gone already."""
        siblings = self._below[self.parents[section_id]]
        if section_id in siblings:
            siblings.remove(section_id)

    def put(self, placed: Mapping[str, Place]) -> None:
        """Set sections beside others, those that are there already with all below them.

        No two may come to the same place, and none to a place below itself (`circles`). The order
        of `placed` changes nothing.
        """
        order = list(self._anchors_first(placed))
        for each in order:
            if each in self.parents:
                self.remove(each)
        for each in order:
            self._put(each, *placed[each])

    def _anchors_first(self, placed: Mapping[str, Place]) -> Iterator[str]:
        """Yield the sections so that those in which an anchor stands come before what it draws."""
        done: set[str] = set()
        for start in placed:
            path: list[str] = []
            here: str | None = start
            while here is not None and here not in done:
                done.add(here)
                path.append(here)
                here = self.nearest(placed[here][0], placed)
            yield from reversed(path)

    def _put(self, section_id: str, anchor_id: str, placement: Placement) -> None:
        below = placement is Placement.BELOW
        parent = anchor_id if below else self.parents[anchor_id]
        siblings = self._below[parent]
        siblings.insert(0 if below else siblings.index(anchor_id) + 1, section_id)
        self.parents[section_id] = parent
        level = self._levels[anchor_id] + below
        shift = level - self._levels.setdefault(section_id, level)
        for each in self.with_all_below(section_id):
            self._levels[each] += shift

    def level(self, section_id: str) -> int:
        """Return how deep a section stands, from 1."""
        return self._levels[section_id]


def circles(placed: Mapping[str, Place], tree: Tree) -> list[list[str]]:
    """Return the groups of sections of which each would come to stand by or below the next."""
    found: list[list[str]] = []
    done: set[str] = set()
    for start in placed:
        path: list[str] = []
        here: str | None = start
        while here is not None and here not in done:
            done.add(here)
            path.append(here)
            here = tree.nearest(placed[here][0], placed)
        if here in path:
            found.append(path[path.index(here) :])
    return found
