"""The text of a concept as Markdown that shows it to the letter, emphasis apart."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from concept_review.block import Block, BlockKind
from concept_review.inline import Span, spans
from concept_review.tables import cells
from views.inert import inert


def markdown_of(blocks: Sequence[Block]) -> str:
    """Return the blocks as Markdown in which only emphasis, lists and tables are active."""
    parts = (
        _table(list(run)) if kind is BlockKind.TABLE_ROW else _flow(list(run))
        for kind, run in groupby(blocks, lambda block: block.kind)
    )
    return "\n\n".join(parts)


def _flow(run: Sequence[Block]) -> str:
    separator = "\n" if run[0].kind is BlockKind.LIST_ITEM else "\n\n"
    return separator.join(_line(block) for block in run)


def _line(block: Block) -> str:
    text = _phrase(block.text)
    match block.kind:
        case BlockKind.LIST_ITEM:
            marker = block.marker if block.ordered else "-"
            return f"{_indent(block)}{marker} {text}"
        case BlockKind.QUOTE:
            return f"> {text}"
        case BlockKind.CODE:
            return "\n\n".join(inert(line) for line in block.text.splitlines() if line.strip())
        case BlockKind.FOOTNOTE:
            return f"{inert(f'[{block.marker}]')} {text}"
        case _:
            return f"{_indent(block)}{text}"


def _indent(block: Block) -> str:
    return "    " * block.depth


def _phrase(text: str) -> str:
    """Return the text inert but for emphasis; a line break in it stays one."""
    return "".join(_run(span) for span in spans(text))


def _run(span: Span) -> str:
    if span.note:
        return inert(f"[{span.note}]")
    text = f"{span.text} ({span.href})" if span.href not in ("", span.text) else span.text
    core = text.strip()
    if span.image:
        core = text = f"[{core}]" if core else ""
    sign = "**" if span.strong else "*" if span.emphasis else ""
    lines = "  \n".join(inert(line) for line in core.splitlines())
    lead, trail = text.split(core, 1) if core else ("", text)
    return f"{_gap(lead)}{sign}{lines}{sign}{_gap(trail)}" if core else _gap(text)


def _gap(white: str) -> str:
    if "\n" in white:
        return "  \n"
    return " " if white else ""


def _table(rows: Sequence[Block]) -> str:
    texts = [cells(f"| {row.text} |") for row in rows]
    written = [
        [_phrase(" ".join(cell.replace("\\|", "|").split())) for cell in row] for row in texts
    ]
    width = max(len(row) for row in written)
    lines = [_row(row, width) for row in written]
    head = [] if rows[0].marker == "header" else [_row([], width)]
    return "\n".join([*head, *_ruled(lines, width, headed=not head)])


def _ruled(lines: Sequence[str], width: int, *, headed: bool) -> Iterator[str]:
    rule = "|" + " --- |" * width
    if not headed:
        yield rule
    for place, line in enumerate(lines):
        yield line
        if headed and place == 0:
            yield rule


def _row(row: Sequence[str], width: int) -> str:
    return "| " + " | ".join([*row, *[""] * (width - len(row))]) + " |"
