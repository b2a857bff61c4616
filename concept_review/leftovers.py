"""Headings that a conversion from Markdown left inside a paragraph, "… Ende. ### Ziele"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from concept_review.block import BlockKind
from concept_review.draft import Piece
from concept_review.lines import paragraph_text
from concept_review.markdown import heading

_LEFT = re.compile(
    r"(?:(?:^|(?<=\n))\\?(?=#)|(?<=\s)(?=##))(?P<signs>#{1,6})[ \t]+"
    r"(?P<title>\S[^\n]{0,150}?)[ \t]*(?:\n|$)"
)


def with_leftover_headings(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces of a file that is no Markdown, such leftovers as headings of their own."""
    return tuple(part for piece in pieces for part in _parts(piece))


def _parts(piece: Piece) -> Iterator[Piece]:
    text = piece.block.text
    plain = piece.level == 0 and piece.block.kind is BlockKind.PARAGRAPH
    found = _LEFT.search(text) if plain else None
    if found is None:
        yield piece
        return
    before = text[: found.start()].rstrip()
    if before:
        yield replace(piece, block=replace(piece.block, text=before), suspected=0)
    title = heading(found["title"], len(found["signs"]))
    yield title if before else replace(title, lost=piece.lost)
    after = paragraph_text(text[found.end() :].split("\n"), typed=True)
    if after:
        yield from _parts(replace(piece, block=replace(piece.block, text=after), lost=()))
