"""Markdown files (CommonMark with tables and footnotes)."""

from concept_review.block import BlockKind
from concept_review.draft import Draft, Format, Piece
from concept_review.files.suspects import Look, with_suspects
from concept_review.inline import spans
from concept_review.markdown import markdown_pieces


def read(source: bytes) -> Draft:
    """Return what a Markdown file holds; raise `UnreadableConcept`."""
    pieces = list(markdown_pieces(source))
    looks = [Look(bold=_is_bold(piece)) for piece in pieces]
    return Draft(format=Format.MARKDOWN, title="", pieces=with_suspects(pieces, looks))


def _is_bold(piece: Piece) -> bool:
    """Say whether a paragraph is bold from its first letter to its last."""
    text = piece.block.text
    if piece.block.kind is not BlockKind.PARAGRAPH or not text.startswith(("**", "__")):
        return False
    return all(span.strong for span in spans(text) if span.text.strip())
