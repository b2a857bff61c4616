"""Tables of a Word file as rows of cells."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from concept_review.block import HEADER, Block, BlockKind
from concept_review.draft import Loss, Lost
from concept_review.files.docx_names import ORIGIN, W, number, switch, value
from concept_review.files.docx_notes import NoteKey
from concept_review.files.docx_runs import Content, Surroundings, content_of
from concept_review.files.docx_text import cell_text
from concept_review.files.runs_text import excerpt_of

_WIDEST = 63  # columns in Word
_FIRST_ROW = 0x20  # in the bits that say which rows look special
_WRAPPERS = (W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo")


@dataclass(slots=True)
class Row:
    """One row; without text `block` is None and only what was lost counts."""

    block: Block | None
    origin: str
    lost: list[Lost] = field(default_factory=list)
    notes: list[NoteKey] = field(default_factory=list)


def only_cell(table: _Element) -> _Element | None:
    """Return the cell of a table that has but one and serves as a frame, else None."""
    rows = list(inside(table, W + "tr"))
    cells = [cell for row in rows for cell in inside(row, W + "tc")]
    return cells[0] if len(cells) == 1 else None


def rows_of(table: _Element, around: Surroundings) -> Iterator[Row]:
    """Return the rows of a table, from the top."""
    merged: dict[int, bool] = {}
    for place, row in enumerate(inside(table, W + "tr")):
        found = Row(None, row.get(ORIGIN, ""))
        cells = list(_cells(row, around, found, merged))
        if any(cells):
            marker = HEADER if place == 0 and _names_columns(table, row) else ""
            text = " | ".join(cells)
            found.block = Block(kind=BlockKind.TABLE_ROW, text=text, marker=marker)
        yield found


def inside(parent: _Element, tag: str) -> Iterator[_Element]:
    """Return the rows of a table or the cells of a row, also those in form fields."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from inside(child, tag)


def _names_columns(table: _Element, row: _Element) -> bool:
    """Say whether the file marks the first row as the one that names the columns."""
    if switch(row.find(W + "trPr"), "tblHeader"):
        return True
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return False
    said = look.get(W + "firstRow")
    if said is not None:
        return said in ("1", "true", "on")
    try:
        return bool(int(look.get(W + "val", "0"), 16) & _FIRST_ROW)
    except ValueError:
        return False


def _cells(
    row: _Element, around: Surroundings, found: Row, merged: dict[int, bool]
) -> Iterator[str]:
    """Return the cells of a row; `merged` says of each column whether its area is counted."""
    column = number(value(row, "trPr", "gridBefore"))
    for cell in inside(row, W + "tc"):
        width = max(1, min(number(value(cell, "tcPr", "gridSpan"), 1), _WIDEST))
        goes_on = _goes_on(cell, "vMerge") or _goes_on(cell, "hMerge")
        text = _text(cell, around, found)
        if goes_on and not merged.get(column, False):
            found.lost.append(Lost(Loss.MERGED_CELLS))
            merged[column] = True
        elif not goes_on:
            merged[column] = width > 1
            if width > 1:
                found.lost.append(Lost(Loss.MERGED_CELLS, excerpt_of(text)))
        yield text
        yield from [""] * (width - 1)
        column += width


def _goes_on(cell: _Element, name: str) -> bool:
    """Say whether a cell only continues the one above or before it."""
    merge = cell.find(f"{W}tcPr/{W}{name}")
    return merge is not None and merge.get(W + "val", "continue") == "continue"


def _text(cell: _Element, around: Surroundings, found: Row) -> str:
    contents = list(_contents(cell, around, found))
    for content in contents:
        found.lost += content.lost
        found.notes += content.notes
    return cell_text(content.spans for content in contents)


def _contents(parent: _Element, around: Surroundings, found: Row) -> Iterator[Content]:
    """Return the paragraphs of a cell, those of tables inside it included."""
    for child in parent:
        if child.tag == W + "p":
            yield content_of(child, around)
        elif child.tag == W + "tbl":
            contents = list(_contents(child, around, found))
            text = " ".join(content.text for content in contents)
            found.lost.append(Lost(Loss.NESTED_TABLES, excerpt_of(text)))
            yield from contents
        elif child.tag in (W + "tr", W + "tc", *_WRAPPERS):
            yield from _contents(child, around, found)
