"""Concepts as Markdown: what becomes a section, a block, or a refusal."""

import re
from collections import Counter

import pytest

from concept_review.block import Block, BlockKind
from concept_review.outline import (
    MAX_BYTES,
    MAX_CHARACTERS,
    MAX_SECTIONS,
    Fault,
    UnreadableConcept,
    blocks_of_text,
    parents,
    read_outline,
    text_of_blocks,
    write_markdown,
)

LETTERS = re.compile(r"[^\W\d_]+")


def blocks_of(source: str) -> tuple[Block, ...]:
    return read_outline("# Titel\n\n## Abschnitt\n\n" + source).sections[0].blocks


def shapes(blocks: tuple[Block, ...]) -> list[tuple[str, int, str, str]]:
    return [(block.kind.value, block.depth, block.marker, block.text) for block in blocks]


def letters(*texts: str) -> Counter[str]:
    return Counter(LETTERS.findall(" ".join(texts)))


def letters_of(blocks: tuple[Block, ...]) -> Counter[str]:
    languages = [block.marker for block in blocks if block.kind is BlockKind.CODE]
    return letters(*(block.text for block in blocks), *languages)


def fault_of(source: bytes | str) -> UnreadableConcept:
    with pytest.raises(UnreadableConcept) as caught:
        read_outline(source)
    return caught.value


def test_a_single_first_heading_above_all_others_is_the_title() -> None:
    outline = read_outline("# Konzept\n\nVorwort\n\n## Lage\n\nText\n\n### Zahlen\n\n## Ziele\n")

    assert outline.title == "Konzept"
    assert [block.text for block in outline.preamble] == ["Vorwort"]
    assert [(section.title, section.level) for section in outline.sections] == [
        ("Lage", 1),
        ("Zahlen", 2),
        ("Ziele", 1),
    ]
    assert parents(outline) == [None, 0, None]


@pytest.mark.parametrize(
    ("source", "levels"),
    [
        ("# A\n# B\n## C", [1, 1, 2]),
        ("## A\n# B", [1, 1]),
        ("# A", [1]),
        ("## A\n#### B\n### C\n## D", [1, 2, 2, 1]),
        ("A\n=\n\nB\n=\n\nC\n-\n", [1, 1, 2]),
    ],
)
def test_without_such_a_heading_there_is_no_title_and_no_level_is_skipped(
    source: str, levels: list[int]
) -> None:
    outline = read_outline(source)

    assert outline.title == ""
    assert [section.level for section in outline.sections] == levels


def test_headings_in_lists_quotes_and_code_are_text_of_their_section() -> None:
    source = "# A\n\n# B\n\n- # Punkt\n\n> # Zitat\n\n```\n# Kode\n```\n\n    # eingerückt\n"

    outline = read_outline(source)

    assert [section.title for section in outline.sections] == ["A", "B"]
    assert [block.text for block in outline.sections[1].blocks] == [
        "Punkt",
        "Zitat",
        "# Kode",
        "# eingerückt",
    ]


def test_list_items_keep_their_depth_their_numbers_and_their_paragraphs() -> None:
    source = "3. drei\n\n   dazu\n\n   - innen\n5. fünf\n5. sechs\n\n---\n\n1. neu\n"

    assert shapes(blocks_of(source)) == [
        ("list_item", 0, "3.", "drei"),
        ("paragraph", 1, "", "dazu"),
        ("list_item", 1, "-", "innen"),
        ("list_item", 0, "5.", "fünf"),
        ("list_item", 0, "6.", "sechs"),
        ("list_item", 0, "1.", "neu"),
    ]


def test_a_row_longer_than_the_head_of_its_table_loses_no_cell() -> None:
    source = "Vorab\n| Ziel | Wer |\n|---|---|\n| Kita \\| Hort | FB 23 | bis 2026 |\n| | offen |\n"

    assert shapes(blocks_of(source)) == [
        ("paragraph", 0, "", "Vorab"),
        ("table_row", 0, "header", "Ziel | Wer"),
        ("table_row", 0, "", "Kita \\| Hort | FB 23 | bis 2026"),
        ("table_row", 0, "", " | offen"),
    ]


