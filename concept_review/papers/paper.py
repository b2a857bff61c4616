"""A paper as a row of headings, lines and tables, before it is written in any format."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from concept_review.inline import Span
from concept_review.papers.synopsis import Row


class LineKind(StrEnum):
    """What a line is on the page."""

    HEADING = "heading"
    TEXT = "text"
    BULLET = "bullet"
    NUMBERED = "numbered"
    QUOTE = "quote"
    CODE = "code"
    NOTE = "note"
    """Small print: a footnote, or a word of ours on what follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph; a line feed in its spans begins a new line inside it.

    `level` is that of a heading, from 1, or how deep a list item lies, from 0. `marker` is what
    stands before an item or a note: a number, the name of a footnote.
    """

    kind: LineKind
    spans: tuple[Span, ...]
    level: int = 0
    marker: str = ""

    @property
    def text(self) -> str:
        """The words of the line, without its marker."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the concept: rows of cells of spans; with `headed` the first row names columns."""

    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    headed: bool

    @property
    def columns(self) -> int:
        """How many cells the longest row has."""
        return max(map(len, self.rows))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The Synopse on pages of its own, with the names and dates of both states for its head.

    `lines` stand above the table.
    """

    lines: tuple[Line, ...]
    old_state: str
    new_state: str
    rows: tuple[Row, ...]


Item = Line | Table | Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole paper: its title, the states and days that it names, and what it says.

    `running` is the short line that stands on every page. `made_on` is an ISO day.
    """

    title: str
    running: str
    details: tuple[tuple[str, str], ...]
    items: tuple[Item, ...]
    made_on: str

    @property
    def lying(self) -> bool:
        """Whether all pages lie on their long side, since there is nothing but the Synopse."""
        return all(isinstance(item, Comparison) for item in self.items)


def heading(text: str, level: int = 1) -> Line:
    """Return a heading in the paper's own words."""
    return Line(kind=LineKind.HEADING, spans=(Span(text),), level=level)


def lines(text: str, kind: LineKind = LineKind.TEXT) -> Sequence[Line]:
    """Return a text that a person wrote, as one paragraph for each line that is not empty."""
    return [Line(kind=kind, spans=(Span(each),)) for each in text.split("\n") if each.strip()]
