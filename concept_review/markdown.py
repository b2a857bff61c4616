"""A Markdown text as pieces: headings and blocks in order, with what did not fit."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from concept_review.block import Block, BlockKind
from concept_review.draft import Loss, Lost, Piece
from concept_review.inline import spans
from concept_review.lines import title_text
from concept_review.reading import heading_text, markdown_tokens, read_blocks
from concept_review.source import readable

if TYPE_CHECKING:
    from markdown_it.token import Token

EXCERPT = 200
"""Characters of what did not fit that are shown."""


def markdown_pieces(source: bytes | str) -> tuple[Piece, ...]:
    """Return the pieces of a Markdown file; raise `UnreadableConcept`."""
    return tuple(_pieces(markdown_tokens(readable(source))))


def one_line(text: str) -> str:
    """Return the text of a piece as a title."""
    return title_text(text.split("\n"))


def heading(title: str, level: int) -> Piece:
    """Return a heading as a piece."""
    return Piece(block=Block(kind=BlockKind.PARAGRAPH, text=title), level=level)


def _pieces(tokens: "Sequence[Token]") -> Iterator[Piece]:
    start = 0
    for place, token in enumerate(tokens):
        if not _opens_section(tokens, place, token):
            continue
        yield from map(_text, read_blocks(tokens[start:place]))
        yield heading(heading_text(tokens[place + 1]), int(token.tag[1:]))
        start = place + 3  # the three tokens of a heading
    yield from map(_text, read_blocks(tokens[start:]))


def _opens_section(tokens: "Sequence[Token]", place: int, token: "Token") -> bool:
    """Say whether a heading with words begins here, outside of lists and quotes."""
    return (
        token.type == "heading_open" and token.level == 0 and heading_text(tokens[place + 1]) != ""
    )


def _text(block: Block) -> Piece:
    if block.kind is BlockKind.FOOTNOTE:
        return Piece(block=block, lost=(Lost(Loss.FOOTNOTES, block.text[:EXCERPT]),))
    if block.kind is BlockKind.CODE:
        return Piece(block=block)
    pictures = [span for span in spans(block.text) if span.image]
    return Piece(block=block, lost=tuple(Lost(Loss.IMAGES, s.text[:EXCERPT]) for s in pictures))
