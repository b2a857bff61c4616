"""What a Beschlussvorlage is made of: two states of a concept, and who wants the change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from concept_review.merge import Conflict
from concept_review.proposal import Placement, ProposalKind
from concept_review.rebase import Wording
from concept_review.section import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A concept as it stood in a version or on a day, or as it would stand after a decision.

    `title` is the concept's, `label` names the state ("Fassung 3"), `day` is its date; `sections`
    stand in document order, each with its text, number, place and level in this state.
    """

    title: str
    label: str
    day: date
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """One proposal as the papers name it.

    `section_id` is the section that changes; for `INSERT` it is the anchor, and the new section
    bears the contribution's own `id`. `MOVE` offers the wording that it found; an empty `offered`
    with `DELETE` drops the whole section. `recommendation` is the administration's, in words, or
    "". `day` is the day on which it was proposed.
    """

    id: str
    section_id: str
    headline: str
    author: str
    rationale: str
    recommendation: str
    day: date
    kind: ProposalKind
    base: Wording
    offered: Wording
    anchor_id: str | None = None
    placement: Placement | None = None


class OpenConflict(Protocol):
    """What could not be taken in before a person decides, as composing the concept reports it.

    `amendment_ids` are ids of contributions; `conflicts` are the passages with their rival
    wordings, none where places contradict each other and not words.
    """

    @property
    def section_id(self) -> str:
        """The section where they meet."""

    @property
    def amendment_ids(self) -> tuple[str, ...]:
        """The rivals."""

    @property
    def conflicts(self) -> Sequence[Conflict]:
        """The passages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """All that a Beschlussvorlage needs, as plain values.

    `dropped` are the sections of `old` that are gone in `new`; `clashes` what was not taken in.
    `title` names the paper; `motion` is the Beschlussvorschlag, `rationale` the Begründung,
    `reference` the Drucksache: each as a person wrote it, or "". `made_on` is the day on which
    the papers are made; without it they bear the day of the new edition.
    """

    concept_id: str
    old: Edition
    new: Edition
    contributions: tuple[Contribution, ...] = ()
    dropped: tuple[Section, ...] = ()
    clashes: tuple[OpenConflict, ...] = ()
    title: str = ""
    motion: str = ""
    rationale: str = ""
    reference: str = ""
    made_on: date | None = None
