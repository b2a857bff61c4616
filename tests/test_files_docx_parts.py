"""Word files: tables, notes, what does not fit, and what looks like a heading."""

import pytest

from concept_review.draft import Loss, Lost
from tests.word_files import (
    cell,
    item,
    losses,
    mark,
    paragraph,
    row,
    run,
    shapes,
    table,
    word_draft,
)

FOOTNOTES = "".join(
    f'<w:footnote w:id="{name}">{paragraph(text)}</w:footnote>'
    for name, text in {"5": "Quelle eins", "9": "Quelle zwei"}.items()
)


def test_tables_become_rows_and_merged_cells_are_named() -> None:
    names = row("Ziel", "bis|wann", properties="<w:tblHeader/>")
    wide = row(cell('<w:gridSpan w:val="2"/>', paragraph("breit")))
    top = row(cell('<w:vMerge w:val="restart"/>', paragraph("hoch")), "1")
    below = row(cell("<w:vMerge/>", paragraph("")), cell("", table(row("in", "nen"))))
    found = word_draft(paragraph("Vor") + table(names, wide, top, below))

    assert shapes(found)[1:] == [
        "tabl 0 header: Ziel | bis\\|wann",
        "tabl 0: breit | ",
        "tabl 0: hoch | 1",
        "tabl 0:  | in nen",
    ]
    assert losses(found) == [
        (Loss.MERGED_CELLS, "breit"),
        (Loss.MERGED_CELLS, ""),
        (Loss.NESTED_TABLES, "in nen"),
    ]


def test_a_table_of_one_cell_is_only_a_frame() -> None:
    framed = cell("", paragraph("Kopf", "berschrift1") + paragraph("Text"))

    assert shapes(word_draft(table(row(framed)))) == ["# Kopf", "para 0: Text"]


def test_footnotes_stand_at_the_end_of_their_section_and_count_in_their_order() -> None:
    found = word_draft(
        paragraph("Eins", "berschrift1")
        + paragraph(run("Text") + mark("9") + run(" weiter") + mark("5"))
        + paragraph("Zwei", "berschrift1"),
        footnotes=FOOTNOTES,
    )

    assert shapes(found) == [
        "# Eins",
        "para 0: Text[^1] weiter[^2]",
        "foot 0 1: Quelle zwei",
        "foot 0 2: Quelle eins",
        "# Zwei",
    ]
    kind = Loss.FOOTNOTES
    assert found.pieces[1].lost == (Lost(kind, "Quelle zwei"), Lost(kind, "Quelle eins"))


def test_what_does_not_fit_is_named_once_at_the_piece_before() -> None:
    drawing = (
        '<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Ein Bild"/></wp:inline></w:drawing>'
    )
    box = f"<w:txbxContent>{paragraph('im Kasten')}</w:txbxContent>"
    both = f"<mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    both += f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    formula = "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"
    others = (
        '<w:object><o:OLEObject ProgID="Excel.Sheet"/></w:object><w:commentReference w:id="3"/>'
    )
    found = word_draft(
        paragraph("Text")
        + paragraph(f"<w:r>{drawing}<mc:AlternateContent>{both}</mc:AlternateContent></w:r>")
        + paragraph(f"{formula}<w:r>{others}</w:r>"),
        comments=f'<w:comment w:id="3">{paragraph("Stimmt das?")}</w:comment>',
        header=paragraph("Stadt Ulm"),
    )

    assert shapes(found) == ["para 0: Text"]
    assert losses(found) == [
        (Loss.IMAGES, "Ein Bild"),
        (Loss.TEXT_BOXES, "im Kasten"),
        (Loss.FORMULAS, "a=b"),
        (Loss.EMBEDDED_OBJECTS, ""),
        (Loss.COMMENTS, "Stimmt das?"),
        (Loss.HEADERS_AND_FOOTERS, "Stadt Ulm"),
    ]


@pytest.mark.parametrize(
    ("body", "level"),
    [
        (paragraph(run("Unsere Ziele", "<w:b/>")), 2),
        (paragraph("Unsere Ziele", "Fettzeile"), 2),
        (paragraph(run("Unsere Ziele", '<w:sz w:val="36"/>')), 2),
        (paragraph(run("1.2 Unsere Ziele", "<w:b/>")), 3),
        (paragraph(run("Das ist wichtig.", "<w:b/>")), 0),
        (paragraph(run("Abbildung 3: Lage", "<w:b/>")), 0),
        (paragraph(run("Unsere ", "<w:b/>") + run("Ziele")), 0),
        (item(run("Unsere Ziele", "<w:b/>")), 0),
    ],
)
def test_short_bold_or_large_lines_are_suspected_of_being_headings(body: str, level: int) -> None:
    longer = paragraph("Ein ganz gewöhnlicher Satz steht hier, damit es Text gibt.")

    found = word_draft(paragraph("Kopf", "berschrift1") + body + longer)

    assert [piece.suspected for piece in found.pieces] == [0, level, 0]
