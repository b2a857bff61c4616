"""A paper as a workbook: the Synopse as a table, and the rest on sheets beside it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time
from io import BytesIO
from itertools import takewhile
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from concept_review.papers import german
from concept_review.papers.paper import Comparison, Item, Line, LineKind, Paper, Table
from concept_review.papers.pieces import HELD, WIDTH, cut, height
from concept_review.papers.remarks import remarks
from concept_review.papers.steps import Steps
from concept_review.papers.synopsis import Cell, Look, Row

_WIDTHS: Final = (WIDTH, WIDTH, 40, 24, 20)  # characters
_LINE_HEIGHT: Final = 15  # points
_TALLEST: Final = 409  # points, the most that Excel allows
_TEXT_WIDTH: Final = 110  # characters
_A4: Final = 9
_LOOKS: Final[dict[str, dict[str, object]]] = {
    "text": {},
    "bold": {"bold": True},
    "note": {"italic": True},
    Look.GONE: {"bold": True, "font_strikeout": True},
    Look.COME: {"bold": True, "underline": 1},
    "head": {"bold": True, "bg_color": "#E7E6E6"},
}
Styled = tuple[str, str]
"""Words and the name of their look."""


def write(paper: Paper, progress: Callable[[float], None]) -> bytes:
    """Return the paper as a file; `progress` is told the share that is done, up to 1."""
    steps = Steps(paper, progress)
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(stream, {**options, "strings_to_numbers": False})
    day = datetime.combine(datetime.fromisoformat(paper.made_on), time(12))
    book.set_properties(
        {"title": paper.title, "subject": paper.running, "author": "Bindeglied", "created": day}
    )
    writer = _Writer(book, paper)
    for item in paper.items:
        if isinstance(item, Comparison):
            writer.comparison(item, steps)
    before = [*takewhile(lambda item: not isinstance(item, Comparison), paper.items)]
    writer.head(german.PAPER if before else german.DETAILS, before)
    if not paper.lying:
        writer.texts(german.FULL_TEXT, paper.items[len(before) + 1 :])
    book.close()
    steps.end()
    return stream.getvalue()


class _Writer:
    """Writes sheets, and holds the formats that they share."""

    def __init__(self, book: Workbook, paper: Paper) -> None:
        self._book = book
        self._paper = paper
        # Cells have borders and fold lines; words inside a cell have only their look.
        self._words = {name: book.add_format(look) for name, look in _LOOKS.items()}
        framed = {"text_wrap": True, "valign": "top", "border": 1}
        self._framed = {name: book.add_format({**framed, **look}) for name, look in _LOOKS.items()}
        folded = {"text_wrap": True, "valign": "top"}
        self._folded = {name: book.add_format({**folded, **look}) for name, look in _LOOKS.items()}

    def comparison(self, item: Comparison, steps: Steps) -> None:
        """Write the Synopse: one row for each section, long ones in parts."""
        sheet = self._sheet(german.SYNOPSIS, lying=True)
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        states = (item.old_state, item.new_state, "", "", "")
        for column, (name, state) in enumerate(zip(german.COLUMNS, states, strict=True)):
            text = f"{name}\n{state}" if state else name
            sheet.write_string(0, column, text, self._framed["head"])
        at = 1
        for whole in item.rows:
            for row in cut(whole):
                self._row(sheet, at, row)
                at += 1
            steps.take()
        sheet.set_row(0, 2 * _LINE_HEIGHT + 3)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)

    def _row(self, sheet: Worksheet, at: int, row: Row) -> None:
        cells = [_words(each, titled=row.titled) for each in (row.old, row.new)]
        cells += [[(text[:HELD], "text")] for text in remarks(row)]
        for column, words in enumerate(cells):
            self._put(sheet, at, column, words)
        self._set_height(sheet, at, zip(cells, _WIDTHS, strict=True))

    def _set_height(
        self, sheet: Worksheet, at: int, cells: Iterable[tuple[Sequence[Styled], int]]
    ) -> None:
        """Make a row as high as its cells need, since not every program does so itself."""
        lines = (height("".join(text for text, _ in words), width) for words, width in cells)
        sheet.set_row(at, min(_LINE_HEIGHT * max(lines) + 3, _TALLEST))

    def head(self, name: str, items: Iterable[Item]) -> None:
        """Write the title, what the paper says of itself, and the items that come first."""
        sheet = self._sheet(name)
        sheet.set_column(0, 0, _TEXT_WIDTH)
        rows = [[(self._paper.title, "bold")]]
        rows += [[(f"{key}: {value}", "text")] for key, value in self._paper.details]
        self._texts(sheet, [*rows, *_rows(items)])

    def texts(self, name: str, items: Iterable[Item]) -> None:
        """Write items below each other, each line and each row of a table in a row."""
        sheet = self._sheet(name)
        sheet.set_column(0, 0, _TEXT_WIDTH)
        self._texts(sheet, _rows(items))

    def _texts(self, sheet: Worksheet, rows: Iterable[Sequence[Styled]]) -> None:
        for at, words in enumerate(rows):
            self._put(sheet, at, 0, words, self._folded)
            self._set_height(sheet, at, [(words, _TEXT_WIDTH)])

    def _sheet(self, name: str, *, lying: bool = False) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        sheet.set_paper(_A4)
        if lying:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        # An ampersand would begin a code of the footer, which holds 255 characters.
        running = self._paper.running.replace("&", "&&")[:200]
        sheet.set_footer(f"&L&8{running} · Seite &P von &N")
        return sheet

    def _put(
        self, sheet: Worksheet, at: int, column: int, words: Sequence[Styled],
        formats: dict[str, Format] | None = None,
    ) -> None:  # fmt: skip
        """Write words into a cell; one that looks the same throughout has a look of its own."""
        frames = formats or self._framed
        shown = [(text, look) for text, look in words if text]
        if not shown:
            sheet.write_blank(at, column, None, frames["text"])
        elif len(shown) == 1:
            sheet.write_string(at, column, shown[0][0], frames[shown[0][1]])
        else:
            parts = [part for text, look in shown for part in (self._words[look], text)]
            sheet.write_rich_string(at, column, *parts, frames["text"])


def _words(cell: Cell, *, titled: bool) -> list[Styled]:
    """Return a cell as words with their looks: the note, then the text with its title bold."""
    words: list[Styled] = []
    if cell.note:
        words.append((cell.note + ("\n" if cell.pieces else ""), "note"))
    for piece in cell.pieces:
        if piece.look is not Look.SAME:
            titled = titled and "\n" not in piece.text
            words.append((piece.text, piece.look))
            continue
        title, feed, rest = piece.text.partition("\n") if titled else ("", "", piece.text)
        words += [(title, "bold"), (feed + rest, "text")]
        titled = titled and not feed
    return words


def _rows(items: Iterable[Item]) -> list[list[Styled]]:
    rows: list[list[Styled]] = []
    for item in items:
        if isinstance(item, Table):
            for place, cells in enumerate(item.rows):
                text = " | ".join("".join(span.text for span in cell) for cell in cells)
                rows.append([(text[:HELD], "bold" if item.headed and not place else "text")])
        elif isinstance(item, Line):
            rows += _line_rows(item)
    return rows


def _line_rows(line: Line) -> list[list[Styled]]:
    marker = "–" if line.kind is LineKind.BULLET else line.marker
    pad = "    " * line.level if line.kind is not LineKind.HEADING else ""
    text = f"{pad}{marker} {line.text}" if marker else pad + line.text
    look = "bold" if line.kind is LineKind.HEADING else "text"
    return [[(text[start : start + HELD], look)] for start in range(0, len(text), HELD)]
