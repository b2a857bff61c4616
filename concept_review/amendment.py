"""A change of one section as data: the plain core of a proposal, ready to be composed."""

from dataclasses import dataclass
from enum import StrEnum

from concept_review.merge import Conflict
from concept_review.proposal import Placement, ProposalKind
from concept_review.rebase import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What shall become of a section; `base` is the wording on which that was proposed.

    `INSERT`: the section is the anchor, `offered` the new one, the base empty. `MOVE`: the
    wording stays. A whole section goes by `DELETE` with an empty wording.
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
        """Whether the whole section shall go, with all below it."""
        return self.kind is ProposalKind.DELETE and not self.offered.title.strip()

    @property
    def rewords(self) -> bool:
        """Whether the words of the section itself shall change."""
        return not self.drops and self.kind not in (ProposalKind.INSERT, ProposalKind.MOVE)

    @property
    def anchor(self) -> str:
        """Return the section beside which something shall stand, or the section itself."""
        return self.anchor_id or self.section_id


class ClashKind(StrEnum):
    """Why amendments cannot stand together."""

    WORDING = "wording"
    """They want other words at the same place."""
    DROPPED = "dropped"
    """One drops a section that another one changes, moves, or names as its place."""
    PLACE = "place"
    """They want the same section at two places, or several sections at the same place."""
    BASE = "base"
    """It contradicts what the text says by now."""
    GONE = "gone"
    """Its section or its place is no longer part of the text."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Amendments that cannot stand together, or one that cannot stand on the present text.

    `authors` of a conflict are places in `amendment_ids`; with `BASE`, 0 is the present text and
    1 the amendment.
    """

    section_id: str
    amendment_ids: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    kind: ClashKind
