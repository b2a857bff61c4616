"""Cases that other tools fail on, in sections of more than plain text: lists, tables, notes."""

from concept_review.batch import compose_concept
from concept_review.block import BlockKind
from concept_review.merge import compose
from concept_review.outline import text_of_blocks
from tests.amended_concepts import concept, dropped, inserted, moved, reworded
from tests.test_diff import changed
from tests.test_merge import rivals
from tests.test_tricky_cases import ADVICE, COURSES, composed, said


def test_a_list_that_starts_at_five_keeps_its_numbers_when_an_item_comes_and_another_changes() -> (
    None
):
    made = composed("5. a\n6. b\n7. c", "5. a\n6. b\n7. c\n8. neu", "5. a\n6. besser\n7. c")

    assert said(made) == "5. a\n6. besser\n7. c\n8. neu"
    assert [each.marker for each in made.wording.blocks] == ["5.", "6.", "7.", "8."]


def test_a_number_with_a_letter_is_text_and_comes_between_without_counting_anew() -> None:
    base = "15a) Beratung\n\n16) Kurse"

    made = composed(base, "15a) Beratung\n\n15b) Sprachmittlung\n\n16) Kurse", base + " für alle")

    assert said(made) == "15a) Beratung\n\n15b) Sprachmittlung\n\n16) Kurse für alle"


def test_a_list_that_one_counts_anew_and_another_edits_keeps_both() -> None:
    made = composed("1. a\n2. b\n3. c", "1. neu\n2. a\n3. b\n4. c", "1. a\n2. b\n3. c, besser")

    assert said(made) == "1. neu\n2. a\n3. b\n4. c, besser"


def test_a_paragraph_that_becomes_a_list_is_another_block_of_comparable_text() -> None:
    made = composed(
        f"{ADVICE}\n\n{COURSES}", f"- {ADVICE}\n- {COURSES}", f"{ADVICE}\n\n{COURSES} Neu."
    )

    assert changed(ADVICE, f"- {ADVICE}") == [("", "- ")]
    assert [each.kind for each in made.wording.blocks] == [BlockKind.LIST_ITEM] * 2
    assert said(made) == f"- {ADVICE}\n- {COURSES} Neu."
    assert made.conflicts == ()


def test_of_repeated_rows_of_a_table_the_right_one_is_edited_and_another_goes() -> None:
    rows = [f"| Maßnahme {number} | Amt | jährlich |" for number in range(40)]
    base = "\n".join(["| Was | Wer | Wann |", "| --- | --- | --- |", *rows])
    first = base.replace(rows[20], rows[20].replace("jährlich", "monatlich"))
    second = base.replace(rows[21] + "\n", "")

    made = composed(base, first, second)

    assert made.conflicts == ()
    assert said(made) == first.replace(rows[21] + "\n", "")


def test_a_section_of_a_heading_only_takes_text_moves_and_goes() -> None:
    sections = concept(("A", 1, ""), ("B", 1, ""))
    a, b = sections

    assert [text_of_blocks(each.blocks) for each in compose_concept(
        sections, [reworded("r", a, ADVICE)]).sections] == [ADVICE, ""]  # fmt: skip
    assert [each.id for each in compose_concept(sections, [moved("m", a, b)]).sections] == [
        "B",
        "A",
    ]
    assert [each.id for each in compose_concept(sections, [dropped("d", a)]).sections] == ["B"]
    assert [each.id for each in compose_concept(sections, [inserted("i", a, "")]).sections] == [
        "A", "i", "B",
    ]  # fmt: skip


def test_a_section_whose_whole_text_goes_keeps_its_heading() -> None:
    made = composed(ADVICE, "")

    assert (made.wording.title, made.wording.blocks) == ("S", ())


TABLE = "| Was | Wer |\n| --- | --- |\n| Kurse | Amt |\n| Beratung | Träger |"


def test_a_row_that_comes_and_a_cell_that_another_changes_are_both_taken_in() -> None:
    made = composed(TABLE, f"{TABLE}\n| Kitas | Land |", TABLE.replace("Amt", "Büro"))

    assert said(made) == TABLE.replace("Amt", "Büro") + "\n| Kitas | Land |"
    assert made.conflicts == ()


def test_a_column_that_comes_and_a_cell_that_another_changes_are_both_taken_in() -> None:
    wider = "\n".join(f"{row} {cell} |" for row, cell in zip(
        TABLE.split("\n"), ["Wann", "---", "2025", "2026"], strict=True
    ))  # fmt: skip

    made = composed(TABLE, wider, TABLE.replace("Kurse", "Sprachkurse"))

    assert said(made) == wider.replace("Kurse", "Sprachkurse")


def test_cells_that_one_joins_and_another_changes_are_a_conflict() -> None:
    joined = TABLE.replace("| Kurse | Amt |", "| Kurse des Amtes |  |")

    made = composed(TABLE, joined, TABLE.replace("Kurse | Amt", "Kurse | Büro"))

    assert said(made) == TABLE
    assert made.conflicts[0].rivals == (joined, TABLE.replace("Amt", "Büro"))


def test_a_note_that_one_changes_and_the_text_that_another_changes_are_both_taken_in() -> None:
    base = "Das Amt hilft.[^1]\n\n[^1]: Stand 2024"

    made = composed(base, base.replace("2024", "2025"), base.replace("hilft", "berät"))

    assert said(made) == "Das Amt berät.[^1]\n\n[^1]: Stand 2025"
    assert [each.kind for each in made.wording.blocks][-1] is BlockKind.FOOTNOTE


def test_two_texts_of_one_note_are_a_conflict() -> None:
    made = composed(*(f"Das Amt hilft.[^1]\n\n[^1]: Stand {year}" for year in (2024, 2025, 2026)))

    assert [each.rivals for each in made.conflicts] == [("2025", "2026")]


def test_marks_of_other_tools_survive_the_composition_of_sections_literally() -> None:
    base = "Vorn <<<<<<< A ======= B >>>>>>> und <ins>a</ins> &amp; hinten."

    made = composed(base, base.replace("Vorn", "Da"), base.replace("hinten", "dort"))

    assert said(made) == base.replace("Vorn", "Da").replace("hinten", "dort")
    assert rivals(compose(base, [base.replace("B", "C"), base.replace("B", "D")])) == [("C", "D")]
