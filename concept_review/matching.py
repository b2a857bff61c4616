"""Which section of a new version continues which section of the old one."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from concept_review.part import Part

__all__ = ["Match", "MatchKind", "Part", "match"]


class MatchKind(StrEnum):
    """What became of a section."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MOVED = "moved"
    NEW = "new"
    GONE = "gone"
    SPLIT = "split"
    MERGED = "merged"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Match:
    """An old and a new section by place; similarity is the share of words in common, 0 to 1."""

    old: int | None
    new: int | None
    kind: MatchKind
    similarity: float


def match(old: Sequence[Part], new: Sequence[Part]) -> list[Match]:
    """Return what became of each old section and where each new one comes from.

    Ordered by new place, then what is gone by old place. A divided section has one entry for
    each piece, a merged one for each origin, the most similar first; every other section has
    exactly one. UNCERTAIN names the best guess, which a person has to decide.
    """
    from concept_review.outcome import outcome  # noqa: PLC0415  (scipy takes long to load)

    return outcome(old, new)