def test_wrapped_lines_are_one_and_line_breaks_stay() -> None:
    (block,) = blocks_of("eins\nzwei  \ndrei\\\nvier\n")

    assert block.text == "eins zwei\ndrei\nvier"


def test_each_line_typed_into_the_form_stays_a_line() -> None:
    (block,) = blocks_of_text("eins\nzwei\n3. Mai\n")

    assert block.text == "eins\nzwei\n3. Mai"
    assert text_of_blocks([block]) == "eins\nzwei\n3. Mai"


def test_markup_and_the_marks_of_other_tools_stay_as_written() -> None:
    text = "**fett** [Link](https://x.de) <ins>neu</ins> ##x <<<<<<< &amp; Träger*innen z. B. 5.2.1"

    assert [block.text for block in blocks_of(text)] == [text]


def test_link_addresses_and_html_are_words_like_any_other() -> None:
    blocks = blocks_of("<p>\nAbsatz\n</p>\n\n[1]: https://potsdam.de\n")

    assert [block.text for block in blocks] == ["<p> Absatz </p>", "[1]: https://potsdam.de"]


def test_letters_are_composed_and_invisible_signs_left_out() -> None:
    outline = read_outline("\ufeff# U\u0308ber\x00\n\nInte\u00adgration\x0cSeite zwei\n")

    (section,) = outline.sections
    assert section.title == "Über"
    assert section.blocks[0].text == "Integration Seite zwei"


def test_a_byte_order_mark_is_accepted() -> None:
    assert read_outline("# Ü".encode("utf-8-sig")).sections[0].title == "Ü"


def test_the_closing_signs_of_a_heading_stay_when_they_are_words() -> None:
    outline = read_outline("Punkt C #\n===\n\n# D #\n")

    assert [section.title for section in outline.sections] == ["Punkt C \\#", "D"]
    assert read_outline(write_markdown(outline)) == outline


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"", Fault.EMPTY),
        (" \n\x00\u00ad", Fault.EMPTY),
        ("Nur Text", Fault.NO_HEADINGS),
        ("#\n\nText unter nichts", Fault.NO_HEADINGS),
        ("Grüße".encode("cp1252"), Fault.NOT_UTF8),
        ("# A\n" + "ü" * (MAX_BYTES // 2), Fault.TOO_LARGE),
        ("# A\n" * (MAX_SECTIONS + 1), Fault.TOO_MANY_SECTIONS),
        ("# A\n" + "x" * (MAX_CHARACTERS + 1), Fault.SECTION_TOO_LONG),
        ("# " + "x" * (MAX_CHARACTERS + 1), Fault.SECTION_TOO_LONG),
        ("# A\n" + "> " * 60 + "x", Fault.TOO_DEEP),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(source: bytes | str, code: Fault) -> None:
    assert fault_of(source).code == code


def test_a_refusal_names_the_section_and_the_numbers() -> None:
    fault = fault_of("# A\n\n# Lang\n\n" + "x" * (MAX_CHARACTERS + 5))

    assert fault.detail == {
        "title": "Lang",
        "characters": MAX_CHARACTERS + 5,
        "limit": MAX_CHARACTERS,
    }


@pytest.mark.parametrize("wording", ["Text\n\n## Neu\n\nmehr", "Neu\n---\n", "# "])
def test_a_heading_in_a_typed_wording_is_refused(wording: str) -> None:
    with pytest.raises(UnreadableConcept) as caught:
        blocks_of_text(wording)

    assert caught.value.code == Fault.HEADING_IN_WORDING


def test_a_typed_wording_that_is_too_long_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(UnreadableConcept) as caught:
        blocks_of_text("#" * (MAX_CHARACTERS + 1))

    assert caught.value.code == Fault.SECTION_TOO_LONG


def test_deleting_all_words_of_a_section_is_a_wording_too() -> None:
    assert blocks_of_text(" \n\n") == ()
    assert text_of_blocks(()) == ""


@pytest.mark.parametrize("unit", ["[", "*a ", "`a``b", "> x\n", "| a | b |\n", "a\\\n", "-|-"])
def test_hostile_repetition_is_read_and_written_back(unit: str) -> None:
    source = "# A\n\n" + unit * (MAX_CHARACTERS // 2 // len(unit))

    outline = read_outline(source)

    assert read_outline(write_markdown(outline)) == outline
