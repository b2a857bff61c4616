"""Tables as workbooks in which nothing is a formula."""

from collections.abc import Sequence
from io import BytesIO

Cells = Sequence[str | float | None]


def xlsx_table(head: Sequence[str], rows: Sequence[Cells], title: str) -> bytes:
    """Return a table as a workbook: its head stays in sight and filters the rows."""
    from xlsxwriter import Workbook  # noqa: PLC0415  (only workbooks need the library)

    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet(title[:31])
    for column, name in enumerate(head):
        sheet.write_string(0, column, name, bold)
        sheet.set_column(column, column, 18)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            elif cell is not None:
                sheet.write_number(number, column, cell)
    sheet.freeze_panes(1, 0)
    if head:
        sheet.autofilter(0, 0, len(rows), len(head) - 1)
    book.close()
    return stream.getvalue()
