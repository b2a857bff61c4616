"""Instructions that do not point at one place are refused and named, never guessed."""

import pytest

from concept_review.instruction import UnreadableInstruction, read_instructions
from tests.test_instruction import TEXT, wording


def refused(instruction: str, text: str = TEXT) -> tuple[str, str]:
    with pytest.raises(UnreadableInstruction) as caught:
        read_instructions(instruction, wording(text))
    return caught.value.code.value, caught.value.instruction


@pytest.mark.parametrize(
    ("instruction", "code"),
    [
        ("„Die Stadt“ wird durch „Der Rat“ ersetzt.", "ambiguous"),
        ("Hinter „Die Stadt“ wird „Potsdam“ ergänzt.", "ambiguous"),
        ("„Hochschule“ wird gestrichen.", "not_found"),
        ("„Kurs“ wird gestrichen.", "not_found"),
        ("In Absatz 3 wird „Kurse“ gestrichen.", "not_found"),
        ("Absatz 7 wird gestrichen.", "no_such_place"),
        ("Punkt 1 wird gestrichen.", "no_such_place"),
        ("Satz 3 in Absatz 1 wird gestrichen.", "no_such_place"),
        ("Satz 1 wird gestrichen.", "ambiguous"),
        ("„Neu“ wird ergänzt.", "ambiguous"),
        ("In Absatz 1 wird „Neu“ eingefügt.", "ambiguous"),
        ("Am Ende des Absatzes wird „Neu“ angefügt.", "ambiguous"),
        ("„Kurse“ wird nicht gestrichen.", "not_understood"),
        ("„Kurse“ soll schöner werden.", "not_understood"),
        ("„Kurse“ wird durch ersetzt.", "not_understood"),
        ("„Kurse wird gestrichen.", "not_understood"),
        ("Absatz 2 Satz 1 und Absatz 3 Satz 1 werden gestrichen.", "not_understood"),
        ("Absatz 2 wird ersetzt.", "not_understood"),
        ("Absatz 2 wird ersetzt durch „# Neu“.", "not_understood"),
        ("Änderung", "not_understood"),
        ("In § 3 wird „Kurse“ gestrichen.", "not_understood"),
    ],
)
def test_what_does_not_point_at_one_place_is_refused(instruction: str, code: str) -> None:
    assert refused(instruction) == (code, instruction)


def test_of_several_instructions_the_one_that_cannot_be_read_is_named() -> None:
    good = "In Absatz 2 wird „kostenlos“ durch „frei“ ersetzt."

    assert refused(f"{good}\nAbsatz 9 entfällt.") == ("no_such_place", "Absatz 9 entfällt.")


def test_who_changes_everything_writes_a_new_wording() -> None:
    assert refused("Absatz 1 entfällt.\n" * 301) == ("not_understood", "Absatz 1 entfällt.")


def test_two_instructions_for_one_passage_contradict_each_other() -> None:
    for other in ("Absatz 2 wird gestrichen.", "In Absatz 2 wird „ist kostenlos“ gestrichen."):
        text = f"In Absatz 2 wird „kostenlos“ durch „frei“ ersetzt.\n{other}"
        assert refused(text) == ("ambiguous", other)
