"""What becomes of sections when a new version is taken over: which live on, end, or begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from concept_review.matching import Match, MatchKind

Pair = tuple[int, int]
"""The place of an old section and that of a new one."""


class SuccessionState(StrEnum):
    """Whether it is settled that a new section follows an old one."""

    SURE = "sure"
    OPEN = "open"
    """A person has yet to say whether the two are the same section."""
    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """A section of another id follows an old one: by split, by merger, or perhaps."""

    id: str
    version_id: str
    old_id: str
    new_id: str
    kind: MatchKind
    similarity: float
    state: SuccessionState
    revision: int = 0


@dataclass(slots=True)
class Resolution:
    """Which new sections continue which old ones; all other old ones end."""

    continues: dict[int, int] = field(default_factory=dict)
    """The place of each continuing new section to that of its old one."""
    followed: list[tuple[Match, SuccessionState]] = field(default_factory=list)
    """Pairs in which the new section follows the old one under an id of its own."""

    def ended(self, old: int) -> list[int]:
        """Return the places of the old sections, of so many, that no new one continues."""
        return sorted(set(range(old)) - set(self.continues.values()))


def resolve(matches: Sequence[Match], answers: Mapping[Pair, bool]) -> Resolution:
    """Return what becomes of each section, given what a person said of uncertain pairs.

    Of the parts of a split, and of the sources of a merger, the first one named lives on.
    A pair that nobody has answered stays open: the new section begins, the old one ends, and
    both are kept together until somebody says.
    """
    found = Resolution()
    for match in matches:
        if match.old is None or match.new is None:
            continue
        pair = (match.old, match.new)
        wanted = match.kind is not MatchKind.UNCERTAIN or answers.get(pair, False)
        free = match.new not in found.continues and match.old not in found.continues.values()
        if wanted and free:
            found.continues[match.new] = match.old
        elif match.kind is MatchKind.UNCERTAIN:
            state = SuccessionState.DIFFERENT if pair in answers else SuccessionState.OPEN
            found.followed.append((match, state))
        else:
            found.followed.append((match, SuccessionState.SURE))
    return found
