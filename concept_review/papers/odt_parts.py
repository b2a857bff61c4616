"""The small parts of an OpenDocument text: words, paragraphs, cells."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from concept_review.inline import Span
from concept_review.papers.synopsis import Cell, Look

NOTE_STYLE: Final = "Vermerk"
CELL_STYLE: Final = "Zelle"
CELL_HEADING_STYLE: Final = "Zellentitel"
Styled = tuple[str, str]
"""Words and the name of their style, "" for none."""
_LOOKS: Final[Mapping[Look, str]] = {Look.SAME: "", Look.GONE: "gone", Look.COME: "come"}


def paragraph(words: Iterable[Styled], style: str, tag: str = "text:p", more: str = "") -> str:
    """Return a paragraph as XML, its words to the letter.

    White space that a reader would fold is written as elements, wherever a span ends.
    """
    return f'<{tag} text:style-name="{style}"{more}>{"".join(_runs(words))}</{tag}>'


def heading(text: str, level: int, style: str) -> str:
    """Return a heading as XML."""
    more = f' text:outline-level="{level}"'
    return paragraph([(text, "")], style, "text:h", more)


def _runs(words: Iterable[Styled]) -> Iterator[str]:
    folds = True  # at the start of a paragraph spaces are folded away
    found = [(text, style) for text, style in words if text]
    for place, (text, style) in enumerate(found):
        written, folds = _text(text, folds=folds, last=place == len(found) - 1)
        yield (
            f"<text:span text:style-name={quoteattr(style)}>{written}</text:span>"
            if (style)
            else written
        )


def _text(text: str, *, folds: bool, last: bool) -> tuple[str, bool]:
    parts = []
    for place, sign in enumerate(text):
        if sign == "\t":
            parts.append("<text:tab/>")
        elif sign == "\n":
            parts.append("<text:line-break/>")
        elif sign == " " and (folds or (last and place == len(text) - 1)):
            parts.append("<text:s/>")
        else:
            parts.append(escape(sign))
        folds = sign in " \t\n"
    return "".join(parts), folds


def span_words(spans: Iterable[Span]) -> Iterator[Styled]:
    """Yield the words of a line; an address that they do not name stands behind them."""
    for span in spans:
        style = ("both" if span.emphasis else "strong") if span.strong else ""
        style = style or ("emphasis" if span.emphasis else "")
        yield span.text, style
        if span.href and span.href.removeprefix("mailto:") != span.text:
            yield f" <{span.href}>", style


def cell_paragraphs(content: Cell) -> str:
    """Return a cell of the Synopse: its note, then one paragraph for each line."""
    parts = []
    if content.note or not content.pieces:
        parts.append(paragraph([(content.note, "")], NOTE_STYLE))
    for place, line in enumerate(content.lines):
        words = [(piece.text, _LOOKS[piece.look]) for piece in line]
        parts.append(paragraph(words, CELL_STYLE if place else CELL_HEADING_STYLE))
    return "".join(parts)


def text_paragraphs(text: str, style: str = CELL_STYLE) -> str:
    """Return one paragraph for each line of a text."""
    return "".join(paragraph([(line, "")], style) for line in text.split("\n"))


def cell(content: str, style: str) -> str:
    """Return a cell of a table as XML around its paragraphs."""
    return f'<table:table-cell table:style-name="{style}">{content}</table:table-cell>'


def table(name: str, widths: str, header: str, rows: str) -> str:
    """Return a table as XML; its header rows are repeated on every page.

    `widths` and `header` are XML of columns and of the row of names, or "".
    """
    head = f"<table:table-header-rows>{header}</table:table-header-rows>" if header else ""
    named = quoteattr(name)
    opening = f'<table:table table:name={named} table:style-name="tabelle">'
    return f"{opening}{widths}{head}{rows}</table:table>"
