"""The tracked changes that an OpenDocument text tells of, each with its author and day."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from concept_review.files.odt_names import DC, OFFICE, TEXT, XML

CHANGE = TEXT + "change"
START = TEXT + "change-start"
END = TEXT + "change-end"
MARKS = (CHANGE, START, END)


@dataclass(frozen=True, slots=True)
class Hand:
    """Who changed something, and on which day."""

    author: str
    day: str


@dataclass(frozen=True, slots=True)
class Region:
    """A passage that was inserted or deleted, or inserted by one and deleted by another."""

    inserted: Hand | None
    deleted: Hand | None
    blocks: tuple[_Element, ...]
    """What was deleted, as blocks of which the first and the last join those around."""

    @property
    def hands(self) -> tuple[Hand, ...]:
        """Who had a part in it."""
        return tuple(hand for hand in (self.inserted, self.deleted) if hand)


def regions(text: _Element) -> dict[str, Region]:
    """Return the tracked changes of a text by the names that its marks use."""
    return {
        name: region
        for element in text.iter(TEXT + "changed-region")
        for region in [_region(element)]
        if region.hands
        for name in _names(element)
    }


def mark_name(mark: _Element) -> str:
    """Return the name of the change that a mark belongs to."""
    return mark.get(TEXT + "change-id", "")


def _names(element: _Element) -> Iterator[str]:
    yield from filter(None, {element.get(XML + "id"), element.get(TEXT + "id")})


def _region(element: _Element) -> Region:
    deletion = element.find(TEXT + "deletion")
    blocks = (
        []
        if deletion is None
        else [each for each in deletion if each.tag != OFFICE + "change-info"]
    )
    return Region(
        inserted=_hand(element.find(TEXT + "insertion")),
        deleted=_hand(deletion),
        blocks=tuple(blocks),
    )


def _hand(element: _Element | None) -> Hand | None:
    if element is None:
        return None
    info = element.find(OFFICE + "change-info")
    said = {} if info is None else {each.tag: each.text or "" for each in info}
    return Hand(said.get(DC + "creator", "").strip(), said.get(DC + "date", "")[:10])
