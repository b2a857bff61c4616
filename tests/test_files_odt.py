"""OpenDocument texts: headings, lists, tables, footnotes, and what does not fit."""

from io import BytesIO

import odfdo
import pytest

from concept_review.block import Block, BlockKind
from concept_review.draft import Draft, Loss, counted
from concept_review.files.child import refusal
from concept_review.files.odt import read
from concept_review.unreadable import Fault
from tests.office_odt import odt


def shapes(draft: Draft) -> list[tuple[int, str, int, str, str]]:
    return [
        (
            piece.level,
            piece.block.kind.value,
            piece.block.depth,
            piece.block.marker,
            piece.block.text,
        )
        for piece in draft.pieces
    ]


def texts(body: str) -> list[str]:
    return [piece.block.text for piece in read(odt(body)).pieces]


def lost(body: str) -> dict[Loss, int]:
    return {kind: count for kind, count in counted(read(odt(body)).pieces).items() if count}


def items(body: str) -> list[tuple[int, str, str]]:
    return [
        (piece.block.depth, piece.block.marker, piece.block.text)
        for piece in read(odt(body)).pieces
    ]


def test_headings_are_known_by_their_level_or_their_style() -> None:
    draft = read(
        odt(
            '<text:p text:style-name="Title">Integrationskonzept</text:p>'
            '<text:h text:outline-level="1">1<text:tab/>Ziele</text:h><text:p>Text</text:p>'
            '<text:p text:style-name="P1">Sprache</text:p>'
            '<text:p text:style-name="_dc_berschrift_20_3">Kurse</text:p><text:h> </text:h>'
        )
    )

    assert draft.title == "Integrationskonzept"
    assert [(piece.level, piece.block.text) for piece in draft.pieces] == [
        (1, "1  Ziele"), (0, "Text"), (2, "Sprache"), (3, "Kurse"),
    ]  # fmt: skip


def test_a_file_of_odfdo_is_read() -> None:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, "Ziele"))
    document.body.append(odfdo.Paragraph("Die Stadt fördert Träger."))
    document.body.append(odfdo.List(["eins", "zwei"]))
    file = BytesIO()
    document.save(file)

    assert [text for *_, text in shapes(read(file.getvalue()))] == [
        "Ziele", "Die Stadt fördert Träger.", "eins", "zwei",
    ]  # fmt: skip


def test_spaces_breaks_emphasis_and_links_are_kept() -> None:
    assert texts(
        "<text:p>Ein\n   <text:s text:c='2'/>Wort<text:line-break/>neue<text:soft-page-break/>"
        "<text:span text:style-name='Fett'> fett</text:span> und "
        "<text:span text:style-name='Kursiv'>schräg</text:span>"
        "<text:tab/><text:a xlink:href='https://ulm.de'>Ulm</text:a>"
        "<text:a xlink:href='file:///C:/x'> hier</text:a></text:p>"
    ) == ["Ein   Wort\nneue **fett** und *schräg* [Ulm](https://ulm.de) hier"]


def test_text_that_looks_like_markdown_stays_text() -> None:
    assert texts("<text:p># 1. *Nein*</text:p><text:p>1. Mai</text:p>") == [
        "\\# 1. \\*Nein\\*",
        "1\\. Mai",
    ]


def test_lists_are_nested_counted_and_go_on() -> None:
    body = (
        "<text:list text:style-name='Zahlen'><text:list-header><text:p>Kopf</text:p>"
        "</text:list-header><text:list-item><text:p>a</text:p><text:p>weiter</text:p>"
        "<text:list><text:list-item><text:p>tief</text:p></text:list-item></text:list>"
        "</text:list-item><text:list-item text:start-value='7'><text:p>b</text:p></text:list-item>"
        "</text:list><text:p>Zwischen</text:p>"
        "<text:list text:style-name='Zahlen' text:continue-numbering='true'><text:list-item>"
        "<text:p>c</text:p></text:list-item></text:list><text:list text:style-name='Punkte'>"
        "<text:list-item><text:p>d</text:p></text:list-item></text:list>"
    )

    assert items(body) == [
        (0, "", "Kopf"), (0, "1.", "a"), (1, "", "weiter"), (1, "2.", "tief"), (0, "7.", "b"),
        (0, "", "Zwischen"), (0, "8.", "c"), (0, "-", "d"),
    ]  # fmt: skip


def test_a_nested_list_without_an_item_around_is_no_deeper() -> None:
    nested = (
        "<text:list text:style-name='Punkte'><text:list-item><text:list><text:list-item>"
        "<text:p>{}</text:p></text:list-item></text:list></text:list-item></text:list>"
    )
    outer = "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>"

    assert items("<text:p>T</text:p>" + nested.format("b") + nested.format("c"))[1:] == [
        (0, "-", "b"), (0, "-", "c"),
    ]  # fmt: skip
    assert items(outer + nested.format("b")) == [(0, "-", "a"), (1, "-", "b")]


