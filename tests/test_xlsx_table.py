"""Tables as workbooks: text stays text, heads stay in sight."""

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from network.exchange.columns import clean
from network.exchange.xlsx_table import Table, xlsx_table, xlsx_tables


def test_text_is_never_a_formula_and_numbers_are_numbers() -> None:
    source = xlsx_table(
        ["Name", "Grad"], [["=1+1", 2.5], ["http://x", None], ["007", float("nan")]], "Maße: a/b"
    )
    sheet = load_workbook(BytesIO(source)).worksheets[0]

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Name", "Grad"], ["=1+1", 2.5], ["http://x", None], ["007", None]
    ]  # fmt: skip
    assert [cell.data_type for cell in sheet["A"]] == ["s"] * 4
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("Maße  a b", "A2", "A1:B4")
    assert sheet["A2"].hyperlink is None


def test_sheets_of_the_same_name_are_told_apart() -> None:
    source = xlsx_tables([Table("x" * 40, ["a"], []), Table("x" * 50, ["a"], [])])

    names = load_workbook(BytesIO(source)).sheetnames
    assert len(set(names)) == 2
    assert max(map(len, names)) <= 31


@given(text=st.text(max_size=30), title=st.text(max_size=40))
def test_any_text_makes_a_workbook_that_opens(text: str, title: str) -> None:
    sheet = load_workbook(BytesIO(xlsx_table([text], [[text]], title))).worksheets[0]

    assert (sheet["A2"].value or "") == clean(text)
