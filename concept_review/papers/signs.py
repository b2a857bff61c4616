"""The text of a block as the signs that a word processor shows, each with its look.

A sign is a word, a run of white space or a single other character, as differences are counted;
where it is strong, emphasised, linked or a mark of a footnote, that stands behind a separator.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from concept_review.block import Block, BlockKind
from concept_review.inline import Span, spans
from concept_review.tables import cells
from concept_review.words import tokens

_SEPARATOR = "\x1f"  # which no text holds, see `_NO_XML`
# What XML cannot hold, and so no Word file.
_NO_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINKED = ("http://", "https://", "mailto:")


def signs(text: str) -> list[str]:
    """Return the signs of a text that is Markdown inside."""
    return [sign for span in _spans(text) for sign in _signs(span)]


def title_signs(title: str) -> list[str]:
    """Return the signs of a heading, which has no looks of its own."""
    return [sign for span in _spans(title) for sign in tokens(span.text)]


def block_signs(block: Block) -> list[list[str]]:
    """Return the signs of a block: of each cell for the row of a table, else in one list."""
    return [[sign for span in cell for sign in _signs(span)] for cell in _cells(block)]


def shown_words(block: Block) -> str:
    """Return what a reader sees of a block, white space aside; the same before and after a file."""
    parts = ("".join(span.text for span in cell) for cell in _cells(block))
    return " ".join(" | ".join(parts).split())


def visible(text: str) -> str:
    """Return the text without characters that no file of a word processor can hold."""
    return _NO_XML.sub("", text)


def look_of(sign: str) -> Span:
    """Return one sign as a run of characters."""
    text, separator, look = sign.partition(_SEPARATOR)
    if not separator:
        return Span(text)
    strong, emphasis, note, href = look.split(_SEPARATOR)
    return Span(text, strong=bool(strong), emphasis=bool(emphasis), note=note, href=href)


def runs(found: Iterable[str]) -> Iterator[Span]:
    """Yield signs that look the same as one run of characters."""
    for look, group in groupby(map(_parted, found), lambda parts: parts[1:]):
        yield look_of("".join((*(text for text, *_ in group), *look)))


def _parted(sign: str) -> tuple[str, str, str]:
    return sign.partition(_SEPARATOR)


def same_look(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> bool:
    """Say whether two blocks are shown alike."""
    return [list(cell) for cell in old] == [list(cell) for cell in new]


def _cells(block: Block) -> list[list[Span]]:
    """Return the runs of each cell as they are shown."""
    if block.kind is BlockKind.TABLE_ROW:
        return [_spans(cell) for cell in cells(f"| {block.text} |")]
    if block.kind is BlockKind.CODE:
        return [[Span(visible(block.text))]]
    found = _spans(block.text)
    if block.kind is BlockKind.FOOTNOTE:
        found = [*_spans(f"[^{block.marker}]"), Span(" "), *found]
    return [found]


def _spans(text: str) -> list[Span]:
    return [_shown(span) for span in spans(visible(text))]


def _shown(span: Span) -> Span:
    """Return a run as it is shown: marks in brackets, of a picture its caption."""
    if span.note:
        return Span(f"[{span.note}]", note=span.note)
    if span.image:
        return Span(span.text)
    if span.href and not span.href.lower().startswith(_LINKED):
        return replace(span, href="")
    return span


def _signs(span: Span) -> list[str]:
    look = (
        "x" if span.strong else "",
        "x" if span.emphasis else "",
        span.note,
        span.href,
    )
    if not any(look):
        return tokens(span.text)
    # A mark is whole: nobody changes half of it.
    parts = [span.text] if span.note else tokens(span.text)
    return [_SEPARATOR.join((part, *look)) for part in parts]
