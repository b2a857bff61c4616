"""Tables of an HTML page as rows, with cells that reach over others."""

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from concept_review.draft import Loss
from concept_review.files.gathering import Gathering
from concept_review.files.html_look import is_skipped, name_of

_WIDEST = 64
"""Columns of a table; what stands in cells beyond them is read, their breadth is not."""
_GROUPS = ("thead", "tbody", "tfoot")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def is_layout(table: _Element) -> bool:
    """Say whether the table only arranges a page: there are no headings inside of tables."""
    if table.get("role") in ("presentation", "none"):
        return True
    return next(table.iter(*_HEADINGS), None) is not None


def read_table(table: _Element, gathering: Gathering, cell_text: Callable[[_Element], str]) -> None:
    """Add the rows of a table; what stands in a cell is read by `cell_text`."""
    below: dict[int, int] = {}  # how many rows more a cell reaches down, by column
    for row, in_head in _rows(table, header=False):
        cells = [each for each in row if name_of(each) in ("td", "th") and not is_skipped(each)]
        texts: list[str] = []
        for cell in cells:
            _fill(texts, below)
            width, height = _reach(cell, "colspan"), _reach(cell, "rowspan")
            if width > 1 or height > 1:
                gathering.lose(Loss.MERGED_CELLS)
            width = min(width, max(_WIDEST - len(texts), 1))
            below |= {len(texts) + place: height - 1 for place in range(width)}
            texts += [cell_text(cell), *[""] * (width - 1)]
        _fill(texts, below)
        named = bool(cells) and all(name_of(each) == "th" for each in cells)
        gathering.row(texts, header=in_head or named)


def _fill(texts: list[str], below: dict[int, int]) -> None:
    """Leave free what a cell of a row above reaches down to."""
    while below.get(len(texts), 0) > 0 and len(texts) < _WIDEST:
        below[len(texts)] -= 1
        texts.append("")


def _rows(parent: _Element, *, header: bool) -> Iterator[tuple[_Element, bool]]:
    for each in parent:
        name = name_of(each)
        if is_skipped(each):
            continue
        if name == "tr":
            yield each, header
        elif name in _GROUPS:
            yield from _rows(each, header=header or name == "thead")


def _reach(cell: _Element, name: str) -> int:
    said = (cell.get(name) or "").strip()
    return min(max(int(said), 1), _WIDEST) if said.isascii() and said.isdigit() else 1
