"""The sections of a concept as the reading page shows them, one inside the other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from concept_review.currency import Currency
from concept_review.section import Section
from data.standings import SectionStanding
from views.reading_blocks import Node, Note, tree_of
from views.standing_words import currency_word, look, reason

_SYMBOLS: Final[Mapping[Currency, str]] = {
    Currency.RETIRED: "✕",
    Currency.UNDER_REVIEW: "…",
    Currency.NEVER: "?",
    Currency.STALE_TEXT: "≠",
    Currency.SUSPECT_LINK: "↯",
    Currency.OVERDUE: "!",
    Currency.DUE_SOON: "→",
    Currency.ACTION_NEEDED: "▲",
    Currency.CURRENT: "✓",
}


@dataclass(frozen=True, slots=True)
class Status:
    """A Prüfstand as symbol and word, with its reason and the colour that repeats it."""

    symbol: str
    word: str
    reason: str
    color: str


@dataclass(slots=True)
class Part:
    """A section with its heading's depth from 2 on, its text, and the sections below it."""

    section: Section
    depth: int
    status: Status | None
    nodes: list[Node]
    notes: list[Note]
    children: list["Part"] = field(default_factory=list)

    @property
    def heading_level(self) -> int:
        """Return the level that HTML can say, at most 6."""
        return min(self.depth, 6)


def parts_of(standings: Sequence[SectionStanding]) -> tuple[list[Part], list[Part]]:
    """Return all parts in the order of the document, and those at its top.

    A heading is one level below the section above it, so that no level is left out.
    """
    return _parts((each.section, _status(each)) for each in standings)


def parts_of_text(sections: Iterable[Section]) -> tuple[list[Part], list[Part]]:
    """Return the parts of a text of which nobody asks today whether it still holds."""
    return _parts((each, None) for each in sections)


def _parts(sections: Iterable[tuple[Section, Status | None]]) -> tuple[list[Part], list[Part]]:
    known: dict[str, Part] = {}
    top: list[Part] = []
    for section, status in sections:
        above = known.get(section.parent_id or "")
        nodes, notes = tree_of(section.id, section.blocks)
        part = Part(section, above.depth + 1 if above else 2, status, nodes, notes)
        known[section.id] = part
        (above.children if above else top).append(part)
    return list(known.values()), top


def _status(each: SectionStanding) -> Status | None:
    currency = each.standing.currency
    if currency is Currency.NOT_REVIEWABLE:
        return None
    color, _icon = look(currency)
    return Status(_SYMBOLS[currency], currency_word(currency), reason(each), color)
