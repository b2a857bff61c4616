"""From letters that look the same to the text of a block, a heading or a cell."""

from collections.abc import Iterable
from dataclasses import replace

from concept_review.files.runs_text import line_text
from concept_review.inline import Span
from concept_review.lines import title_text


def heading_text(spans: Iterable[Span]) -> str:
    """Return the title of a heading: words alone, on one line."""
    words = [replace(span, strong=False, emphasis=False, href="") for span in spans]
    text = line_text(span for span in words if not span.note)
    return title_text([" ".join(text.split())])


def cell_text(paragraphs: Iterable[Iterable[Span]]) -> str:
    """Return the text of a table's cell on one line, its strokes told from those of the table."""
    lines = (" ".join(line_text(spans).split()) for spans in paragraphs)
    return " ".join(line for line in lines if line).replace("|", r"\|")
