"""What shall become of a text, and where several such wishes cannot all be granted."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from concept_review.merge import Conflict
from concept_review.proposal import Placement, ProposalKind
from concept_review.rebase import Wording
from concept_review.section import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A proposed change of one section, with the wording on which it was made.

    For `INSERT`, `section_id` is the anchor, `offered` the new section and `base` empty. `MOVE`
    offers its base; a whole section goes by `DELETE` with an empty `offered`.
    """

    id: str
    kind: ProposalKind
    section_id: str
    base: Wording
    offered: Wording
    anchor_id: str | None = None
    placement: Placement | None = None

    @property
    def drops(self) -> bool:
        """Whether the section shall go, with all below it."""
        empty = not self.offered.title and not self.offered.blocks
        return self.kind is ProposalKind.DELETE and empty

    @property
    def rewords(self) -> bool:
        """Whether the words of the section itself shall change."""
        return not self.drops and not self.places

    @property
    def places(self) -> bool:
        """Whether a section, old or new, shall come to stand somewhere."""
        return self.kind in (ProposalKind.INSERT, ProposalKind.MOVE)

    @property
    def place(self) -> tuple[str, Placement]:
        """Return beside which section it comes to stand, "" if none is named, and on which side."""
        own = self.section_id if self.kind is ProposalKind.INSERT else ""
        return self.anchor_id or own, self.placement or Placement.AFTER


class ClashKind(StrEnum):
    """Why wishes cannot be granted together."""

    WORDING = "wording"
    """They want different words in one passage."""
    DROPPED = "dropped"
    """A section shall go, and be changed, moved, or have another one beside it."""
    PLACE = "place"
    """One section at two places, several at one place, or each below the other."""
    BASE = "base"
    """What the text says by now is neither what it said nor what is offered."""
    GONE = "gone"
    """The section or its anchor is no longer there."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Amendments of which a person has to choose; until then the text stays as it is there.

    `section_id` is where they meet. In each of `conflicts`, `authors` names the rivals' places
    in `amendment_ids`; a conflict of titles comes before those of the text. For `BASE`, the rival
    without an author is the present text, and places count in the text that was amended.
    Amendments of one of `sides` can stand together, those of different ones cannot; only the
    sides of `WORDING` are not told: there each passage has its own.
    """

    section_id: str
    amendment_ids: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    kind: ClashKind
    sides: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """A concept as it would be, what would no longer stand in it, and what is left to a person.

    `sections` stand in document order with their new labels; one that is new bears the id of its
    amendment. `sources` names for each section, dropped ones too, the amendments that changed,
    moved, dropped or made it. Every amendment is in `sources` or in a clash; one of which only
    a part is contested is in both.
    """

    sections: tuple[Section, ...]
    dropped: tuple[Section, ...]
    clashes: tuple[Clash, ...]
    sources: Mapping[str, tuple[str, ...]]
