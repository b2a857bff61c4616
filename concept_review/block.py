"""The smallest parts of a text that can be cited, compared and replaced."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

HEADER = "header"
"""The marker of a table row that names the columns below it."""
BULLET = "-"
"""The marker of a list item without a number."""


class BlockKind(StrEnum):
    """What a block is on the page."""

    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUOTE = "quote"
    CODE = "code"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, list item, table row, quote, code block or footnote, as written in Markdown.

    A line break that the author set is a line feed in `text`; cells of a row stand between " | ".
    `depth` counts the list items around the block: 0 for an outermost list item, 1 for a nested
    one or for a second paragraph of an outermost one. `marker` is "-" or the number as written
    ("3.", "3)") for list items, "header" for a table's first row, the language for code,
    the name of its mark for a footnote.
    `id` is given by the store and says nothing about the text.
    """

    kind: BlockKind
    text: str
    depth: int = 0
    marker: str = ""
    id: str = ""

    @property
    def reviewable(self) -> bool:
        """Whether this is text of its own; a footnote only says where something comes from."""
        return self.kind is not BlockKind.FOOTNOTE

    @property
    def ordered(self) -> bool:
        """Whether this is a list item with a number."""
        return self.kind is BlockKind.LIST_ITEM and self.marker not in ("", BULLET)


def blocks_to_json(blocks: Iterable[Block]) -> list[dict[str, str | int]]:
    """Return the blocks as plain values for `json.dumps`."""
    return [
        {
            "kind": block.kind.value,
            "text": block.text,
            "depth": block.depth,
            "marker": block.marker,
            "id": block.id,
        }
        for block in blocks
    ]


def blocks_from_json(entries: Iterable[Mapping[str, Any]]) -> tuple[Block, ...]:
    """Return the blocks that `blocks_to_json` wrote.

    Raises KeyError where kind or text is missing and ValueError for an unknown kind.
    """
    return tuple(
        Block(
            kind=BlockKind(entry["kind"]),
            text=entry["text"],
            depth=entry.get("depth", 0),
            marker=entry.get("marker", ""),
            id=entry.get("id", ""),
        )
        for entry in entries
    )
