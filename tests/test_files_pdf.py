"""PDF files: paragraphs and list items put together from lines, headings from bookmarks."""

import pytest

from concept_review.draft import Draft, Loss, counted
from concept_review.files.pdf import MAX_PAGES, read
from concept_review.files.pdf_blocks import joined
from concept_review.unreadable import Fault, UnreadableConcept
from tests.office_pdf import LEFT, Page, Text, pdf

LONG = "Die Stadt fördert Träger der freien Wohlfahrtspflege in allen Quartieren"


def blocks(draft: Draft) -> list[tuple[int, str, str]]:
    return [(each.level, each.block.marker, each.block.text) for each in draft.pieces]


def texts(*lines: Text | str) -> list[str]:
    return [piece.block.text for piece in read(pdf([lines])).pieces]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["die Unter-", "bringung"], "die Unterbringung"),
        (["die Unter\u00ad", "bringung"], "die Unterbringung"),
        (["Schleswig-", "Holstein"], "Schleswig-Holstein"),
        (["Stadt-", "und Landkreise"], "Stadt- und Landkreise"),
        (["2020/", "2021"], "2020/2021"),
        (["ein", "Wort"], "ein Wort"),
    ],
)
def test_words_divided_at_the_end_of_a_line_are_put_together(lines: list[str], text: str) -> None:
    assert joined([line.replace("\u00ad", "-") for line in lines]) == text


def test_lines_become_paragraphs() -> None:
    assert texts(
        LONG + " und Unter-", "bringung für alle.", Text("Neuer Absatz", gap=2.2), "geht weiter.",
        LONG, "kurz.", LONG,
    ) == [
        LONG + " und Unterbringung für alle.", "Neuer Absatz geht weiter.", LONG + " kurz.", LONG,
    ]  # fmt: skip


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    draft = read(pdf([[LONG + " und"], ["weiter im Satz.", "Ende."], ["Neu."]]))

    assert blocks(draft) == [
        (0, "", LONG + " und weiter im Satz."),
        (0, "", "Ende."),
        (0, "", "Neu."),
    ]


def test_bookmarks_are_headings_where_their_words_stand() -> None:
    page: Page = [
        Text("1 Ziele", 16, bold=True), LONG, Text("1.1 Sprachkurse für", 13, gap=2),
        Text("alle Menschen", 13), LONG + ".",
    ]  # fmt: skip
    marks = [("Ziele", 1, 0), ("1.1 Sprachkurse für alle Menschen", 2, 0), ("Nirgends", 1, 0)]

    assert blocks(read(pdf([page], marks))) == [
        (1, "", "1 Ziele"), (0, "", LONG), (2, "", "1.1 Sprachkurse für alle Menschen"),
        (0, "", LONG + "."),
    ]  # fmt: skip


def test_without_bookmarks_large_and_bold_lines_are_suspected() -> None:
    page: Page = [
        Text("Konzept", 20),
        LONG + ".",
        Text("Ziele", 14),
        LONG + ".",
        Text("Fett", bold=True),
        LONG,
    ]
    pieces = read(pdf([page])).pieces

    assert [(piece.suspected, piece.level) for piece in pieces] == [
        (1, 0), (0, 0), (2, 0), (0, 0), (3, 0), (0, 0),
    ]  # fmt: skip


def test_list_items_are_known_by_their_signs() -> None:
    pieces = read(
        pdf(
            [
                [
                    "Wir wollen:",
                    "• Kurse in allen Quartieren und",
                    Text("Beratung", x=LEFT + 10),
                    Text("– auch abends", x=LEFT + 20),
                    "• Räume",
                    "1. eins",
                    "b) zwei",
                    Text("Danach ein Absatz", gap=2.5),
                ]
            ]
        )
    ).pieces

    assert [(p.block.depth, p.block.marker, p.block.text) for p in pieces] == [
        (0, "", "Wir wollen:"), (0, "-", "Kurse in allen Quartieren und Beratung"),
        (1, "-", "auch abends"), (0, "-", "Räume"), (0, "1.", "eins"), (0, "2)", "zwei"),
        (0, "", "Danach ein Absatz"),
    ]  # fmt: skip


def test_a_number_or_a_dash_inside_a_sentence_begins_no_item() -> None:
    assert texts(LONG + " seit dem", "3. Mai in allen Quartieren", "– und darüber hinaus.") == [
        LONG + " seit dem 3. Mai in allen Quartieren – und darüber hinaus."
    ]


def test_heads_feet_and_numbers_of_pages_are_lost_once() -> None:
    pages: list[Page] = [
        [Text("Stadt Ulm", 9, y=810), LONG + f" {number}.", Text(f"Seite {number} von 4", 9, y=30)]
        for number in range(1, 5)
    ]
    draft = read(pdf(pages))

    assert [text for *_, text in blocks(draft)] == [f"{LONG} {number}." for number in range(1, 5)]
    assert [(each.kind, each.excerpt) for each in draft.pieces[0].lost] == [
        (Loss.HEADERS_AND_FOOTERS, "Stadt Ulm"), (Loss.HEADERS_AND_FOOTERS, "Seite 1 von 4"),
    ]  # fmt: skip


def test_headings_that_only_count_on_at_the_top_of_pages_stay() -> None:
    pages: list[Page] = [
        [Text(f"Maßnahme {number}", 14, bold=True, y=800), LONG + "."] for number in range(1, 5)
    ]

    assert len(read(pdf(pages)).pieces) == 8


def test_tables_of_contents_are_left_out() -> None:
    rows = [f"{number} Ziele {'.' * 30} {number}" for number in range(1, 5)]

    assert texts(Text("Inhalt", bold=True), *rows, LONG) == ["Inhalt", LONG]


def test_pictures_are_counted_and_not_unpacked() -> None:
    draft = read(pdf([["Text"], ["Ende."]], pictures=2))

    assert counted(draft.pieces)[Loss.IMAGES] == 4


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (pdf([["Text"]], password="geheim"), Fault.ENCRYPTED),
        (pdf([[], []], pictures=1), Fault.SCANNED),
        (pdf([["x"]] * (MAX_PAGES + 1)), Fault.TOO_MANY_PAGES),
    ],
    ids=["encrypted", "scanned", "too large"],
)
def test_what_cannot_be_read_is_refused(source: bytes, fault: Fault) -> None:
    with pytest.raises(UnreadableConcept) as caught:
        read(source)

    assert caught.value.code is fault


def test_a_file_that_only_forbids_changes_is_read() -> None:
    assert blocks(read(pdf([["Text"]], password=""))) == [(0, "", "Text")]


def test_columns_are_read_somehow() -> None:
    rows = [Text(f"links {n}", y=600 - 20 * n) for n in range(5)]
    others = [Text(f"rechts {n}", x=320, y=600 - 20 * n) for n in range(5)]

    assert "rechts 4" in " ".join(texts(*rows, *others))
