"""Reads the Synopse back from our own files: both columns, with our notes apart from the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

import docx
import openpyxl
from odfdo import Document, Element
from openpyxl.cell.rich_text import CellRichText, TextBlock

from concept_review.papers import german


@dataclass(frozen=True)
class ReadCell:
    """A note, or "", and the lines of the text below it."""

    note: str
    text: str


@dataclass(frozen=True)
class ReadRow:
    """The two columns of one row."""

    old: ReadCell
    new: ReadCell


def columns(rows: Iterable[ReadRow]) -> tuple[str, str]:
    """Return the old and the new text that the rows say, each joined line by line."""
    old: list[str] = []
    new: list[str] = []
    for row in rows:
        left = "" if row.old.note not in ("", german.CONTINUED) else row.old.text
        right = left if row.new.note.startswith(german.UNCHANGED) else row.new.text
        if german.CONTINUED in (row.old.note, row.new.note):
            old[-1:] = ["".join([*old[-1:], left])]
            new[-1:] = ["".join([*new[-1:], right])]
            continue
        if not row.old.note:
            old.append(left)
        if not row.new.note.startswith(german.DROPPED):
            new.append(right)
    return "\n".join(old), "\n".join(new)


def rows_of(source: bytes, ending: str) -> list[ReadRow]:
    """Return the rows of the Synopse in a DOCX, ODT or XLSX file, without its head."""
    return {"docx": _docx, "odt": _odt, "xlsx": _xlsx}[ending](source)


def _docx(source: bytes) -> list[ReadRow]:
    (table, *_) = docx.Document(BytesIO(source)).tables
    found = []
    for row in table.rows[1:]:
        cells = [
            _cell([(each.style.name == "Vermerk", each.text) for each in cell.paragraphs])
            for cell in row.cells[:2]
        ]
        found.append(ReadRow(*cells))
    return found


def _odt(source: bytes) -> list[ReadRow]:
    body = Document(BytesIO(source)).body
    table = next(
        each for each in body.get_elements("//table:table")
        if each.get_attribute("table:name") == german.SYNOPSIS
    )  # fmt: skip
    found = []
    for row in table.get_elements("table:table-row"):
        cells = [
            _cell([
                (each.get_attribute("text:style-name") == "Vermerk", _words(each))
                for each in cell.get_elements("text:p")
            ])
            for cell in row.get_elements("table:table-cell")[:2]
        ]  # fmt: skip
        found.append(ReadRow(*cells))
    return found


def _words(paragraph: Element) -> str:
    """Return the words as OpenDocument 1.3 (part 3, 6.1.2) reads them: white space is folded."""
    found = ""
    folds = True
    for part in paragraph.xpath(".//text() | .//text:s | .//text:tab | .//text:line-break"):
        if isinstance(part, Element):
            found += {"text:s": " ", "text:tab": "\t"}.get(part.tag, "\n")
            folds = False
            continue
        text = re.sub("[ \t\r\n]+", " ", str(part))
        found += text.removeprefix(" ") if folds else text
        folds = found.endswith(" ") if text else folds
    return found.removesuffix(" ") if folds and found else found


def _xlsx(source: bytes) -> list[ReadRow]:
    sheet = openpyxl.load_workbook(BytesIO(source), rich_text=True)[german.SYNOPSIS]
    found = []
    for row in sheet.iter_rows(min_row=2, max_col=2):
        cells = []
        for cell in row:
            value = cell.value
            parts = value if isinstance(value, CellRichText) else [value or ""]
            note, text = "", ""
            for part in parts:
                font = part.font if isinstance(part, TextBlock) else cell.font
                if font.i:
                    note += str(part)
                else:
                    text += str(part)
            cells.append(ReadCell(note.removesuffix("\n"), text))
        found.append(ReadRow(*cells))
    return found


def _cell(paragraphs: list[tuple[bool, str]]) -> ReadCell:
    notes = [text for is_note, text in paragraphs if is_note]
    return ReadCell("".join(notes), "\n".join(text for is_note, text in paragraphs if not is_note))
