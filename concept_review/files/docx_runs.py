"""The inside of a paragraph of a Word file: letters that look the same, marks and losses."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from concept_review.draft import Loss, Lost
from concept_review.files.docx_fields import Fields
from concept_review.files.docx_losses import bare_text, formula, losses_of_drawing
from concept_review.files.docx_names import MC, ORIGIN, M, W, chosen, number, switch, value
from concept_review.files.docx_notes import NoteKey, NoteNumbers
from concept_review.files.docx_package import link_of
from concept_review.files.docx_styles import Style, Styles
from concept_review.files.docx_symbols import symbol
from concept_review.files.runs_text import excerpt_of
from concept_review.inline import Span

_DRAWINGS = (W + "drawing", W + "pict", W + "object")
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
# What stands inside a paragraph and is not part of its text.
_ASIDE = frozenset(
    W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "rt", "rubyPr")
)
_WHITE = re.compile(r"[\t\n\r]")
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NO_BREAKS = ("page", "column")


@dataclass(slots=True)
class Content:
    """What a paragraph holds; `bold` and `sizes` count letters by how they look.

    `block` is the text once somebody has written it from the spans.
    """

    spans: list[Span] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    notes: list[NoteKey] = field(default_factory=list)
    bold: int = 0
    sizes: Counter[int] = field(default_factory=Counter)
    block: str | None = None

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What reading a paragraph takes besides the paragraph; fields go on over many of them.

    The paragraphs of the origins `steady` are alike in all states of a text, so what they hold
    is kept in `known` from the first state on.
    """

    styles: Styles
    numbers: NoteNumbers
    remarks: Mapping[str, _Element]
    links: Mapping[str, str]
    fields: Fields = field(default_factory=Fields)
    steady: frozenset[str] = frozenset()
    known: dict[str, Content] = field(default_factory=dict)


class _Reader:
    def __init__(self, around: Surroundings, style: Style) -> None:
        self.content = Content()
        self._around = around
        self._style = style

    def walk(self, parent: _Element, link: str = "") -> None:
        for element in parent:
            if element.tag in _ASIDE:
                continue
            if element.tag == W + "r":
                self._run(element, link)
            elif element.tag == W + "hyperlink":
                self.walk(element, link_of(element, self._around.links) or link)
            elif element.tag == M + "oMath":
                self.content.lost.append(formula(element))
            elif element.tag == MC + "AlternateContent":
                self._walk_chosen(element, link)
            elif not _is_placeholder(element):
                self.walk(element, link)

    def _walk_chosen(self, element: _Element, link: str) -> None:
        variant = chosen(element)
        if variant is not None:
            self.walk(variant, link)

    def _run(self, run: _Element, link: str) -> None:
        properties = run.find(W + "rPr")
        look = self._look(properties, link)
        for element in _inside(run):
            if element.tag == W + "fldChar":
                self._around.fields.pass_mark(element)
            elif element.tag == W + "instrText":
                self._around.fields.tell(element.text or "")
            elif look is not None and not self._around.fields.telling:
                self._take(element, look, properties)

    def _look(self, properties: _Element | None, link: str) -> Span | None:
        """Return how the letters of a run look, or None where they are hidden."""
        style = self._around.styles.of_run(properties)
        hidden = switch(properties, "vanish")
        if (style.hidden or self._style.hidden) if hidden is None else hidden:
            return None
        bold, italic = switch(properties, "b"), switch(properties, "i")
        # A style that makes the whole paragraph bold is the look of its kind, not emphasis.
        return Span(
            "",
            strong=(style.bold if bold is None else bold) and not self._style.bold,
            emphasis=(style.italic if italic is None else italic) and not self._style.italic,
            href=link or self._around.fields.link,
        )

    def _take(self, element: _Element, look: Span, properties: _Element | None) -> None:
        content, tag = self.content, element.tag
        if tag in _NOTES:
            key = (_NOTES[tag], element.get(W + "id", ""))
            content.notes.append(key)
            content.spans.append(Span("", note=self._around.numbers.of(key)))
        elif tag == W + "commentReference":
            self._take_remark(element.get(W + "id", ""))
        elif tag in _DRAWINGS:
            content.lost += losses_of_drawing(element)
        elif text := _characters(element):
            self._count(text, look, properties)
            href = _address(look.href)
            content.spans.append(Span(text, look.strong, look.emphasis, href))

    def _take_remark(self, remark_id: str) -> None:
        remark = self._around.remarks.get(remark_id)
        if remark is not None:
            self.content.lost.append(Lost(Loss.COMMENTS, excerpt_of(bare_text(remark))))

    def _count(self, text: str, look: Span, properties: _Element | None) -> None:
        letters = len("".join(text.split()))
        said = switch(properties, "b")
        if look.strong or (self._style.bold and said is not False):
            self.content.bold += letters
        by_style = self._around.styles.of_run(properties).size or self._style.size
        size = number(value(properties, "sz")) or by_style or self._around.styles.size
        self.content.sizes[size] += letters


def content_of(paragraph: _Element, around: Surroundings) -> Content:
    """Return what a paragraph holds."""
    name = paragraph.get(ORIGIN, "")
    if name not in around.steady or not around.fields.idle:
        return _read(paragraph, around)
    if name in around.known:
        return around.known[name]
    content = _read(paragraph, around)
    if around.fields.idle:
        around.known[name] = content
    return content


def _read(paragraph: _Element, around: Surroundings) -> Content:
    reader = _Reader(around, around.styles.of_paragraph(paragraph))
    reader.walk(paragraph)
    around.fields.end_paragraph()
    return reader.content


def _inside(run: _Element) -> Iterator[_Element]:
    """Return the parts of a run, of two variants of one part only the first."""
    for element in run:
        if element.tag == MC + "AlternateContent":
            variant = chosen(element)
            yield from () if variant is None else _inside(variant)
        elif element.tag == W + "ruby":
            for base in element.iterfind(f"{W}rubyBase/{W}r"):
                yield from _inside(base)
        else:
            yield element


def _characters(element: _Element) -> str:
    match str(element.tag).removeprefix(W):
        case "t":
            return _WHITE.sub(" ", element.text or "")
        case "br" if element.get(W + "type") in _NO_BREAKS:
            return ""
        case "sym":
            return symbol(element)
        case name:
            return _SIGNS.get(name, "")


def _address(link: str) -> str:
    """Return an address so written that it ends no link before its end."""
    return link.replace("(", "%28").replace(")", "%29").replace(" ", "%20")


def _is_placeholder(element: _Element) -> bool:
    """Say whether a form field still holds only the request to fill it in."""
    return element.tag == W + "sdt" and switch(element.find(W + "sdtPr"), "showingPlcHdr") is True
