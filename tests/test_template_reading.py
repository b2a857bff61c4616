"""Our own tables as people fill them in: any encoding, separator and date, each fault placed."""

import io
import zipfile
from datetime import datetime

import pytest
from openpyxl import load_workbook

from network.exchange.foreign import Format, Left
from network.exchange.reading import read_files, read_network
from network.exchange.template import SHEETS, Sheet
from network.exchange.template_file import write_template_csv, write_template_xlsx
from network.exchange.template_words import (
    NODE_KINDS,
    ROLES,
    TIE_KINDS,
    YES_OR_NO,
    structure_words,
)
from network.exchange.unreadable import Fault, Place, UnreadableNetwork
from network.organization import Classification, MembershipRole, RelationKind
from tests.network_files import workbook
from views.kinds import KINDS, TIES
from views.kinds import ROLES as SHOWN_ROLES
from views.words import _, speaking

HEAD = ["Name", "Art", "Themen", "besteht seit", "seit", "Stadtteil"]
UNITS = (
    "Kennung;Name;Art;Themen;seit;Stadtteil;offen für Zusammenarbeit\r\n"
    ";Büro für Öffentlichkeit;Büro;Wohnen|Sprache;03.09.2014;Süd;ja\r\n"
    'x7;Träger;freier träger;"Sprache\nArbeit";9.2014;;nein\r\n'
    "Beispiel;Gibt es nicht;Verein;;;;\r\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_table_is_read_in_any_encoding_and_with_any_separator(
    encoding: str, separator: str
) -> None:
    text = UNITS.replace(";", separator)

    found = read_network(text.encode(encoding), "Organisationen.csv")

    assert found.format is Format.TEMPLATE
    office, provider = found.nodes
    assert (office.id, office.kind, office.start) == (
        "Büro für Öffentlichkeit", Classification.OFFICE, "2014-09-03",
    )  # fmt: skip
    assert (provider.id, provider.label, provider.start) == ("x7", "Träger", "2014-09")
    assert provider.kind == Classification.INDEPENDENT_PROVIDER
    assert provider.attributes["topics"] == "Sprache|Arbeit"
    assert office.attributes["open_for_cooperation"] == "yes"
    assert [loss.code for loss in found.losses] == [Left.EXAMPLE]


def test_sheets_name_each_other_by_name_or_id_and_dates_of_a_workbook_are_dates() -> None:
    found = read_network(
        workbook({
            "Organisationen": [
                ["Kennung", "Name *", "gehört zu", "seit"],
                ["a", "Amt", "", datetime(2014, 9, 3)],  # noqa: DTZ001
                ["", "Gruppe", "Amt", "2014"],
            ],
            "Stellen": [["Bezeichnung", "Organisation", "Besetzung"], ["Leitung", "a", "besetzt"]],
            "beziehungen": [["von", "Art", "zu"], ["Leitung", "berät", "Gruppe"]],
            "Mitwirkungen": [["wer", "wirkt mit in", "als"], ["Amt", "Gruppe", "Vorsitz"]],
            "Themen": [["Thema", "gehört zu"], ["Sprache", "Bildung"]],
            "Notizen": [["irgendwas"]],
        })
    )  # fmt: skip

    assert [(node.id, node.start) for node in found.nodes] == [
        ("a", "2014-09-03"), ("Gruppe", "2014"), ("Leitung (a)", ""),
    ]  # fmt: skip
    assert [(tie.source, tie.kind, tie.target, tie.role) for tie in found.ties] == [
        ("Gruppe", "part_of", "a", ""),
        ("Leitung (a)", "post_of", "a", ""),
        ("Leitung (a)", "advises", "Gruppe", ""),
        ("a", "member_of", "Gruppe", "chair"),
    ]
    assert [(each.term, each.parent) for each in found.topics] == [("Sprache", "Bildung")]
    assert found.losses == ()


