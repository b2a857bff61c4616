"""Pieces gathered in the order of a file, for readers that walk through a tree or a page."""

import re
from collections.abc import Iterable
from dataclasses import replace

from concept_review.block import HEADER, Block, BlockKind
from concept_review.draft import Loss, Lost, Piece
from concept_review.files.runs_text import block_text, excerpt_of, heading_text
from concept_review.files.suspects import Look, with_suspects
from concept_review.inline import Span
from concept_review.source import clean

_NAME = re.compile(r"[^\[\]\s]{1,40}")


class Gathering:
    """Collects headings, blocks, footnotes and losses; knows which list items are open."""

    def __init__(self) -> None:
        """Begin with an empty file."""
        self.day = ""
        """The day of a tracked change in what comes next, or ""."""
        self.days: list[str] = []
        """That day for each of the pieces."""
        self._pieces: list[Piece] = []
        self._looks: list[Look] = []  # of each piece
        self._lost: list[Lost] = []  # what belongs to the piece that comes next
        self._items: list[int] = []  # the level of each list item around
        self._marker = ""  # of the innermost item, as long as it has no text
        self._notes: dict[str, str] = {}  # of this section
        self._fresh: dict[str, str] = {}  # of the piece that comes next
        self._names: set[str] = set()

    def heading(self, level: int, runs: Iterable[Span]) -> None:
        """Add a heading, unless it is empty; footnotes so far stand before it."""
        title = heading_text(runs)
        self.close_items()
        if title:
            self._write_notes()
            self._add(BlockKind.PARAGRAPH, title, level=level)
        else:
            self.settle()

    def paragraph(
        self, runs: Iterable[Span], kind: BlockKind = BlockKind.PARAGRAPH, look: Look | None = None
    ) -> None:
        """Add a paragraph, or the text of the list item just opened."""
        text = block_text(runs)
        if not text:
            self.settle()
        elif self._marker and kind is BlockKind.PARAGRAPH:
            self._write_item(text)
        else:
            self._write_item()
            self._add(kind, text, look=look)

    def code(self, text: str, language: str = "") -> None:
        """Add lines that stay as they are."""
        lines = [line if line.strip() else "" for line in clean(text).split("\n")]
        if any(lines):
            self._write_item()
            self._add(BlockKind.CODE, "\n".join(lines).strip("\n"), language)

    def row(self, cells: Iterable[str], *, header: bool = False) -> None:
        """Add the row of a table, unless all its cells are empty."""
        texts = list(cells)
        if any(texts):
            self._write_item()
            self._add(BlockKind.TABLE_ROW, " | ".join(texts), HEADER if header else "")

    def open_item(self, level: int, marker: str) -> None:
        """Begin a list item; those of the same level or deeper end.

        One without a text of its own vanishes, unless there are others inside.
        """
        if self._marker and self._items[-1] < level:
            self._write_item()
        self.close_items(level)
        self._items.append(level)
        self._marker = marker

    def close_items(self, level: int = 0) -> None:
        """End the open list items of this level and of those deeper."""
        while self._items and self._items[-1] >= level:
            self._items.pop()
            self._marker = ""

    def footnote(self, citation: str, text: str) -> Span:
        """Keep a footnote for the end of its section and return its mark."""
        return self.mark(self._name(citation.strip().strip("[]().")), text)

    def mark(self, name: str, text: str) -> Span:
        """Return a mark of a footnote known by its name; its text stands in this section too."""
        self._fresh[name] = text
        self.lose(Loss.FOOTNOTES, text)
        return Span("", note=name)

    def lose(self, kind: Loss, excerpt: str = "") -> None:
        """Say that something did not fit; it belongs to the piece that comes next."""
        self._lost.append(Lost(kind, excerpt_of(excerpt)))

    def settle(self) -> None:
        """Give what was lost in a paragraph without text of its own to the piece before it."""
        if self._lost and self._pieces:
            last = self._pieces[-1]
            self._pieces[-1] = replace(last, lost=(*last.lost, *self._lost))
            self._lost.clear()

    def finished(self, repeated: Iterable[str] = ()) -> tuple[Piece, ...]:
        """Return all pieces; what is `repeated` on every page is lost at the first of them."""
        self.close_items()
        self._notes |= self._fresh
        self._write_notes()
        self.settle()
        pieces = list(with_suspects(self._pieces, self._looks))
        around = [Lost(Loss.HEADERS_AND_FOOTERS, excerpt_of(text)) for text in repeated]
        if pieces and around:
            pieces[0] = replace(pieces[0], lost=(*around, *pieces[0].lost))
        return tuple(pieces)

    def _write_item(self, text: str = "") -> None:
        """Write the list item just opened, if there is one without text."""
        if self._marker:
            marker, self._marker = self._marker, ""
            depth = len(self._items) - 1
            self._append(Block(kind=BlockKind.LIST_ITEM, text=text, depth=depth, marker=marker))

    def _add(
        self,
        kind: BlockKind,
        text: str,
        marker: str = "",
        *,
        level: int = 0,
        look: Look | None = None,
    ) -> None:
        # What stands in a list is no heading, however it looks.
        shown = look if kind is BlockKind.PARAGRAPH and not self._items else None
        block = Block(kind=kind, text=text, depth=len(self._items), marker=marker)
        self._append(block, level, shown)

    def _append(self, block: Block, level: int = 0, look: Look | None = None) -> None:
        self._pieces.append(Piece(block=block, level=level, lost=tuple(self._lost)))
        self._looks.append(look or Look())
        self.days.append(self.day)
        self._lost.clear()
        self._notes |= self._fresh
        self._fresh.clear()

    def _write_notes(self) -> None:
        for name, text in self._notes.items():
            block = Block(kind=BlockKind.FOOTNOTE, text=text, marker=name)
            self._pieces.append(Piece(block=block))
            self._looks.append(Look())
            self.days.append("")
        self._notes.clear()

    def _name(self, citation: str) -> str:
        """Return the number of a footnote as printed, or the next one where it is taken."""
        name, number = citation, len(self._names)
        while name in self._names or not _NAME.fullmatch(name):
            number += 1
            name = str(number)
        self._names.add(name)
        return name
