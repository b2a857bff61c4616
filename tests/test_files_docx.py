"""Word files: headings, text, lists, tables, notes, and what does not fit."""

from io import BytesIO

import docx
from docx.enum.text import WD_BREAK
from hypothesis import given, settings
from hypothesis import strategies as st

from concept_review.block import BlockKind
from concept_review.draft import Format
from concept_review.files.docx import read
from concept_review.inline import plain
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.source import clean
from tests.word_files import field, item, link, paragraph, run, shapes, word_draft


def text(inside: str, *, links: str = "") -> str:
    return word_draft(paragraph(inside), links=links).pieces[0].block.text


def test_a_file_of_the_standard_library_is_read_with_its_headings_and_lists() -> None:
    made = docx.Document()
    made.add_heading("Integrationskonzept", 0)
    made.add_heading("Ziele", 1)
    emphasis = made.add_paragraph("Wir ")
    emphasis.add_run("wollen").bold = True
    emphasis.add_run(" ankommen.").add_break(WD_BREAK.PAGE)
    made.add_paragraph("Sprache", style="List Number")
    made.add_paragraph("Arbeit", style="List Number")
    made.add_heading("Wege", 2)
    target = BytesIO()
    made.save(target)

    found = read(target.getvalue())

    assert found.format is Format.DOCX
    assert found.title == "Integrationskonzept"
    assert not found.tracked
    assert shapes(found) == [
        "# Ziele",
        "para 0: Wir **wollen** ankommen.",
        "list 0 1.: Sprache",
        "list 0 2.: Arbeit",
        "## Wege",
    ]


def test_headings_are_found_by_style_by_what_it_is_based_on_and_by_their_outline_level() -> None:
    found = word_draft(
        paragraph("Konzept", "Title")
        + paragraph("Untertitel", "Subtitle")
        + paragraph("Eins", "berschrift1")
        + paragraph("Zwei", "Kapitel")
        + paragraph("Drei", "Unbekannt", '<w:outlineLvl w:val="2"/>')
        + paragraph("Text", "", '<w:outlineLvl w:val="9"/>')
    )

    assert found.title == "Konzept"
    assert shapes(found) == ["para 0: Untertitel", "# Eins", "## Zwei", "### Drei", "para 0: Text"]


def test_a_table_of_contents_is_left_out_with_its_heading_however_it_was_made() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = f"<w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{paragraph('Eins 1')}</w:sdtContent>"
    begin, end = field(' TOC \\o "1-3" ', "|").split("|")
    found = word_draft(
        paragraph("Inhalt", "berschrift1")
        + f"<w:sdt>{control}</w:sdt>"
        + paragraph("Eins 1", "Verzeichnis1")
        + paragraph(begin + run("Zwei 2"))
        + paragraph(run("Drei 3"))
        + paragraph(end)
        + paragraph("Eins", "berschrift1")
    )

    assert shapes(found) == ["# Eins"]


def test_text_in_form_fields_links_and_insertions_of_programs_is_kept() -> None:
    hidden = run("geheim", "<w:vanish/>")
    inside = (
        f"<w:smartTag>{run('Ulm, ')}</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>{run('Potsdam, ')}"
        f"</w:sdtContent></w:sdt><w:fldSimple w:instr='PAGE'>{run('7, ')}</w:fldSimple>"
        + field(" REF x ", run("siehe ") + field(" PAGE ", run("8")))
        + hidden
    )

    assert text(inside) == "Ulm, Potsdam, 7, siehe 8"


def test_links_lead_only_to_pages_and_mail() -> None:
    links = link("a", "https://ulm.de/(x)") + link("b", "file:///etc/passwd")
    inside = f'<w:hyperlink r:id="a">{run("Ulm")}</w:hyperlink>{run(" und ")}'
    inside += f'<w:hyperlink r:id="b">{run("Datei")}</w:hyperlink>{run(" und ")}'
    inside += field(' HYPERLINK "mailto:a@b.de" ', run("Post"))

    assert text(inside, links=links) == (
        "[Ulm](https://ulm.de/%28x%29) und Datei und [Post](mailto:a@b.de)"
    )


def test_breaks_tabs_hyphens_and_symbols_are_characters() -> None:
    signs = '<w:br/><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:br w:type="page"/>'
    inside = f'{run("a")}<w:r>{signs}<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>{run("b")}'

    assert text(inside) == "a\n\u2011✓b"


def test_text_that_looks_like_another_block_stays_the_paragraph_it_is() -> None:
    for words in ("# Kein Kopf", "- kein Punkt", "1. Januar", "> kein Zitat", "*", "[^1]: nichts"):
        found = text(run(words))
        assert [block.kind for block in blocks_of_text(found)] == [BlockKind.PARAGRAPH], words
        assert plain(found) == words


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.text(
                st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=9
            ),
            st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:b w:val="0"/>']),
        ),
        max_size=4,
    )
)
def test_no_letter_is_lost_or_added_whatever_stands_in_the_runs(
    runs: list[tuple[str, str]],
) -> None:
    body = paragraph("".join(run(words, looks) for words, looks in runs))

    found = " ".join(plain(piece.block.text) for piece in word_draft(body).pieces)

    assert found.split() == clean("".join(words for words, _ in runs)).split()


def test_list_items_are_counted_and_nested_as_word_shows_them() -> None:
    found = word_draft(
        item("Drei")
        + item("darin", level=1)
        + item("tief", level=2)
        + item("Vier")
        + paragraph("weiter in Vier", properties='<w:ind w:left="720"/>')
        + item("noch darin", level=1)
        + item("von vorn", 3)
        + paragraph("Punkt", "Strichliste")
        + paragraph("Danach")
    )

    assert shapes(found) == [
        "list 0 3.: Drei",
        "list 1 1.: darin",
        "list 2 1): tief",
        "list 0 4.: Vier",
        "para 1: weiter in Vier",
        "list 1 1.: noch darin",
        "list 0 1.: von vorn",
        "list 0 -: Punkt",
        "para 0: Danach",
    ]
    blocks = tuple(piece.block for piece in found.pieces)
    assert blocks_of_text(text_of_blocks(blocks)) == blocks
