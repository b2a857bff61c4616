"""From a flat row of blocks to Markdown that reads as these blocks again."""

import re
from collections.abc import Iterable

from concept_review.block import BULLET, HEADER, Block, BlockKind
from concept_review.lines import ends_in_backslash
from concept_review.tables import cells, head_lines

_LIST_BREAK = "***"
"""A rule between two lists whose numbers would else run on."""
_NUMBER = re.compile(r"(\d+)(\D)")


def _broken_lines(text: str, *, typed: bool) -> list[str]:
    """Return the lines of a text, each but the last with its sign of a line break."""
    *lines, last = text.split("\n")
    spaced = [line + "  " if not typed or ends_in_backslash(line) else line for line in lines]
    return [*spaced, last]


def _code_lines(block: Block) -> list[str]:
    sign = "~" if "`" in block.marker else "`"
    longest = max((len(run) for run in re.findall(rf"{sign}+", block.text)), default=0)
    fence = sign * max(3, longest + 1)
    # The space keeps the language "~" apart from the fence.
    opening = f"{fence} {block.marker}" if sign == "~" else fence + block.marker
    return [opening, *block.text.split("\n"), fence]


class _BlockWriter:
    """Writes block after block, and knows how far lists are indented and counted."""

    def __init__(self, *, typed: bool) -> None:
        self.lines: list[str] = []
        self._typed = typed
        self._indents = [0]
        self._lists: list[tuple[str, int]] = []  # delimiter and last number of each open list
        self._last: Block | None = None

    def write(self, block: Block) -> None:
        """Write one block below the last one."""
        depth = min(block.depth, len(self._indents) - 1)
        del self._indents[depth + 1 :]
        pad = " " * self._indents[depth]
        self._separate(block, pad, runs_on=self._runs_on(block, depth))
        lines = self._block_lines(block)
        if block.kind is BlockKind.LIST_ITEM:
            marker = block.marker or BULLET
            self._indents.append(len(pad) + len(marker) + 1)
            hanging = " " * (len(marker) + 1)
            first = f"{marker} {lines[0]}" if block.text else marker
            lines = [first, *(hanging + line for line in lines[1:])]
        self.lines += [pad + line if line else "" for line in lines]
        self._last = block

    def _runs_on(self, block: Block, depth: int) -> bool:
        """Keep count of the open lists and say whether the block fits into them."""
        above = self._lists[depth] if depth < len(self._lists) else None
        del self._lists[depth:]
        if block.kind is not BlockKind.LIST_ITEM:
            return True
        found = _NUMBER.fullmatch(block.marker)
        here = (found[2], int(found[1])) if found else (BULLET, 0)
        self._lists += [(BULLET, 0)] * (depth - len(self._lists)) + [here]
        return above is None or here[0] == BULLET or above[0] != here[0] or above[1] < here[1]

    def _separate(self, block: Block, pad: str, *, runs_on: bool) -> None:
        last = self._last
        if last is None:
            return
        if not runs_on:
            self.lines += ["", pad + _LIST_BREAK, ""]
        elif not _adjoins(last, block):
            self.lines.append("")

    def _block_lines(self, block: Block) -> list[str]:
        match block.kind:
            case BlockKind.CODE:
                return _code_lines(block)
            case BlockKind.TABLE_ROW:
                return self._row_lines(block)
            case BlockKind.QUOTE:
                return ["> " + line for line in _broken_lines(block.text, typed=self._typed)]
            case BlockKind.FOOTNOTE:
                lines = _broken_lines(f"[^{block.marker}]: {block.text}", typed=self._typed)
                return [line.rstrip() for line in lines] if not block.text else lines
            case BlockKind.PARAGRAPH | BlockKind.LIST_ITEM:
                return _broken_lines(block.text, typed=self._typed)

    def _row_lines(self, block: Block) -> list[str]:
        columns = len(cells(f"| {block.text} |"))
        if block.marker == HEADER:
            return head_lines(columns, block.text)
        row = f"| {block.text} |"
        if self._last and _adjoins(self._last, block):
            return [row]
        return [*head_lines(columns), row]


def _adjoins(above: Block, below: Block) -> bool:
    """Say whether two blocks stand without an empty line between them."""
    if above.kind is BlockKind.LIST_ITEM:
        if not above.text:
            return below.depth > above.depth
        return below.kind is BlockKind.LIST_ITEM and below.text != "" and below.depth <= above.depth
    return (
        above.kind is below.kind is BlockKind.TABLE_ROW
        and below.marker != HEADER
        and above.depth == below.depth
    )


def block_lines(blocks: Iterable[Block], *, typed: bool = False) -> list[str]:
    """Return the lines of the blocks as Markdown; a `typed` text breaks lines by line ends."""
    writer = _BlockWriter(typed=typed)
    for block in blocks:
        writer.write(block)
    return writer.lines
