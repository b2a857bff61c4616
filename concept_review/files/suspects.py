"""Paragraphs that look like headings without being any; a person decides about them."""

from dataclasses import dataclass, replace

from concept_review.draft import Piece
from concept_review.inline import plain

LARGER = 1.15
"""How many times larger than the text around it a heading's letters are."""
_LONGEST = 120
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Look:
    """How a whole paragraph looks: the size of its letters (0 if unknown), and if all are bold."""

    size: float = 0.0
    bold: bool = False


def with_suspects(pieces: list[Piece], looks: list[Look]) -> tuple[Piece, ...]:
    """Mark short bold or large paragraphs; the larger ones stand above the others."""
    body = _body_size(pieces, looks)
    sizes = [
        look.size if look.size > body * LARGER else body
        for piece, look in zip(pieces, looks, strict=True)
        if _suspect(piece, look, body)
    ]
    order = sorted(set(sizes), reverse=True)
    found: list[Piece] = []
    above = 0
    for piece, look in zip(pieces, looks, strict=True):
        above = piece.level or above
        level = 0
        if _suspect(piece, look, body):
            size = look.size if look.size > body * LARGER else body
            level = min(above + 1 + order.index(size), _DEEPEST)
        found.append(replace(piece, suspected=level))
    return tuple(found)


def _suspect(piece: Piece, look: Look, body: float) -> bool:
    if piece.level or not (look.bold or 0 < body * LARGER < look.size):
        return False
    text = plain(piece.block.text).strip()
    return (
        len(text) <= _LONGEST
        and not text.endswith(".")
        and "\n" not in text
        and any(letter.isalpha() for letter in text)
    )


def _body_size(pieces: list[Piece], looks: list[Look]) -> float:
    """Return the size of letters in which most of the text is written."""
    lengths: dict[float, int] = {}
    for piece, look in zip(pieces, looks, strict=True):
        if look.size and not piece.level:
            lengths[look.size] = lengths.get(look.size, 0) + len(piece.block.text)
    return max(lengths, key=lambda size: lengths[size]) if lengths else 0.0
