"""A file as read, before a person has looked at it: pieces in order, and what did not fit.

Every reader of a file format ends in a `Draft`; `assemble` makes an `Outline` of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from concept_review.block import Block


class Format(StrEnum):
    """Which kind of file was read; found from its content, not from its name."""

    MARKDOWN = "markdown"
    DOCX = "docx"
    ODT = "odt"
    HTML = "html"
    PDF = "pdf"


class Loss(StrEnum):
    """What a section of blocks cannot hold as the file held it."""

    IMAGES = "images"
    """Pictures, drawings and charts are left out; a caption stays as text."""
    FOOTNOTES = "footnotes"
    """Kept as text at the end of their section, no longer at the foot of a page."""
    TEXT_BOXES = "text_boxes"
    """Left out; `excerpt` holds their text."""
    MERGED_CELLS = "merged_cells"
    """The text stands in the first of the cells that were one."""
    COMMENTS = "comments"
    """Remarks at the margin are left out; `excerpt` holds them."""
    FORMULAS = "formulas"
    EMBEDDED_OBJECTS = "embedded_objects"
    """Tables, slides and other files inside the file are left out."""
    NESTED_TABLES = "nested_tables"
    """The text of a table inside a cell stands in that cell."""
    HEADERS_AND_FOOTERS = "headers_and_footers"
    """What is repeated on every page is left out."""
    TRACKED_HEADINGS = "tracked_headings"
    """Tracked changes that add or remove a heading cannot be taken over as proposals."""


@dataclass(frozen=True, slots=True)
class Lost:
    """One thing that did not fit; `excerpt` is its text, or "" where it has none."""

    kind: Loss
    excerpt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A heading or a block of a file.

    `level` counts from 1 for headings and is 0 for text; a heading's `block` is a paragraph
    with the title on one line. `suspected` marks text that looks like a heading without being
    one (all bold and short) with the level it would have. `lost` is what stood here and did not
    fit.
    """

    block: Block
    level: int = 0
    suspected: int = 0
    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedChange:
    """One author's tracked changes in one passage.

    The pieces `start` to `end` (exclusive) of the text without any tracked change say `blocks`
    instead. `day` is the day of the change as the file has it (ISO), or "".
    """

    author: str
    day: str
    start: int
    end: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """The version of a concept from which a file was made, as one of our own papers says.

    `label` names the version ("Fassung 3"), `day` is its date (ISO). A file from outside may
    say anything here.
    """

    concept_id: str
    label: str
    day: str

    def properties(self) -> Mapping[str, str]:
        """Return what stands in the properties of the file, by name."""
        values = (self.concept_id, self.label, self.day)
        return dict(zip(_ORIGIN_NAMES, values, strict=True))


_ORIGIN_NAMES = ("Bindeglied concept", "Bindeglied version", "Bindeglied day")


def origin_in(properties: Mapping[str, str]) -> Origin | None:
    """Return what `Origin.properties` wrote, or None where there is nothing of it."""
    values = [properties.get(name, "") for name in _ORIGIN_NAMES]
    return Origin(*values) if values[0] else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reader found in a file.

    Without tracked changes `pieces` is the text and the rest is empty. With them, `pieces` is
    the text as if all were rejected, `accepted` as if all were accepted, and `changes` says
    what each author wants in each passage. `origin` is the version that the file names as its own.
    """

    format: Format
    title: str
    pieces: tuple[Piece, ...]
    accepted: tuple[Piece, ...] = ()
    changes: tuple[TrackedChange, ...] = ()
    origin: Origin | None = None

    @property
    def tracked(self) -> bool:
        """Whether a person has to say what becomes of tracked changes."""
        return bool(self.accepted or self.changes)


def counted(pieces: Sequence[Piece]) -> Mapping[Loss, int]:
    """Return how much of each kind did not fit, in the order of `Loss`, zeros included."""
    found = [lost.kind for piece in pieces for lost in piece.lost]
    return {kind: found.count(kind) for kind in Loss}
