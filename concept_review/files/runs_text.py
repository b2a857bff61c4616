"""Runs of characters as the text of a block, a cell, a title or an excerpt."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from concept_review.inline import Span, written
from concept_review.lines import paragraph_text, title_text
from concept_review.source import clean

EXCERPT = 200
"""Characters of what did not fit that are shown."""
# A mark and a colon at the start of a line would begin a footnote.
_BEGINS_NOTE = re.compile(r"^(\[\^[^\[\]\s]+\]):", re.MULTILINE)


def line_text(runs: Iterable[Span]) -> str:
    """Return runs as clean Markdown, whose lines may still look like the start of a block."""
    return written(_joined(runs))


def _joined(runs: Iterable[Span]) -> Iterator[Span]:
    """Yield clean runs, those that look the same as one: there may be very many of them."""
    for look, group in groupby(runs, lambda run: _like(run, "")):
        text = "".join(run.text for run in group)
        yield _like(look, clean(text).replace("\t", " "))


def _like(run: Span, text: str) -> Span:
    """Return a run that looks like another."""
    return Span(text, run.strong, run.emphasis, run.href, run.note, run.image)


def block_text(runs: Iterable[Span]) -> str:
    """Return runs as the text of a block; each line feed in them is a line break."""
    text = _BEGINS_NOTE.sub(r"\1\\:", line_text(runs))
    return paragraph_text(text.split("\n"), typed=True)


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