def test_what_cannot_be_taken_is_named_by_sheet_row_and_column() -> None:
    found = read_network(
        workbook({
            "Organisationen": [
                ["Name", "seit", "Lieblingsfarbe"],
                ["Amt", "irgendwann", "rot"],
                ["", "2014", ""],
            ],
            "Beziehungen": [["von", "zu", "Stärke"], ["Amt", "", "3"], ["Amt", "Amt B", "viel"]],
        })
    )  # fmt: skip

    assert [(each.code, each.place, each.detail) for each in found.losses] == [
        (Left.COLUMN, Place(row=2, sheet="Organisationen"), "Lieblingsfarbe"),
        (Left.NO_NAME, Place(row=3, sheet="Organisationen", column="label"), ""),
        (Left.NO_END, Place(row=2, sheet="Beziehungen"), ""),
        (Left.IMPLIED, Place(row=3, sheet="Beziehungen"), ""),
        (Left.BAD_DATE, Place(row=2, sheet="Organisationen", column="start_date"), "irgendwann"),
        (Left.BAD_WEIGHT, Place(row=3, sheet="Beziehungen", column="strength"), "viel"),
    ]


def test_a_sheet_without_a_column_that_it_needs_is_refused() -> None:
    with pytest.raises(UnreadableNetwork) as refused:
        read_network(workbook({"Beziehungen": [["von", "Art"], ["A", "berät"]]}))

    assert (refused.value.code, refused.value.place) == (
        Fault.NO_SUCH_COLUMN, Place(row=1, sheet="Beziehungen", column="zu"),
    )  # fmt: skip


def test_several_tables_come_one_by_one_or_packed() -> None:
    ties = "von;zu;Art\nTräger;Büro für Öffentlichkeit;fördert\n"
    files = [("Beziehungen.csv", ties.encode()), ("organisationen 2026.csv", UNITS.encode())]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as container:
        for name, content in files:
            container.writestr(f"Ordner/{name}", content)

    for found in (read_files(files), read_network(stream.getvalue(), "alles.zip")):
        assert [(tie.source, tie.kind, tie.target) for tie in found.ties] == [
            ("x7", "funds", "Büro für Öffentlichkeit")
        ]
        assert len(found.nodes) == 2


def test_files_that_do_not_belong_together_are_refused() -> None:
    ties = ("a.csv", b"Source,Target\na,b\n")

    assert len(read_files([ties, ("b.csv", b"Id,Label\na,Amt\n")]).nodes) == 2
    for files in ([ties, ties], [ties, ("x.json", b"{}")]):
        with pytest.raises(UnreadableNetwork) as refused:
            read_files(files)
        assert refused.value.code is Fault.WRONG_FILES


@pytest.mark.parametrize("write", [write_template_xlsx, write_template_csv])
def test_an_empty_template_brings_nothing_along(write: type) -> None:
    with pytest.raises(UnreadableNetwork) as refused:
        read_network(write())

    assert refused.value.code is Fault.NOTHING


def test_the_workbook_helps_and_offers_the_words_that_are_allowed() -> None:
    book = load_workbook(io.BytesIO(write_template_xlsx()))

    assert book.sheetnames == [*(each.title for each in SHEETS), "Ausfüllhilfe", "Wörter"]
    told = {(row[0], row[1]) for row in book["Ausfüllhilfe"].iter_rows(2, values_only=True)}
    assert told == {(each.title, column.head) for each in SHEETS for column in each.columns}
    for sheet in SHEETS:
        lists = book[sheet.title].data_validations.dataValidation
        assert len(lists) == sum(bool(column.words) for column in sheet.columns)
        for each in lists:
            assert allowed(book, each.formula1) in words_of(sheet)


def allowed(book: "object", reference: str) -> list[str]:
    cells = book["Wörter"][reference.partition("!")[2].replace("$", "")]  # type: ignore[index]
    return [cell.value for (cell,) in cells]


def words_of(sheet: Sheet) -> list[list[str]]:
    return [list(column.words.values()) for column in sheet.columns if column.words]


def test_the_words_of_the_tables_are_those_of_the_pages() -> None:
    with speaking("de"):
        shown = {code: _(word) for code, word in {**KINDS, **TIES, **SHOWN_ROLES}.items()}
    ours = {**NODE_KINDS, **TIE_KINDS, **ROLES, **structure_words()}

    assert {code: shown[code] for code in ours} == {str(code): word for code, word in ours.items()}
    assert set(NODE_KINDS) == set(Classification)
    assert set(TIE_KINDS) == set(RelationKind)
    assert set(ROLES) == set(MembershipRole)
    assert set(YES_OR_NO) == {"yes", "no"}
