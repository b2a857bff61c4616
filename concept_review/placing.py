"""Where sections stand when some move, some are new and some go: the tree and its order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from concept_review.amendment import Amendment
from concept_review.proposal import Placement
from concept_review.section import Section


@dataclass(frozen=True, slots=True)
class Place:
    """A section's id with the one above it and its level, in the order of the document."""

    id: str
    parent_id: str | None
    level: int


@dataclass(slots=True)
class Tree:
    """The sections with what is put behind or right below them."""

    children: Mapping[str | None, Sequence[str]]
    behind: dict[str, str] = field(default_factory=dict)
    below: dict[str, str] = field(default_factory=dict)
    away: set[str] = field(default_factory=set)
    """Sections that no longer stand where they stood: they move, or go with all below them."""

    def put(self, identifier: str, wanted: Amendment) -> None:
        """Put a new or a moving section beside its anchor."""
        beside = self.below if wanted.placement is Placement.BELOW else self.behind
        beside[wanted.anchor] = identifier
        self.away.add(identifier)

    def order(self) -> list[Place]:
        """Return all that can be reached from the top, in the order of the document."""
        return list(self._below(None, 1))

    def subtree(self, identifier: str) -> Iterator[str]:
        """Yield a section and all that stand below it, as they stood at first."""
        yield identifier
        for child in self.children.get(identifier, ()):
            yield from self.subtree(child)

    def _below(self, parent: str | None, level: int) -> Iterator[Place]:
        first = self.below.get(parent) if parent else None
        if first:
            yield from self._row(first, parent, level)
        for child in self.children.get(parent, ()):
            if child not in self.away:
                yield from self._row(child, parent, level)

    def _row(self, first: str, parent: str | None, level: int) -> Iterator[Place]:
        here: str | None = first
        while here:
            yield Place(here, parent, level)
            yield from self._below(here, level + 1)
            here = self.behind.get(here)


def tree_of(sections: Sequence[Section]) -> Tree:
    """Return the tree that the sections form as they stand."""
    known = {each.id for each in sections}
    children: dict[str | None, list[str]] = {}
    for each in sections:
        parent = each.parent_id if each.parent_id in known else None
        children.setdefault(parent, []).append(each.id)
    return Tree(children)
