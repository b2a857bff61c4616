"""The words of a section as papers show and compare them: one form, used everywhere."""

import re
from collections.abc import Sequence

from concept_review.block import Block, BlockKind
from concept_review.inline import plain
from concept_review.section import Section

BULLET = "–"
"""What stands before an item of a list without numbers."""
_INDENT = "\u2003"  # an em space, which no file format folds
# What XML cannot hold, so that no file but the plainest could keep it.
_UNHOLDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")


def holdable(text: str) -> str:
    """Return the text with line feeds only, and U+FFFD in place of what XML cannot hold."""
    return _UNHOLDABLE.sub("\ufffd", _LINE_END.sub("\n", text))


def visible_text(section: Section) -> str:
    """Return the words of the title and below it those of the blocks, line by line.

    Items of lists bear their markers, cells of a table row stand between " | ", footnotes begin
    with the name of their mark. Emphasis, addresses and computed numbers are left out.
    """
    title = " ".join(holdable(plain(section.title)).split("\n"))
    return "\n".join([title, *(line for block in section.blocks for line in block_lines(block))])


def edition_text(sections: Sequence[Section]) -> str:
    """Return the visible text of sections below each other."""
    return "\n".join(map(visible_text, sections))


def block_lines(block: Block) -> list[str]:
    """Return the lines of one block with its indent and marker."""
    pad = _INDENT * block.depth
    first, *others = block_words(block).split("\n")
    marker = marker_of(block)
    lead = f"{marker} " if marker else ""
    return [f"{pad}{lead}{first}", *(f"{pad}{line}" for line in others)]


def block_words(block: Block) -> str:
    """Return the words of a block; code is shown to the letter."""
    return holdable(block.text if block.kind is BlockKind.CODE else plain(block.text))


def marker_of(block: Block) -> str:
    """Return what stands before the block's words: a dash, a number, a footnote's mark, or ""."""
    if block.kind is BlockKind.FOOTNOTE:
        return holdable(f"[{block.marker}]")
    if block.kind is BlockKind.LIST_ITEM:
        return holdable(block.marker) if block.ordered else BULLET
    return ""
