"""Writing our own tables in German: empty to be filled in, or with everything that is public."""

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from network.exchange.csv_files import as_text
from network.exchange.packed import packed
from network.exchange.template import EXAMPLE, SHEETS, Column, Sheet
from network.exchange.template_rows import Cells, RosterRows
from network.exchange.xlsx_table import held
from network.organization import Roster

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

HELP: Final = "Ausfüllhilfe"
WORDS: Final = "Wörter"
_HELP_HEAD: Final = ("Blatt", "Spalte", "Muss", "Was hinein gehört", "Beispiel")
_ROWS_TO_FILL: Final = 2_000


def write_template_xlsx(roster: Roster | None = None) -> bytes:
    """Return a workbook with all sheets, what helps to fill them in, and no macros.

    Without records each sheet has a row that only shows how, and is never read.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415  (only workbooks need the library)

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False,
                             "strings_to_urls": False, "strings_to_numbers": False})  # fmt: skip
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "valign": "top"})
    rows = RosterRows(roster) if roster else None
    for sheet in SHEETS:
        filled = list(rows.of(sheet.sort)) if rows else [_example(sheet)]
        _write_sheet(book.add_worksheet(sheet.title), sheet, filled, bold)
    _write_help(book, wrapped, bold)
    _write_words(book, bold)
    book.close()
    return stream.getvalue()


def write_template_csv(roster: Roster | None = None) -> bytes:
    """Return the same as files of CSV with semicolons, packed together."""
    rows = RosterRows(roster) if roster else None
    files = []
    for sheet in SHEETS:
        filled = list(rows.of(sheet.sort)) if rows else [_example(sheet)]
        body = [[_text(row, column) for column in sheet.columns] for row in filled]
        files.append((f"{sheet.title}.csv", _table([_heads(sheet), *body])))
    files.append((f"{HELP}.txt", _table([_HELP_HEAD, *_help_rows()], "\t")))
    return packed(files)


def _table(rows: Sequence[Sequence[str]], separator: str = ";") -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerows([[as_text(held(cell)) for cell in row] for row in rows])
    return ("\ufeff" + text.getvalue()).encode()


def _heads(sheet: Sheet) -> list[str]:
    return [column.head for column in sheet.columns]


def _text(row: Cells, column: Column) -> str:
    value = row.get(column.key)
    if isinstance(value, float):
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
    return column.words.get(str(value), str(value)) if value else ""


def _example(sheet: Sheet) -> Cells:
    return {column.key: column.example for column in sheet.columns} | {"id": EXAMPLE}


def _help_rows() -> list[list[str]]:
    rows = []
    for sheet in SHEETS:
        for column in sheet.columns:
            text = column.help
            if column.several:
                text += " Mehrere durch | oder Zeilenumbruch getrennt."
            if column.words:
                text += f" Erlaubt: {'; '.join(column.words.values())}."
            must = "ja" if column.required else ""
            rows.append([sheet.title, column.head, must, text, column.example])
    return rows


def _write_sheet(
    page: "Worksheet", sheet: Sheet, rows: Sequence[Cells], bold: "Format"
) -> None:  # fmt: skip
    last = max(len(rows), _ROWS_TO_FILL)
    for at, column in enumerate(sheet.columns):
        page.write_string(0, at, column.head, bold)
        page.set_column(at, at, min(max(len(column.head), len(column.example)), 40) + 3)
        for number, row in enumerate(rows, 1):
            if text := _text(row, column):
                page.write_string(number, at, held(text))
        if column.words:
            source = f"={WORDS}!{_words_range(sheet, column)}"
            page.data_validation(1, at, last, at, {
                "validate": "list", "source": source, "ignore_blank": True,
                "error_type": "warning", "error_title": "Anderes Wort",
                "error_message": "Dieses Wort ist hier nicht bekannt.",
            })  # fmt: skip
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(rows), 1), len(sheet.columns) - 1)


def _worded() -> list[tuple[Sheet, Column]]:
    return [(sheet, column) for sheet in SHEETS for column in sheet.columns if column.words]


def _words_range(sheet: Sheet, column: Column) -> str:
    from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415  (only workbooks need it)

    letter = xl_col_to_name(_worded().index((sheet, column)))
    return f"${letter}$2:${letter}${len(column.words) + 1}"


def _write_words(book: "Workbook", bold: "Format") -> None:
    page = book.add_worksheet(WORDS)
    for at, (sheet, column) in enumerate(_worded()):
        page.write_string(0, at, f"{sheet.title}: {column.head}", bold)
        page.set_column(at, at, 34)
        for number, word in enumerate(column.words.values(), 1):
            page.write_string(number, at, word)


def _write_help(book: "Workbook", wrapped: "Format", bold: "Format") -> None:
    page = book.add_worksheet(HELP)
    for at, (head, width) in enumerate(zip(_HELP_HEAD, (16, 24, 8, 80, 34), strict=True)):
        page.write_string(0, at, head, bold)
        page.set_column(at, at, width)
    for number, row in enumerate(_help_rows(), 1):
        for at, cell in enumerate(row):
            page.write_string(number, at, cell, wrapped)
    page.freeze_panes(1, 0)
