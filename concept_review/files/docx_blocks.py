"""The pieces of a Word file in order, each with the paragraphs it comes from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from concept_review.block import Block, BlockKind
from concept_review.draft import Loss, Lost, Piece
from concept_review.files.docx_lists import Item, Lists, OpenItems
from concept_review.files.docx_names import MC, ORIGIN, W, chosen
from concept_review.files.docx_notes import NoteKey
from concept_review.files.docx_runs import Content, Surroundings, content_of
from concept_review.files.docx_styles import Style, indent_of, level_of
from concept_review.files.docx_suspects import Look, suspected_levels
from concept_review.files.docx_tables import only_cell, rows_of
from concept_review.files.docx_text import heading_text
from concept_review.files.runs_text import block_text, excerpt_of

_CONTENTS = "Table of Contents"
_CONTENTS_TITLE = re.compile(r"inhalt(?:sverzeichnis)?|(?:table of )?contents", re.IGNORECASE)


@dataclass(slots=True)
class Found:
    """A piece in the making; `origin` names the paragraphs, rows or notes it comes from."""

    block: Block
    origin: frozenset[str]
    level: int = 0
    lost: list[Lost] = field(default_factory=list)
    look: Look = field(default_factory=Look)

    def piece(self, suspected: int) -> Piece:
        """Return the piece itself."""
        return Piece(block=self.block, level=self.level, suspected=suspected, lost=tuple(self.lost))


class BlockReader:
    """Reads one state of the text; with several states of one file, the same numbers of notes."""

    def __init__(
        self,
        around: Surroundings,
        lists: Lists,
        notes: Mapping[NoteKey, _Element],
        note_links: Mapping[str, Mapping[str, str]],
    ) -> None:
        """Begin before the first paragraph."""
        self.found: list[Found] = []
        self.titles: list[str] = []
        self._around = around
        self._lists = lists
        self._notes = notes
        self._note_links = note_links
        self._open = OpenItems()
        self._waiting: list[NoteKey] = []  # notes whose text comes at the end of the section
        self._noted: set[NoteKey] = set()
        self._homeless: list[Lost] = []  # what was lost before the first piece
        lists.begin()

    def read(self, body: _Element) -> list[Found]:
        """Return what the whole text holds."""
        self._read_all(body)
        self._place_notes()
        return self.found

    def pieces(self) -> tuple[Piece, ...]:
        """Return the pieces read, those that look like headings marked."""
        levels = suspected_levels([found.look for found in self.found])
        return tuple(found.piece(level) for found, level in zip(self.found, levels, strict=True))

    def _read_all(self, parent: _Element | None) -> None:
        for element in () if parent is None else parent:
            if element.tag == W + "p":
                self._read_paragraph(element)
            elif element.tag == W + "tbl":
                self._read_table(element)
            elif element.tag == W + "sdt":
                self._read_control(element)
            elif element.tag == W + "altChunk":
                self._lose([Lost(Loss.EMBEDDED_OBJECTS)])
            elif element.tag == MC + "AlternateContent":
                self._read_all(chosen(element))
            elif element.tag == W + "customXml":
                self._read_all(element)

    def _read_control(self, element: _Element) -> None:
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        content = element.find(W + "sdtContent")
        if gallery is not None and gallery.get(W + "val") == _CONTENTS:
            self._skip_contents()
        elif content is not None:
            self._read_all(content)

    def _skip_contents(self) -> None:
        """Leave out a table of contents, and the heading above it that names only it."""
        last = self.found[-1] if self.found else None
        if last and last.level and _CONTENTS_TITLE.fullmatch(last.block.text):
            self._homeless += self.found.pop().lost

    def _read_paragraph(self, paragraph: _Element) -> None:
        style = self._around.styles.of_paragraph(paragraph)
        level = level_of(paragraph, style)
        if level:
            self._around.fields.leave()
        was_contents = self._around.fields.in_contents
        content = content_of(paragraph, self._around)
        if style.contents or was_contents or self._around.fields.in_contents:
            self._skip_contents()
        elif style.title and not self.found:
            self._read_title(content)
        elif level:
            self._read_heading(paragraph, content, level)
        else:
            self._read_text(paragraph, content, style)

    def _read_title(self, content: Content) -> None:
        title = heading_text(content.spans)
        if title:
            self.titles.append(title)
        self._keep(content)

    def _read_heading(self, paragraph: _Element, content: Content, level: int) -> None:
        title = heading_text(content.spans)
        if title:
            self._place_notes()
            self._open.close()
            block = Block(kind=BlockKind.PARAGRAPH, text=title)
            self._add(block, paragraph.get(ORIGIN, ""), level, Look(title, level))
        self._keep(content)

    def _read_text(self, paragraph: _Element, content: Content, style: Style) -> None:
        if content.block is None:
            content.block = block_text(content.spans)
        if content.block:
            item = self._lists.item(paragraph, style) if content.text.strip() else None
            block = self._placed(content.block, item, paragraph, style)
            look = _look(content, style, plain=not block.depth and item is None)
            self._add(block, paragraph.get(ORIGIN, ""), 0, look)
        self._keep(content)

    def _placed(self, text: str, item: Item | None, paragraph: _Element, style: Style) -> Block:
        if item is None and style.quote:
            self._open.close()
            return Block(kind=BlockKind.QUOTE, text=text)
        if item is None:
            depth = self._open.depth_at(indent_of(paragraph.find(W + "pPr")) or style.indent)
        elif not item.marker:
            depth = self._open.depth_below(item)
        else:
            depth = self._open.open(item)
            return Block(kind=BlockKind.LIST_ITEM, text=text, depth=depth, marker=item.marker)
        return Block(kind=BlockKind.PARAGRAPH, text=text, depth=depth)

    def _read_table(self, table: _Element) -> None:
        self._open.close()
        frame = only_cell(table)
        if frame is not None:
            self._read_all(frame)
            return
        for row in rows_of(table, self._around):
            if row.block:
                self._add(row.block, row.origin, 0, Look(row.block.text))
            self._lose(row.lost)
            self._await(row.notes)

    def _add(self, block: Block, origin: str, level: int, look: Look) -> None:
        found = Found(block, frozenset(origin.split()), level, self._homeless, look)
        self._homeless = []
        self.found.append(found)

    def _keep(self, content: Content) -> None:
        """Note what a paragraph lost at the piece it became, or else at the one before."""
        self._lose(content.lost)
        self._await(content.notes)

    def _lose(self, lost: list[Lost]) -> None:
        (self.found[-1].lost if self.found else self._homeless).extend(lost)

    def _await(self, notes: list[NoteKey]) -> None:
        for key in notes:
            note = self._notes.get(key)
            words = "" if note is None else "".join(note.itertext(W + "t"))
            self._lose([Lost(Loss.FOOTNOTES, excerpt_of(words))])
            if key not in self._noted and note is not None:
                self._noted.add(key)
                self._waiting.append(key)

    def _place_notes(self) -> None:
        waiting, self._waiting = self._waiting, []
        for key in waiting:
            self._place_note(key)

    def _place_note(self, key: NoteKey) -> None:
        links = self._note_links.get(key[0], {})
        around = Surroundings(
            self._around.styles, self._around.numbers, self._around.remarks, links
        )
        contents = [content_of(each, around) for each in self._notes[key].iter(W + "p")]
        text = "\n".join(filter(None, (block_text(each.spans) for each in contents)))
        if text:
            marker = self._around.numbers.of(key)
            block = Block(kind=BlockKind.FOOTNOTE, text=text, marker=marker)
            self._add(block, "-".join(key), 0, Look(text))
            self._lose([lost for content in contents for lost in content.lost])


def _look(content: Content, style: Style, *, plain: bool) -> Look:
    letters = len("".join(content.text.split()))
    return Look(
        content.text.strip(),
        bold=content.bold >= letters > 0,
        size=max(content.sizes, key=lambda size: content.sizes[size], default=0),
        plain=plain and not style.caption and not style.quote,
    )
