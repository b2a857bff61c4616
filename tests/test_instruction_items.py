"""Instructions on the items of a list."""

from tests.test_instruction import LIST, amended, wording
from tests.test_instruction_refused import refused


def test_an_item_put_in_moves_the_numbers_below_it() -> None:
    made = amended("Nach Punkt 3 wird folgender Punkt eingefügt: „der Werbung,“", LIST)

    assert "3. der Benennung von Kosten,\n4. der Werbung,\n5. der Vorlage" in made
    assert "6. der Ergänzung" in made


def test_an_item_struck_out_leaves_the_other_numbers_alone() -> None:
    made = amended("Die Punkte 2, 3 und 5 werden gestrichen.", LIST)

    assert made == LIST.replace("2. der Prüfung von Empfehlungen,\n", "").replace(
        "3. der Benennung von Kosten,\n", ""
    ).replace("\n5. der Ergänzung des Programms.", "")


def test_a_list_is_lengthened() -> None:
    made = amended(
        "In Absatz 1 wird folgender Spiegelstrich angefügt: „drei“", "A:\n\n- eins\n- zwei\n\nB"
    )

    assert made == "A:\n\n- eins\n- zwei\n- drei\n\nB"


def test_a_paragraph_goes_with_the_list_below_it() -> None:
    assert amended("Absatz 1 wird gestrichen.", LIST) == "Die Verwaltung berichtet."


def test_of_two_lists_the_one_below_a_paragraph_is_named() -> None:
    lists = "A:\n\n1. eins\n2. zwei\n\nB:\n\n1. eins\n2. zwei"

    assert refused("Punkt 2 wird gestrichen.", lists)[0] == "ambiguous"
    assert amended("Punkt 2 in Absatz 2 wird gestrichen.", lists) == lists[: -len("\n2. zwei")]
    assert amended("In Absatz 1 Punkt 2 wird „zwei“ durch „drei“ ersetzt.", lists) == lists.replace(
        "zwei", "drei", 1
    )


def test_an_item_goes_with_the_items_inside_it() -> None:
    nested = "1. eins\n   - darin\n   - auch\n2. zwei"

    assert amended("Punkt 1 wird gestrichen.", nested) == "2. zwei"
    assert wording(nested).blocks[1].depth == 1


def test_a_letter_or_a_bullet_before_an_instruction_is_no_part_of_it() -> None:
    for bullet in ("a) ", "1. ", "2) ", "- ", "• ", "b.) "):
        assert amended(f"{bullet}Der Punkt 5 entfällt.", LIST) == amended("Punkt 5 entfällt.", LIST)
