"""The body of an HTML page, walked through from top to bottom."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from lxml.etree import _Element

from concept_review.block import BlockKind
from concept_review.draft import Loss
from concept_review.files.gathering import Gathering
from concept_review.files.html_lists import HtmlLists, office_item
from concept_review.files.html_look import (
    Letters,
    heading_level,
    is_around_page,
    is_block,
    is_skipped,
    letters_inside,
    name_of,
    style_of,
)
from concept_review.files.html_notes import Notes
from concept_review.files.html_tables import is_layout, read_table
from concept_review.files.runs_text import block_text, cell_text
from concept_review.files.suspects import Look
from concept_review.inline import Span

_SPACES = re.compile(r"[ \t\r\n\f]+")
_LOST = {
    "img": Loss.IMAGES,
    "svg": Loss.IMAGES,
    "canvas": Loss.IMAGES,
    "picture": Loss.IMAGES,
    "math": Loss.FORMULAS,
    "audio": Loss.EMBEDDED_OBJECTS,
    "embed": Loss.EMBEDDED_OBJECTS,
    "iframe": Loss.EMBEDDED_OBJECTS,
    "object": Loss.EMBEDDED_OBJECTS,
    "video": Loss.EMBEDDED_OBJECTS,
}
_SAID = ("alt", "title", "aria-label")
_COMMENTS = re.compile(r"mso-element\s*:\s*comment-list")


class Body:
    """Reads the blocks of a page into a gathering."""

    def __init__(self, gathering: Gathering, notes: Notes, undone: str) -> None:
        """Begin before the first block; `undone` names the changes ("ins", "del") not made."""
        self.around: list[str] = []
        """What an office program wrote at the head and foot of each page."""
        self._gathering = gathering
        self._notes = notes
        self._undone = undone
        self._names: dict[_Element, str] = {}  # of the footnotes met so far
        self._runs: list[Span] = []
        self._joint: str | None = None  # stands between blocks that become one text
        self._lists = HtmlLists()
        self._quotes = 0

    def read(self, root: _Element) -> None:
        """Read all that stands on the page."""
        self._read_inside(root, Letters())
        self._flush()

    def _read_inside(self, parent: _Element, letters: Letters) -> None:
        self._write(parent.text, letters)
        for each in parent:
            self._read(each, letters)
            self._write(each.tail, letters)

    def _read(self, each: _Element, letters: Letters) -> None:
        name = name_of(each)
        if is_skipped(each) or each in self._notes.hidden or name == self._undone:
            return
        if each in self._notes.holders:
            self._runs.append(self._mark(each))
        elif name in _LOST:
            self._lose(each, _LOST[name])
        elif name == "br":
            self._runs.append(Span("\n"))
        elif each in self._notes.back or "mso-list:ignore" in style_of(each).replace(" ", ""):
            return
        elif is_block(each):
            self._read_block(each, name, letters)
        else:
            self._read_inside(each, letters_inside(each, letters))

    def _read_block(self, each: _Element, name: str, letters: Letters) -> None:
        self._flush()
        if is_around_page(each):
            self.around.append(" ".join("".join(each.itertext()).split()))
        elif _COMMENTS.search(style_of(each)):
            self._gathering.lose(Loss.COMMENTS, "".join(each.itertext()))
        elif name == "table" and (self._joint is not None or not is_layout(each)):
            self._read_table(each)
        elif name == "pre" and self._joint is None:
            self._leave_lists()
            self._gathering.code("".join(_lines(each)))
        elif (level := heading_level(each)) and not self._within():
            self._read_inside(each, letters_inside(each, letters))
            self._gathering.heading(level, self._taken())
        else:
            self._read_container(each, name, letters_inside(each, letters))

    def _read_container(self, each: _Element, name: str, letters: Letters) -> None:
        """Read an element that holds blocks, or is one."""
        if self._joint is None and name in ("ul", "ol", "menu", "dir"):
            self._lists.open(each)
            self._read_inside(each, letters)
            self._flush()
            self._gathering.close_items(self._lists.close())
        elif self._joint is None and name == "li":
            self._gathering.open_item(*self._lists.item(each))
            quotes, self._quotes = self._quotes, 0
            self._read_inside(each, letters)
            self._flush()
            self._quotes = quotes
        else:
            self._quotes += name == "blockquote"
            item = office_item(each) if self._joint is None else None
            if item:
                self._gathering.open_item(item[0], self._lists.office_marker(*item))
            self._read_inside(each, letters)
            self._flush(in_item=item is not None)
            self._quotes -= name == "blockquote"

    def _read_table(self, table: _Element) -> None:
        if self._joint is not None:
            self._gathering.lose(Loss.NESTED_TABLES)
            self._read_inside(table, Letters())
            self._flush()
            return
        for each in table.iterchildren("caption"):
            self._read_inside(each, Letters())
            self._flush()
        self._leave_lists()
        read_table(table, self._gathering, self._cell)

    def _cell(self, cell: _Element) -> str:
        # The letters of a head are bold anyway.
        return cell_text(self._apart(cell, " "))

    def _mark(self, link: _Element) -> Span:
        holder = self._notes.holders[link]
        text = block_text(self._apart(holder, "\n"))
        if holder in self._names:
            return self._gathering.mark(self._names[holder], text)
        mark = self._gathering.footnote("".join(link.itertext()), text)
        self._names[holder] = mark.note
        return mark

    def _apart(self, element: _Element, joint: str) -> list[Span]:
        """Return the runs of an element without the blocks they would make."""
        with self._joined_by(joint):
            self._read_inside(element, Letters())
            return self._taken()

    @contextmanager
    def _joined_by(self, joint: str) -> Iterator[None]:
        kept = self._runs, self._joint
        # In a cell all is on one line, a footnote's text too that is asked for inside.
        self._runs, self._joint = [], joint
        yield
        self._runs, self._joint = kept

    def _lose(self, each: _Element, kind: Loss) -> None:
        said = next(filter(None, (each.get(name) for name in _SAID)), "")
        self._gathering.lose(
            kind, said or ("".join(each.itertext()) if kind is Loss.FORMULAS else "")
        )

    def _write(self, text: str | None, letters: Letters) -> None:
        shown = _SPACES.sub(" ", text or "")
        if self._runs and self._runs[-1].text.endswith((" ", "\n")):
            shown = shown.lstrip(" ")
        if shown:
            self._runs.append(Span(shown, letters.strong, letters.emphasis, letters.href))

    def _taken(self) -> list[Span]:
        runs, self._runs = self._runs, []
        return runs

    def _within(self) -> bool:
        return self._joint is not None or self._quotes > 0 or self._lists.depth > 0

    def _leave_lists(self, *, in_item: bool = False) -> None:
        if not self._lists.depth and not in_item:
            self._gathering.close_items()

    def _flush(self, *, in_item: bool = False) -> None:
        """Make a paragraph of what was read last."""
        if self._joint is not None:
            self._runs.append(Span(self._joint))
            return
        runs = self._taken()
        words = [run for run in runs if run.text.strip()]
        if words or any(run.note for run in runs):
            self._leave_lists(in_item=in_item)
        kind = BlockKind.QUOTE if self._quotes else BlockKind.PARAGRAPH
        look = Look(bold=bool(words) and all(run.strong for run in words))
        self._gathering.paragraph(runs, kind, look)


def _lines(element: _Element) -> Iterator[str]:
    """Yield the characters of lines that stay as they are."""
    yield element.text or ""
    for each in element:
        if name_of(each) == "br":
            yield "\n"
        elif not is_skipped(each):
            yield from _lines(each)
        yield each.tail or ""
