"""The small parts of a Word file: runs, paragraphs, cells, fields."""

from collections.abc import Iterable, Mapping
from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import SubElement, _Element

from concept_review.inline import Span
from concept_review.papers.synopsis import Cell, Look

NOTE_STYLE: Final = "Vermerk"
CELL_STYLE: Final = "Zelle"
CELL_HEADING_STYLE: Final = "Zellentitel"
# In the order in which Word wants them.
_LOOKS: Final[Mapping[Look, tuple[tuple[str, str], ...]]] = {
    Look.SAME: (),
    Look.GONE: (("b", ""), ("strike", "")),
    Look.COME: (("b", ""), ("u", "single")),
}


def paragraph(parent: _Element, style_id: str = "") -> _Element:
    """Add an empty paragraph."""
    made = SubElement(parent, qn("w:p"))
    if style_id:
        properties = SubElement(made, qn("w:pPr"))
        SubElement(properties, qn("w:pStyle")).set(qn("w:val"), style_id)
    return made


def run(parent: _Element, text: str, properties: Iterable[tuple[str, str]] = ()) -> None:
    """Add words, with tabs and line breaks as Word's own elements."""
    made = SubElement(parent, qn("w:r"))
    wanted = list(properties)
    if wanted:
        holder = SubElement(made, qn("w:rPr"))
        for name, value in wanted:
            element = SubElement(holder, qn(f"w:{name}"))
            if value:
                element.set(qn("w:val"), value)
    for line_place, line in enumerate(text.split("\n")):
        if line_place:
            SubElement(made, qn("w:br"))
        for place, words in enumerate(line.split("\t")):
            if place:
                SubElement(made, qn("w:tab"))
            if words:
                element = SubElement(made, qn("w:t"))
                element.text = words
                element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def span_runs(parent: _Element, spans: Iterable[Span]) -> None:
    """Add the runs of a line; an address that the words do not name stands behind them."""
    for span in spans:
        looks = [("b", "")] * span.strong + [("i", "")] * span.emphasis
        run(parent, span.text, looks)
        if span.href and span.href.removeprefix("mailto:") != span.text:
            run(parent, f" <{span.href}>", looks)


def table(parent: _Element, widths: Iterable[int], description: str = "") -> _Element:
    """Add a table with lines and fixed widths (in twentieths of a point) to what is there."""
    made: _Element = OxmlElement("w:tbl")
    parent.append(made)
    properties = SubElement(made, qn("w:tblPr"))
    SubElement(properties, qn("w:tblStyle")).set(qn("w:val"), "TableGrid")
    widths = list(widths)
    width = SubElement(properties, qn("w:tblW"))
    width.set(qn("w:w"), str(sum(widths)))
    width.set(qn("w:type"), "dxa")
    SubElement(properties, qn("w:tblLayout")).set(qn("w:type"), "fixed")
    margins = SubElement(properties, qn("w:tblCellMar"))
    for side in ("top", "bottom"):
        margin = SubElement(margins, qn(f"w:{side}"))
        margin.set(qn("w:w"), "60")
        margin.set(qn("w:type"), "dxa")
    look = SubElement(properties, qn("w:tblLook"))
    look.set(qn("w:firstRow"), "1")
    if description:
        SubElement(properties, qn("w:tblCaption")).set(qn("w:val"), description)
    grid = SubElement(made, qn("w:tblGrid"))
    for each in widths:
        SubElement(grid, qn("w:gridCol")).set(qn("w:w"), str(each))
    return made


def row(parent: _Element, *, header: bool = False) -> _Element:
    """Add a row; a header row is repeated on every page."""
    made = SubElement(parent, qn("w:tr"))
    if header:
        SubElement(SubElement(made, qn("w:trPr")), qn("w:tblHeader"))
    return made


def cell(parent: _Element, width: int, *, shaded: bool = False) -> _Element:
    """Add a cell without its paragraphs."""
    made = SubElement(parent, qn("w:tc"))
    properties = SubElement(made, qn("w:tcPr"))
    element = SubElement(properties, qn("w:tcW"))
    element.set(qn("w:w"), str(width))
    element.set(qn("w:type"), "dxa")
    if shaded:
        shade = SubElement(properties, qn("w:shd"))
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:color"), "auto")
        shade.set(qn("w:fill"), "E7E6E6")
    return made


def fill(parent: _Element, content: Cell) -> None:
    """Write a cell of the Synopse: its note, then one paragraph for each line."""
    if content.note or not content.pieces:
        noted = paragraph(parent, NOTE_STYLE)
        if content.note:
            run(noted, content.note)
    for place, line in enumerate(content.lines):
        made = paragraph(parent, CELL_STYLE if place else CELL_HEADING_STYLE)
        for piece in line:
            run(made, piece.text, _LOOKS[piece.look])


def field(parent: _Element, instruction: str) -> None:
    """Add a field that Word computes, such as PAGE."""
    for kind in ("begin", "", "end"):
        made = SubElement(parent, qn("w:r"))
        if kind:
            SubElement(made, qn("w:fldChar")).set(qn("w:fldCharType"), kind)
        else:
            SubElement(made, qn("w:instrText")).text = instruction
