"""Papers as files: each format with what its readers expect of it."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from concept_review.amendment import Clash, ClashKind
from concept_review.block import Block
from concept_review.edition import Kit
from concept_review.merge import Conflict
from concept_review.papers.pieces import SHOWN, cut, height
from concept_review.papers.remarks import remarks
from concept_review.papers.synopsis import synopsis
from concept_review.papers.visible import edition_text, visible_text
from concept_review.papers.writing import PaperFormat, write_kit, write_synopsis
from tests.generated_concepts import contribution, edition, section
from tests.paper_files import columns, rows_of
from tests.test_synopsis import END, GOALS, OLD, WAYS, kit_of, text


def test_what_could_not_be_taken_in_is_said_with_both_wordings() -> None:
    first = contribution(GOALS, "Amt", ())
    conflict = Conflict("eine", ("keine", "zwei"), 0, 4, ((0,), (1,)))
    clash = Clash("a", ("p", "q"), (conflict,), ClashKind.WORDING)
    kit = replace(
        kit_of(*OLD, contributions=(first, replace(first, id="q", author="Verein"))),
        clashes=(clash,),
    )

    words = docx_words(write_kit(kit, PaperFormat.DOCX))

    assert "noch nicht eingearbeitet" in remarks(synopsis(kit)[0])[0]
    for part in ("Offene Alternativen", "Amt, Verein", "„eine“", "„keine“", "„zwei“"):
        assert part in words


def docx_words(source: bytes) -> str:
    return "\n".join(each.text for each in docx.Document(BytesIO(source)).paragraphs)


LONG = "Ein Satz mit vielen Worten steht hier. " * 40


@pytest.mark.parametrize(
    "blocks",
    [
        tuple(text(f"{number} {LONG}") for number in range(30)),
        (text("Wort " * 30_000),),
        (text("Wort" * 30_000),),
        (text("😀 " * 20_000),),
    ],
    ids=["many lines", "one long line", "one long word", "signs that count twice"],
)
@pytest.mark.parametrize("other", [lambda found: found, lambda found: found[1:], lambda _: ()])
def test_long_sections_fit_into_cells(
    blocks: tuple[Block, ...], other: Callable[[tuple[Block, ...]], tuple[Block, ...]]
) -> None:
    old, new = section("a", "Lang", blocks), section("a", "Lang", other(blocks))
    kit = replace(kit_of(new), old=edition((old,)))

    written = write_synopsis(kit, PaperFormat.XLSX)

    assert columns(rows_of(written, "xlsx")) == (visible_text(old), visible_text(new))


def test_a_cell_is_cut_at_the_end_of_a_line() -> None:
    lines = tuple(text(LONG) for _ in range(4))  # about 25 lines of a cell each
    parts = [*cut(synopsis(replace(kit_of(), old=edition((section("a", "T", lines),))))[0])]

    assert len(parts) == 4
    assert all(part.old.text.endswith("\n") for part in parts[:-1])
    assert all(SHOWN < height(part.old.text) < 2 * SHOWN for part in parts)


def test_a_workbook_holds_no_formula_and_keeps_the_head_in_sight() -> None:
    kit = kit_of(replace(GOALS, title="=1+1", blocks=(text("=HYPERLINK(1)"),)), WAYS, END)

    sheet = openpyxl.load_workbook(BytesIO(write_synopsis(kit, "xlsx")))["Synopse"]

    assert sheet.freeze_panes == "A2"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert [str(cell.value).split("\n")[0] for cell in sheet[1]] == [
        "alt", "neu", "Begründung", "Einreicher", "Empfehlung"
    ]  # fmt: skip


def test_a_word_file_is_german_lies_for_the_synopse_and_repeats_its_head() -> None:
    document: Any = docx.Document(BytesIO(write_kit(kit_of(*OLD), "docx")))

    widths = [bool(each.page_width > each.page_height) for each in document.sections]
    assert widths == [False, True, False]
    header = document.tables[0].rows[0]._tr  # the element below
    assert header.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    languages = document.styles.element.findall(f".//{qn('w:lang')}")
    assert {each.get(qn("w:val")) for each in languages} == {"de-DE"}
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 2"]
    assert headings == ["1 Ziele", "2 Wege", "3 Schluss"]


def test_a_pdf_is_tagged_german_and_names_states_days_and_pages() -> None:
    reader = PdfReader(BytesIO(write_kit(kit_of(*OLD), "pdf")))

    root: Any = reader.trailer["/Root"]
    words = "\n".join(page.extract_text() for page in reader.pages)
    assert root["/Lang"].startswith("de")
    assert root["/MarkInfo"]["/Marked"]
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    for part in (
        "Fassung 1 vom 03.05.2026",
        "Fassung 2 vom 01.06.2026",
        "02.06.2026",
        "Seite 3 von",
    ):
        assert part in words


@pytest.mark.parametrize("format_", PaperFormat)
def test_progress_only_goes_up_and_ends_at_one(format_: PaperFormat) -> None:
    shares: list[float] = []

    written = write_kit(kit_of(*OLD[:2]), format_, progress=shares.append)

    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert written


def test_instructions_that_are_given_stand_in_the_change_list() -> None:
    kit = kit_of(*OLD, contributions=(contribution(GOALS, "Kurz", ()),))

    words = docx_words(write_kit(kit, "docx", instructions={"p": ["Satz 1 wird gestrichen."]}))

    assert "Zu „1 Ziele“: Kurz (Kurz)" in words
    assert "Satz 1 wird gestrichen." in words


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="exe"):
        write_kit(kit_of(*OLD), "exe")


def test_an_empty_concept_makes_papers_too() -> None:
    kit = Kit(concept_id="c", old=edition(()), new=edition(()))

    assert edition_text(()) == ""
    for format_ in PaperFormat:
        assert write_kit(kit, format_)
