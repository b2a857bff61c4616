"""Runs of characters as the text of a block, a cell, a title or an excerpt."""

from collections.abc import Iterable
from dataclasses import replace

from concept_review.inline import Span, written
from concept_review.lines import paragraph_text, title_text
from concept_review.source import clean

EXCERPT = 200
"""Characters of what did not fit that are shown."""


def line_text(runs: Iterable[Span]) -> str:
    """Return runs as clean Markdown, whose lines may still look like the start of a block."""
    return written(map(_cleaned, runs))


def _cleaned(run: Span) -> Span:
    text = clean(run.text).replace("\t", " ")
    return run if text == run.text else replace(run, text=text)


def block_text(runs: Iterable[Span]) -> str:
    """Return runs as the text of a block; each line feed in them is a line break."""
    return paragraph_text(line_text(runs).split("\n"), typed=True)


def cell_text(runs: Iterable[Span]) -> str:
    """Return runs as the text of a cell, on one line."""
    return " ".join(line_text(runs).split()).replace("|", "\\|")


def excerpt_of(text: str) -> str:
    """Return the beginning of a text on one line."""
    one_line = " ".join(clean(text).split())
    return one_line if len(one_line) <= EXCERPT else one_line[: EXCERPT - 1] + "…"


def heading_text(runs: Iterable[Span]) -> str:
    """Return runs as a title, without the emphasis that headings have anyway, links and marks."""
    # A tab or two spaces set a number apart from the words after it.
    bare = [Span(run.text.replace("\t", "  ")) for run in runs if not run.note]
    return title_text(line_text(bare).split("\n"))
