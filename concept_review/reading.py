"""From Markdown tokens to a flat row of blocks; no word is left out."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from concept_review.block import BULLET, HEADER, Block, BlockKind
from concept_review.lines import paragraph_text, title_text
from concept_review.tables import head_place, row_text
from concept_review.unreadable import Fault, UnreadableConcept

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

NESTING = 40
"""Levels of lists and quotes inside each other (a list takes two) that are read."""
_FOOTNOTE = re.compile(r"\[\^([^\[\]\s]{1,40})\]:[ \t]*(.*)", re.DOTALL)
_LARGEST_NUMBER = 999_999_999  # of a list item in CommonMark


@cache
def _parser() -> "MarkdownIt":
    """Return a CommonMark parser for the structure alone.

    HTML is text like any other here, and addresses of links (`[1]: https://…`) stay where they
    stand, since both would vanish from the text. What is inside a paragraph stays as written.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415  (start-up)

    parser = MarkdownIt("commonmark", {"maxNesting": NESTING})
    parser.disable(["html_block", "reference", "inline", "text_join"])
    # The first text fills a cache that must be whole before several threads read.
    parser.parse("text")
    return parser


def markdown_tokens(text: str) -> "list[Token]":
    """Return the tokens of a text; raise `UnreadableConcept` where it is nested too deeply.

    The parser would skip what lies deeper without a word.
    """
    tokens = _parser().parse(text)
    if any(token.level >= NESTING - 1 and token.nesting == 1 for token in tokens):
        raise UnreadableConcept(Fault.TOO_DEEP, limit=NESTING // 2)
    return tokens


def heading_text(token: "Token") -> str:
    """Return the text of a heading on one line."""
    return title_text(token.content.split("\n"))


class _BlockReader:
    """Collects the blocks of consecutive tokens."""

    def __init__(self, *, typed: bool) -> None:
        self.blocks: list[Block] = []
        self._typed = typed
        self._quotes = 0
        self._numbers: list[int] = []  # the last number of each open list
        self._items: list[tuple[int, int]] = []  # place in blocks and quotes around, per open item

    def read(self, token: "Token") -> None:
        """Take in one token; those without text of their own (rules, ends) fall through."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._numbers.append(-1)
            case "bullet_list_close" | "ordered_list_close":
                self._numbers.pop()
            case "list_item_open":
                self._open_item(token)
            case "list_item_close":
                self._close_item()
            case "blockquote_open" | "blockquote_close":
                self._quotes += token.nesting
            case "inline":
                self._read_lines(token.content.split("\n"))
            case "fence" | "code_block":
                self._read_code(token)

    def _add(self, kind: BlockKind, text: str, marker: str = "") -> None:
        depth = len(self._items)
        self.blocks.append(Block(kind=kind, text=text, depth=depth, marker=marker))

    def _open_item(self, token: "Token") -> None:
        marker = BULLET
        if token.info:
            # Numbers are kept as written, so that gaps survive; "1. 1. 1." counts on.
            number, last = int(token.info), self._numbers[-1]
            if number <= last < _LARGEST_NUMBER:
                number = last + 1
            self._numbers[-1] = number
            marker = f"{number}{token.markup}"
        self._add(BlockKind.LIST_ITEM, "", marker)
        self._items.append((len(self.blocks) - 1, self._quotes))

    def _close_item(self) -> None:
        self._items.pop()
        last = self.blocks[-1]
        # An item still without text has children, unless it is the last block: then it is empty.
        if last.kind is BlockKind.LIST_ITEM and not last.text:
            self.blocks.pop()

    def _read_lines(self, lines: list[str]) -> None:
        lines = self._read_footnotes(lines)
        head = head_place(lines)
        self._read_paragraph(paragraph_text(lines[:head], typed=self._typed))
        if head is None:
            return
        for place, line in enumerate(lines[head:]):
            text = "" if place == 1 else row_text(line)
            if text:
                self._add(BlockKind.TABLE_ROW, text, "" if place else HEADER)

    def _read_footnotes(self, lines: list[str]) -> list[str]:
        """Take out footnotes, each with the lines below it, and return the lines before them."""
        starts = [place for place, line in enumerate(lines) if _FOOTNOTE.match(line.strip())]
        for start, end in zip(starts, [*starts, len(lines)][1:], strict=True):
            text = paragraph_text(lines[start:end], typed=self._typed)
            if found := _FOOTNOTE.match(text):
                self._add(BlockKind.FOOTNOTE, found[2], found[1])
        return lines[: starts[0]] if starts else lines

    def _read_paragraph(self, text: str) -> None:
        if not text:
            return
        item, quotes_around = self._items[-1] if self._items else (None, 0)
        if self._quotes > quotes_around:
            self._add(BlockKind.QUOTE, text)
        elif item == len(self.blocks) - 1 and not self.blocks[item].text:
            self.blocks[item] = replace(self.blocks[item], text=text)
        else:
            self._add(BlockKind.PARAGRAPH, text)

    def _read_code(self, token: "Token") -> None:
        lines = token.content.removesuffix("\n").split("\n")
        text = "\n".join(line if line.strip() else "" for line in lines)
        language = " ".join(token.info.split())
        if text.strip() or language:
            self._add(BlockKind.CODE, text, language)


def read_blocks(tokens: "Iterable[Token]", *, typed: bool = False) -> tuple[Block, ...]:
    """Return the blocks of the tokens; in a `typed` text each line end is a line break."""
    reader = _BlockReader(typed=typed)
    for token in tokens:
        reader.read(token)
    return tuple(reader.blocks)