def test_tables_have_heads_merged_cells_and_tables_inside() -> None:
    body = (
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>A|B</text:p>"
        "</table:table-cell><table:table-cell><text:p>C</text:p><text:p>D</text:p></table:table-cell>"
        "</table:table-row></table:table-header-rows><table:table-row>"
        "<table:table-cell table:number-columns-spanned='2'><text:p>x<text:line-break/>y</text:p>"
        "</table:table-cell><table:covered-table-cell/></table:table-row><table:table-row>"
        "<table:table-cell><table:table><table:table-row><table:table-cell><text:p>innen</text:p>"
        "</table:table-cell></table:table-row></table:table></table:table-cell>"
        "<table:table-cell/></table:table-row></table:table>"
    )

    assert [(marker, text) for _, kind, _, marker, text in shapes(read(odt(body)))] == [
        ("header", "A\\|B | C D"), ("", "x y | "), ("", "innen | "),
    ]  # fmt: skip
    assert lost(body) == {Loss.MERGED_CELLS: 1, Loss.NESTED_TABLES: 1}


def test_footnotes_stand_at_the_end_of_their_section() -> None:
    note = (
        "<text:note><text:note-citation>{0}</text:note-citation><text:note-body>"
        "<text:p>Quelle {0}</text:p></text:note-body></text:note>"
    )
    body = f"<text:h>A</text:h><text:p>Wort{note.format(1)}.</text:p><text:p>Ende</text:p>"
    draft = read(odt(body + f"<text:h>B</text:h><text:p>Satz{note.format(1)}</text:p>"))

    assert [text for *_, text in shapes(draft)] == [
        "A", "Wort[^1].", "Ende", "Quelle 1", "B", "Satz[^2]", "Quelle 1",
    ]  # fmt: skip
    assert draft.pieces[3].block == Block(kind=BlockKind.FOOTNOTE, text="Quelle 1", marker="1")
    assert [each.kind for each in draft.pieces[1].lost] == [Loss.FOOTNOTES]


def test_what_does_not_fit_is_named() -> None:
    box = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    image = "<draw:frame><draw:image/><svg:title>Karte</svg:title></draw:frame>"
    body = (
        f"<text:p>Text{box.format('Kasten')}</text:p><text:p>{image}</text:p>"
        f"<text:p>{box.format(image + 'Abb. 1')}</text:p>"
        "<text:p>x<office:annotation><text:p>Wirklich?</text:p></office:annotation>"
        "<draw:frame><draw:object><math:math/></draw:object></draw:frame>"
        "<draw:frame><draw:object xlink:href='./Object 1'/></draw:frame></text:p>"
    )

    assert lost(body) == {
        Loss.IMAGES: 2, Loss.TEXT_BOXES: 1, Loss.COMMENTS: 1, Loss.FORMULAS: 1,
        Loss.EMBEDDED_OBJECTS: 1,
    }  # fmt: skip
    assert texts(body) == ["Text", "Abb. 1", "x"]
    assert read(odt(body)).pieces[0].lost[0].excerpt == "Kasten"


def test_heads_of_pages_are_lost_once_and_contents_are_skipped() -> None:
    page = (
        "<style:master-page><style:header><text:p>Ulm</text:p></style:header></style:master-page>"
    )
    contents = "<text:index-body><text:p>Ziele 1</text:p></text:index-body>"
    body = f"<text:table-of-content>{contents}</text:table-of-content><text:p>T</text:p>"

    draft = read(odt(body, common=page * 2))

    assert [text for *_, text in shapes(draft)] == ["T"]
    assert [each.excerpt for each in draft.pieces[0].lost] == ["Ulm"]


def test_bold_lines_are_suspected_to_be_headings() -> None:
    body = "<text:h>A</text:h><text:p text:style-name='Absatzfett'>{}</text:p>"

    assert read(odt(body.format("Sprachkurse"))).pieces[1].suspected == 2
    assert read(odt(body.format("Ein Satz."))).pieces[1].suspected == 0
    assert read(odt(body.format("lang " * 40))).pieces[1].suspected == 0


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (odt("", manifest="<manifest:encryption-data/>"), Fault.ENCRYPTED),
        (b"PK\x03\x04", Fault.DAMAGED),
        (odt("<text:p>x</text:q>"), Fault.DAMAGED),
    ],
)
def test_what_cannot_be_read_is_refused(source: bytes, fault: Fault) -> None:
    assert refusal_of(source) is fault


def refusal_of(source: bytes) -> Fault:
    """Return what a person is told, whatever the library says."""
    try:
        read(source)
    except Exception as error:  # noqa: BLE001  (libraries raise anything for a spoilt file)
        return refusal(error).code
    pytest.fail("was read")
