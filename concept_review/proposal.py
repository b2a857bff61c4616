"""What a section should say instead, or where it should stand; and whether that can be said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from concept_review.block import Block
from concept_review.decision import DecisionResult
from concept_review.fingerprint import fingerprint
from concept_review.proposal_steps import ProposalState
from concept_review.rebase import Wording

HEADLINE_LIMIT = 200
RATIONALE_LIMIT = 5_000
TITLE_LIMIT = 500


class ProposalKind(StrEnum):
    """What shall be done with the text; councils amend by these five (domain.md 0)."""

    SUPPLEMENT = "supplement"
    """Ergänzen: something comes to a section that is there."""
    REPLACE = "replace"
    """Ersetzen: other words instead of those that are there."""
    DELETE = "delete"
    """Streichen: a passage, or with no title and no blocks the whole section."""
    INSERT = "insert"
    """Neu einfügen: a section that is not there yet."""
    MOVE = "move"
    """Verschieben: a section with all below it to another place."""


class Placement(StrEnum):
    """Where a section comes to stand, seen from another one, its anchor."""

    AFTER = "after"
    """Behind the anchor and all below it, at the anchor's level."""
    BELOW = "below"
    """As the first one right below the anchor, one level deeper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A change of one section, based on one wording of it, as it stands in its last revision.

    For `INSERT`, `section_id` is the anchor and title and blocks are the new section's. For
    `MOVE`, `section_id` is what moves, `anchor_id` where to, and the wording stays. A whole
    section goes by `DELETE` without title and blocks.
    `author_name` says who proposes where that is not the account's own name: an organisation,
    a citizen, the author of a change in a Word file. `number` counts revisions from 1.
    `editorial` says that only the form changes, not the sense. `alternative` marks one that was
    tabled as one of several of which only one can be decided.
    """

    id: str
    section_id: str
    kind: ProposalKind = ProposalKind.REPLACE
    headline: str
    rationale: str
    state: ProposalState
    author_id: str
    author_name: str = ""
    organization_id: str | None = None
    created_at: datetime
    base_fingerprint: str
    base_version_id: str
    title: str
    blocks: tuple[Block, ...]
    anchor_id: str | None = None
    placement: Placement | None = None
    editorial: bool = False
    number: int = 1
    recommendation: DecisionResult | None = None
    recommendation_note: str = ""
    result: DecisionResult | None = None
    resubmit_on: date | None = None
    paper_id: str | None = None
    alternative: bool = False
    copied_from: str | None = None
    revision: int

    @property
    def drops_section(self) -> bool:
        """Whether the whole section shall go."""
        return self.kind is ProposalKind.DELETE and not self.title and not self.blocks

    @property
    def rewords(self) -> bool:
        """Whether the words of the section itself shall change."""
        moves = self.kind in (ProposalKind.INSERT, ProposalKind.MOVE)
        return not moves and not self.drops_section


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What somebody proposes: the change with its headline and reasons; see `Proposal`."""

    headline: str
    rationale: str
    wording: Wording
    kind: ProposalKind = ProposalKind.REPLACE
    anchor_id: str | None = None
    placement: Placement | None = None
    editorial: bool = False
    author_name: str = ""
    copied_from: str | None = None

    @property
    def drops_section(self) -> bool:
        """Whether the whole section shall go."""
        return self.kind is ProposalKind.DELETE and not self.wording.title.strip()


class InvalidProposal(ValueError):
    """The proposal cannot be submitted; `errors` maps each field to a code."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        """Remember what is wrong with headline, rationale, title, wording and place.

        Codes: required, too_long, empty, no_change, impossible.
        """
        super().__init__(", ".join(f"{field}: {code}" for field, code in errors.items()))
        self.errors = errors


def check_proposal(offer: Offer, old: Wording) -> None:
    """Raise `InvalidProposal` unless reasons are given and the section would say something else.

    A wording without any word is refused; only `DELETE` without a title drops a section. What
    moves keeps its words. `old` is what the section says, empty for a new section.
    """
    errors = {
        "headline": _text_error(offer.headline, HEADLINE_LIMIT),
        "rationale": _text_error(offer.rationale, RATIONALE_LIMIT),
    }
    if not offer.drops_section and offer.kind is not ProposalKind.MOVE:
        new = offer.wording
        # A title that stays was accepted with the concept, however long it is.
        errors["title"] = _text_error(new.title, max(TITLE_LIMIT, len(old.title)))
        if same_text(old, new):
            errors["wording"] = "no_change"
        elif old.blocks and not new.blocks:
            errors["wording"] = "empty"
    placed = offer.kind in (ProposalKind.INSERT, ProposalKind.MOVE)
    if placed and (
        not offer.placement or (offer.kind is ProposalKind.MOVE and not offer.anchor_id)
    ):
        errors["place"] = "required"
    found = {field: code for field, code in errors.items() if code}
    if found:
        raise InvalidProposal(found)


def same_text(one: Wording, other: Wording) -> bool:
    """Say whether two wordings are the same to the sign; emphasis and links count too."""
    return fingerprint(one.title, one.blocks, "v1") == fingerprint(other.title, other.blocks, "v1")


def _text_error(text: str, limit: int) -> str:
    if not text.strip():
        return "required"
    return "too_long" if len(text) > limit else ""
