"""A concept, its dated versions, and the sections that outlive them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from concept_review.block import Block
from concept_review.decision import Competence
from concept_review.inline import plain
from concept_review.numbering import numbered


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A strategy document under review; `notice` stands above its text."""

    id: str
    title: str
    short_title: str = ""
    notice: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A dated state of the whole document, numbered from 1; published since a day, or not yet."""

    id: str
    concept_id: str
    number: int
    label: str
    created_at: datetime
    published_on: date | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A reviewable part of the text as it stands in one version.

    `id` survives versions; `version_id` names this wording of it; `number` counts its
    wordings from 1; `label` is the computed number of the heading; `position` orders the
    sections of a concept; levels begin at 1. From `retired_on` on it is no longer in force.
    `competence` says who decides on its text.
    """

    id: str
    concept_id: str
    version_id: str
    number: int
    title: str
    level: int
    position: int
    parent_id: str | None
    blocks: tuple[Block, ...]
    fingerprint: str
    interval_months: int
    decision_id: str | None = None
    label: str = ""
    retired_on: date | None = None
    competence: Competence = Competence.COUNCIL
    revision: int = 0

    @property
    def reviewable(self) -> bool:
        """Whether there is any text to review below the heading."""
        return any(block.reviewable for block in self.blocks)

    @property
    def heading(self) -> str:
        """Return the title's words with its number in front, unless it bears one itself."""
        return numbered(self.label, plain(self.title))

    @property
    def characters(self) -> int:
        """Return how long the text is, for shares weighted by text."""
        return sum(len(block.text) for block in self.blocks)


def path_of(section: Section, sections: Sequence[Section]) -> tuple[str, ...]:
    """Return the titles from the top down to the section, itself last."""
    by_id = {each.id: each for each in sections}
    titles, here = [section.title], section
    while here.parent_id in by_id:
        here = by_id[here.parent_id]
        titles.append(here.title)
    return tuple(reversed(titles))
