"""Whom an organisation deals with, itself or through its posts, and who could introduce two."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from network.graph import Confirmation, Graph, Tie, TieKind, records, ties
from network.naming import fold
from network.organization import Classification, Organization, Post
from network.picture import name_of

ROUNDS: Final = frozenset(
    {
        Classification.WORKING_GROUP,
        Classification.ALLIANCE,
        Classification.BODY,
        Classification.COUNCIL,
        Classification.ADVISORY_BOARD,
    }
)
"""Kinds of organisations in which others meet."""

STRUCTURE: Final = frozenset({TieKind.PART_OF, TieKind.POST_OF, TieKind.SUCCESSOR_OF})
"""Kinds of ties that say how an organisation is built, not with whom it works."""

_WORD: Final[Mapping[Confirmation, int]] = {
    Confirmation.CONFIRMED: 3,
    Confirmation.DOCUMENTED: 2,
    Confirmation.STATED: 1,
    Confirmation.DISPUTED: 0,
}


@dataclass(frozen=True, slots=True)
class Contact:
    """Who could introduce two organisations: `steps` is the length of the way through it.

    With 2 steps it is tied to both; with more it stands in the middle of a shortest way.
    """

    node: str
    steps: int


class Contacts:
    """The ties of a graph seen from organisations: a tie of a post is one of its organisation."""

    def __init__(self, graph: Graph) -> None:
        """Gather who is tied to whom, in whatever direction."""
        self.records = records(graph)
        self._ties: dict[str, dict[str, list[Tie]]] = {node: {} for node in self.records}
        for tie in ties(graph):
            if tie.subject_id != tie.object_id:
                self._ties[tie.subject_id].setdefault(tie.object_id, []).append(tie)
                self._ties[tie.object_id].setdefault(tie.subject_id, []).append(tie)
        self._posts: dict[str, list[str]] = {}
        for node, record in self.records.items():
            if isinstance(record, Post):
                self._posts.setdefault(record.organization_id, []).append(node)

    def of(self, organization_id: str) -> dict[str, list[Tie]]:
        """Return the neighbours of an organisation and of its posts, with the ties to them."""
        own = (organization_id, *self._posts.get(organization_id, ()))
        found: dict[str, list[Tie]] = {}
        for node in own:
            for other, between in self._ties[node].items():
                if other not in own:
                    found.setdefault(other, []).extend(between)
        return found

    def known(self, organization_id: str) -> set[str]:
        """Return the organisations tied to one, itself or a post of it, to them or their posts."""
        found = set()
        for node in self.of(organization_id):
            record = self.records[node]
            found.add(record.organization_id if isinstance(record, Post) else node)
        return found - {organization_id}

    def rounds(self, organization_id: str) -> set[str]:
        """Return the groups it meets others in: whatever it takes part in, and rounds it serves."""
        return {
            node
            for node, between in self.of(organization_id).items()
            if any(_takes_part(tie, node) for tie in between)
            or (self._is_round(node) and any(tie.kind not in STRUCTURE for tie in between))
        }

    def best(self, first: str, second: str) -> Contact | None:
        """Return who could best introduce two organisations, or None where no way leads across.

        Among those tied to both: whose weaker tie is on the firmest word (confirmed by both sides
        before documented before stated by one), then the strongest, then the name. Disputed ties
        lead nowhere. Where nobody is tied to both, it is the middle of a shortest way.
        """
        ours, theirs = _firm(self.of(first)), _firm(self.of(second))
        both = [node for node in ours if node in theirs and node not in (first, second)]
        if both:
            return Contact(min(both, key=lambda node: self._rank(node, ours, theirs)), 2)
        way = self._way(first, second)
        return Contact(way[len(way) // 2], len(way) - 1) if len(way) > 2 else None

    def _rank(
        self, node: str, ours: dict[str, list[Tie]], theirs: dict[str, list[Tie]]
    ) -> tuple[int, float, str, str]:
        word = min(max(_WORD[tie.confirmation] for tie in each[node]) for each in (ours, theirs))
        strength = sum(max(tie.strength or 0 for tie in each[node]) for each in (ours, theirs))
        return -word, -strength, fold(name_of(self.records[node])), node

    def _way(self, first: str, second: str) -> list[str]:
        """Return a shortest way between two organisations, posts counted as stops; [] if none."""
        ends = {second, *self._posts.get(second, ())}
        before: dict[str, str] = {}
        waiting = deque([first])
        while waiting:
            here = waiting.popleft()
            for node in _firm(self.of(here)) if here == first else _firm(self._ties[here]):
                if node not in before and node != first:
                    before[node] = here
                    waiting.append(node)
                if node in ends:
                    return _walked_back(before, first, node, second)
        return []

    def _is_round(self, node: str) -> bool:
        record = self.records[node]
        return isinstance(record, Organization) and record.classification in ROUNDS


def _takes_part(tie: Tie, group: str) -> bool:
    return tie.kind == TieKind.MEMBER_OF and tie.object_id == group


def _firm(neighbours: Mapping[str, list[Tie]]) -> dict[str, list[Tie]]:
    """Return the neighbours that are tied by more than a disputed word."""
    kept = {
        node: [tie for tie in between if tie.confirmation is not Confirmation.DISPUTED]
        for node, between in neighbours.items()
    }
    return {node: between for node, between in kept.items() if between}


def _walked_back(before: Mapping[str, str], first: str, reached: str, second: str) -> list[str]:
    way = [second]
    here = before[reached]
    while here != first:
        way.append(here)
        here = before[here]
    return [first, *reversed(way)]
