"""A paper as a Word file."""

from collections.abc import Callable
from datetime import datetime, time
from io import BytesIO
from typing import Final

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.section import Section as PageSection
from docx.shared import Cm
from lxml.etree import _Element

from concept_review.papers import docx_parts as parts
from concept_review.papers import german
from concept_review.papers.docx_styles import set_styles
from concept_review.papers.paper import Comparison, Item, Line, LineKind, Paper, Table
from concept_review.papers.remarks import remarks
from concept_review.papers.steps import Steps

_WIDTHS: Final = (4300, 4300, 2850, 1800, 1650)  # twentieths of a point, on A4 lying
_PAGE_WIDTH: Final = 9300  # the same on A4 standing
_DEEPEST_BULLET: Final = 3
_INDENT: Final = Cm(0.75)


def write(paper: Paper, progress: Callable[[float], None]) -> bytes:
    """Return the paper as a file; `progress` is told the share that is done, up to 1."""
    steps = Steps(paper, progress)
    document = docx.Document()
    set_styles(document)
    _set_properties(document, paper)
    _set_page(document.sections[0], paper, lying=paper.lying)
    document.add_paragraph(paper.title, style="Title")
    for name, value in paper.details:
        line = document.add_paragraph()
        line.paragraph_format.space_after = Cm(0)
        line.add_run(f"{name}: ").bold = True
        line.add_run(value)
    for item in paper.items:
        _write(document, paper, item, steps)
        steps.take()
    stream = BytesIO()
    document.save(stream)
    steps.end()
    return stream.getvalue()


def _write(document: Document, paper: Paper, item: Item, steps: Steps) -> None:
    if isinstance(item, Line):
        _write_line(document, item)
    elif isinstance(item, Table):
        _write_table(document, item)
    else:
        if not paper.lying:
            _set_page(document.add_section(WD_SECTION.NEW_PAGE), paper, lying=True)
        _write_comparison(document, item, steps)
        if item is not paper.items[-1]:
            _set_page(document.add_section(WD_SECTION.NEW_PAGE), paper, lying=False)


def _write_line(document: Document, line: Line) -> None:
    if line.kind is LineKind.HEADING:
        made = document.add_paragraph(style=f"Heading {min(line.level, 9)}")
        parts.span_runs(made._p, line.spans)
        return
    style = {
        LineKind.QUOTE: "Quote",
        LineKind.NOTE: parts.NOTE_STYLE,
        LineKind.CODE: "macro",
        LineKind.BULLET: _bullet_style(line.level),
    }.get(line.kind, "Normal")
    made = document.add_paragraph(style=style)
    indent = line.level + (line.kind is LineKind.NUMBERED)
    if indent and line.kind is not LineKind.BULLET:
        made.paragraph_format.left_indent = _INDENT * indent
    if line.kind is LineKind.NUMBERED:
        made.paragraph_format.first_line_indent = -_INDENT
    if line.marker and line.kind is not LineKind.BULLET:
        gap = "\t" if line.kind is LineKind.NUMBERED else " "
        parts.run(made._p, line.marker + gap)
    parts.span_runs(made._p, line.spans)


def _bullet_style(level: int) -> str:
    depth = min(level + 1, _DEEPEST_BULLET)
    return "List Bullet" if depth == 1 else f"List Bullet {depth}"


def _write_table(document: Document, item: Table) -> None:
    width = _PAGE_WIDTH // item.columns
    made = _table(document, [width] * item.columns)
    for place, cells in enumerate(item.rows):
        header = item.headed and place == 0
        row = parts.row(made, header=header)
        for number in range(item.columns):
            cell = parts.cell(row, width, shaded=header)
            style = parts.CELL_HEADING_STYLE if header else parts.CELL_STYLE
            spans = cells[number] if number < len(cells) else ()
            parts.span_runs(parts.paragraph(cell, style), spans)
    document.add_paragraph()


def _write_comparison(document: Document, item: Comparison, steps: Steps) -> None:
    for line in item.lines:
        _write_line(document, line)
    made = _table(document, _WIDTHS, f"{german.SYNOPSIS}: {item.old_state}, {item.new_state}")
    header = parts.row(made, header=True)
    states = (item.old_state, item.new_state, "", "", "")
    for width, name, state in zip(_WIDTHS, german.COLUMNS, states, strict=True):
        cell = parts.cell(header, width, shaded=True)
        parts.run(parts.paragraph(cell, parts.CELL_HEADING_STYLE), name)
        if state:
            parts.run(parts.paragraph(cell, parts.NOTE_STYLE), state)
    for each in item.rows:
        row = parts.row(made)
        parts.fill(parts.cell(row, _WIDTHS[0]), each.old)
        parts.fill(parts.cell(row, _WIDTHS[1]), each.new)
        for width, text in zip(_WIDTHS[2:], remarks(each), strict=True):
            cell = parts.cell(row, width)
            for words in text.split("\n"):
                parts.run(parts.paragraph(cell, parts.CELL_STYLE), words)
        steps.take()


def _table(document: Document, widths: tuple[int, ...] | list[int], caption: str = "") -> _Element:
    body = document.element.body
    made = parts.table(body, widths, caption)
    # The properties of the last page section stay at the end of the body.
    body.append(body.sectPr)
    return made


def _set_page(section: PageSection, paper: Paper, *, lying: bool) -> None:
    short, long = Cm(21), Cm(29.7)
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if lying else (short, long)
    section.left_margin = section.right_margin = Cm(1.7) if lying else Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(0.8)
    section.footer.is_linked_to_previous = False
    footer = section.footer.paragraphs[0]
    footer.style = parts.CELL_STYLE
    footer.add_run(f"{paper.running} · Seite ")
    parts.field(footer._p, "PAGE")
    footer.add_run(" von ")
    parts.field(footer._p, "NUMPAGES")


def _set_properties(document: Document, paper: Paper) -> None:
    properties = document.core_properties
    properties.title = paper.title[:255]
    properties.subject = paper.running[:255]
    properties.author = "Bindeglied"
    properties.last_modified_by = properties.comments = ""
    day = datetime.combine(datetime.fromisoformat(paper.made_on), time(12))
    properties.created = properties.modified = day
