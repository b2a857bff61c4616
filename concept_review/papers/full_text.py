"""The Neufassung: a state of the concept from its first heading to its last line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from concept_review.block import HEADER, Block, BlockKind
from concept_review.inline import Span, spans
from concept_review.numbering import parent_places
from concept_review.papers.paper import Item, Line, LineKind, Table
from concept_review.papers.synopsis import numbers
from concept_review.papers.visible import holdable, marker_of
from concept_review.section import Section
from concept_review.tables import cells

_KINDS = {
    BlockKind.PARAGRAPH: LineKind.TEXT,
    BlockKind.QUOTE: LineKind.QUOTE,
    BlockKind.CODE: LineKind.CODE,
    BlockKind.FOOTNOTE: LineKind.NOTE,
}


def full_text(sections: Sequence[Section], below: int) -> Iterator[Item]:
    """Yield headings and text of sections; the outermost stand `below` that many headings."""
    depths: list[int] = []
    above = parent_places([each.level for each in sections])
    for section, name, parent in zip(sections, headings(sections), above, strict=True):
        # No level is left out, even where the section above was dropped.
        depths.append(1 if parent is None else depths[parent] + 1)
        yield Line(kind=LineKind.HEADING, spans=(Span(name),), level=depths[-1] + below)
        yield from _items(section.blocks)


def headings(sections: Sequence[Section]) -> list[str]:
    """Return the titles of sections with their numbers in front, each on one line."""
    labels = numbers(sections)
    named = (replace(each, label=labels[each.id]).heading for each in sections)
    return [" ".join(holdable(name).split("\n")) for name in named]


def _items(blocks: Iterable[Block]) -> Iterator[Item]:
    for is_row, group in groupby(blocks, lambda block: block.kind is BlockKind.TABLE_ROW):
        if is_row:
            yield from _tables(tuple(group))
        else:
            yield from map(_line, group)


def _tables(rows: Sequence[Block]) -> Iterator[Table]:
    """Yield a table for each header, since only a table's first row is one."""
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place].marker == HEADER:
            yield Table(
                rows=tuple(map(_cells, rows[start:place])), headed=rows[start].marker == HEADER
            )
            start = place


def _cells(row: Block) -> tuple[tuple[Span, ...], ...]:
    return tuple(_spans(cell) for cell in cells(f"| {row.text} |"))


def _line(block: Block) -> Line:
    if block.kind is BlockKind.LIST_ITEM:
        kind = LineKind.NUMBERED if block.ordered else LineKind.BULLET
    else:
        kind = _KINDS[block.kind]
    plain = block.kind is BlockKind.CODE
    return Line(
        kind=kind,
        spans=(Span(holdable(block.text)),) if plain else _spans(block.text),
        level=block.depth,
        marker=marker_of(block),
    )


def _spans(text: str) -> tuple[Span, ...]:
    """Return the runs of a text; marks of footnotes in brackets, pictures by their captions."""
    found = []
    for span in spans(text):
        if span.note:
            found.append(Span(f"[{holdable(span.note)}]"))
        elif span.image:
            found.append(Span(f"[Bild: {holdable(span.text)}]" if span.text else "[Bild]"))
        else:
            found.append(replace(span, text=holdable(span.text), href=holdable(span.href)))
    return tuple(found)
