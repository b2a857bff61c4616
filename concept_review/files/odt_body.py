"""The body of an OpenDocument text, walked through from top to bottom."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from concept_review.block import BlockKind
from concept_review.files.gathering import Gathering
from concept_review.files.odt_inline import Inline
from concept_review.files.odt_lists import Lists, OpenList
from concept_review.files.odt_names import DAY, DRAW, OFFICE, PARAGRAPHS, TABLE, TEXT, number
from concept_review.files.odt_styles import Styles
from concept_review.files.odt_tables import read_table
from concept_review.files.runs_text import heading_text

_ITEMS = (TEXT + "list-item", TEXT + "list-header")
_LEFT_OUT = {
    OFFICE + "forms",
    TEXT + "alphabetical-index",
    TEXT + "illustration-index",
    TEXT + "object-index",
    TEXT + "table-index",
    TEXT + "table-of-content",
    TEXT + "tracked-changes",
    TEXT + "user-index",
    TEXT + "index-title-template",
}
_DEEPEST = 10  # level of a heading


@dataclass(slots=True)
class Item:
    """The list item around a paragraph; it is counted when its first text comes."""

    around: OpenList
    element: _Element
    begun: bool = field(default=False)


class Body:
    """Reads the blocks of a file into a gathering."""

    def __init__(self, styles: Styles, inline: Inline, gathering: Gathering) -> None:
        """Begin before the first block."""
        self.title = ""
        self._styles = styles
        self._inline = inline
        self._gathering = gathering
        self._lists = Lists(styles)
        self._code: list[str] = []

    def read(self, text: _Element) -> None:
        """Read all that stands in the body."""
        self._read_blocks(text, None)
        self._write_code()

    def _read_blocks(self, parent: _Element, item: Item | None) -> None:
        for each in parent:
            self._read_block(each, item)

    def _read_block(self, each: _Element, item: Item | None) -> None:
        tag = str(each.tag)
        if tag in PARAGRAPHS:
            self._read_paragraph(each, item)
        elif tag == TEXT + "list":
            self._read_list(each, item)
        elif tag == TEXT + "numbered-paragraph":
            self._read_blocks(each, Item(self._lists.begin_single(each), each))
        elif tag == TABLE + "table":
            self._leave(item)
            read_table(each, self._inline, self._gathering)
        elif tag.startswith(DRAW) or tag == OFFICE + "annotation":
            self._inline.lose(each)
            self._gathering.settle()
        elif tag not in _LEFT_OUT and each.get(TEXT + "display") != "none":
            self._read_blocks(each, item)

    def _read_list(self, element: _Element, outer: Item | None) -> None:
        open_list = self._lists.begin(element, outer.around if outer else None)
        for each in element:
            if each.tag == _ITEMS[0]:
                self._read_blocks(each, Item(open_list, each))
            elif each.tag == _ITEMS[1]:
                self._read_blocks(each, Item(open_list, each, begun=True))

    def _read_paragraph(self, paragraph: _Element, item: Item | None) -> None:
        style = paragraph.get(TEXT + "style-name", "")
        level = self._level(paragraph, style)
        self._gathering.day = paragraph.get(DAY, "")
        spans, look = self._inline.spans(paragraph)
        if level:
            self._write_code()
            self._gathering.heading(level, spans)
        elif not self.title and item is None and self._styles.named(style, "Title", "Titel"):
            self.title = heading_text(spans)
        elif self._styles.named(style, "Preformatted Text"):
            if not self._code:
                self._leave(item)
            self._code.append("".join(span.text for span in spans))
            return
        else:
            self._leave(
                item, begins=any(span.text.strip() or span.note for span in spans), style=style
            )
            quote = self._styles.named(style, "Quotations")
            kind = BlockKind.QUOTE if quote and item is None else BlockKind.PARAGRAPH
            self._gathering.paragraph(spans, kind, look)
        for caption in self._inline.captions:
            self._gathering.paragraph(caption)
        self._inline.captions.clear()

    def _level(self, paragraph: _Element, style: str) -> int:
        if paragraph.tag == TEXT + "h":
            return max(number(paragraph.get(TEXT + "outline-level"), 1, _DEEPEST), 1)
        return self._styles.heading_level(style)

    def _leave(self, item: Item | None, *, begins: bool = False, style: str = "") -> None:
        """Close the list items that do not go on here, and open the one that begins here."""
        self._write_code()
        if item is None:
            self._gathering.close_items()
        elif begins and not item.begun:
            item.begun = True
            marker = self._lists.marker(item.around, item.element, style)
            self._gathering.open_item(item.around.level, marker)
        else:
            self._gathering.close_items(item.around.level + item.begun)

    def _write_code(self) -> None:
        lines, self._code = self._code, []
        if lines:
            self._gathering.code("\n".join(lines))
