"""Markdown files (CommonMark with tables and footnotes)."""

from concept_review.draft import Draft, Format
from concept_review.markdown import markdown_pieces


def read(source: bytes) -> Draft:
    """Return what a Markdown file holds; raise `UnreadableConcept`."""
    return Draft(format=Format.MARKDOWN, title="", pieces=markdown_pieces(source))
