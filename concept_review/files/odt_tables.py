"""Tables of an OpenDocument text as rows."""

from collections.abc import Iterator

from lxml.etree import _Element

from concept_review.draft import Loss
from concept_review.files.gathering import Gathering
from concept_review.files.odt_inline import Inline
from concept_review.files.odt_names import DRAW, PARAGRAPHS, TABLE, number
from concept_review.files.runs_text import cell_text
from concept_review.inline import Span

_MOST_REPEATED = 64  # rows or cells written once and said to follow each other
_GROUPS = (TABLE + "table-rows", TABLE + "table-row-group")
_HEAD = TABLE + "table-header-rows"


def read_table(table: _Element, inline: Inline, gathering: Gathering) -> None:
    """Add the rows of a table."""
    for row, header in _rows(table, header=False):
        cells = _cells(row, inline, gathering)
        repeated = number(row.get(TABLE + "number-rows-repeated"), 1, _MOST_REPEATED)
        for _ in range(repeated):
            gathering.row(cells, header=header)


def _rows(parent: _Element, *, header: bool) -> Iterator[tuple[_Element, bool]]:
    for each in parent:
        if each.tag == TABLE + "table-row":
            yield each, header
        elif each.tag in _GROUPS or each.tag == _HEAD:
            yield from _rows(each, header=header or each.tag == _HEAD)


def _cells(row: _Element, inline: Inline, gathering: Gathering) -> list[str]:
    cells: list[str] = []
    for each in row:
        repeated = number(each.get(TABLE + "number-columns-repeated"), 1, _MOST_REPEATED)
        if each.tag == TABLE + "covered-table-cell":
            cells += [""] * repeated
        elif each.tag == TABLE + "table-cell":
            if _merged(each):
                gathering.lose(Loss.MERGED_CELLS)
            cells += [cell_text(_spans(each, inline, gathering))] * repeated
    return cells


def _merged(cell: _Element) -> bool:
    spanned = ("number-columns-spanned", "number-rows-spanned")
    return any(number(cell.get(TABLE + name), 1) > 1 for name in spanned)


def _spans(cell: _Element, inline: Inline, gathering: Gathering) -> list[Span]:
    """Return the runs of all paragraphs of a cell, those of tables inside it too."""
    spans: list[Span] = []
    for each in cell:
        if each.tag == TABLE + "table":
            gathering.lose(Loss.NESTED_TABLES)
        if each.tag in PARAGRAPHS:
            spans += [*inline.cell_spans(each), Span(" ")]
        elif str(each.tag).startswith(DRAW):
            inline.lose(each)
        else:
            spans += _spans(each, inline, gathering)
    for caption in inline.captions:
        spans += [*caption, Span(" ")]
    inline.captions.clear()
    return spans
