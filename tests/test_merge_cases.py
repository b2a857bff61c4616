"""The tricky cases of other tools' bug reports, as far as they concern plain text."""

from itertools import permutations

import pytest

from concept_review.diff import ChangeKind, compare
from concept_review.merge import Composition, Conflict, SharedSentence, compose
from tests.test_merge import named, rivals


def test_two_values_for_one_number_are_a_conflict_and_never_a_blend() -> None:
    made = compose("Es gibt 12 Kurse.", ["Es gibt 14 Kurse.", "Es gibt 20 Kurse."])

    assert made == Composition(
        "Es gibt 12 Kurse.",
        (Conflict("12", ("14", "20"), start=8, end=10, authors=((0,), (1,))),),
        (),
    )


def test_a_word_put_into_a_deleted_paragraph_is_a_conflict_and_stays_visible() -> None:
    base = "Eins.\n\nDie Stadt fördert Kurse.\n\nDrei."
    deleted = "Eins.\n\nDrei."
    widened = base.replace("fördert", "fördert kostenlose")

    made = compose(base, [deleted, widened])

    assert made.text == base
    ((gone, kept),) = rivals(made)
    assert gone == ""
    assert "fördert kostenlose Kurse" in kept


def test_deletions_that_partly_overlap_are_a_conflict_and_not_their_union() -> None:
    base = "Stadt, Land, Fluss und Meer"

    made = compose(base, ["Stadt und Meer", "Stadt, Land Meer"])

    assert made.text == base
    assert len(made.conflicts) == 1


def test_an_opening_deleted_by_both_goes_once_and_later_differences_merge() -> None:
    base = "Im Übrigen gilt: Die Stadt berät Träger in allen Ortsteilen und hilft Familien."
    first = "Die Stadt berät Vereine in allen Ortsteilen und hilft Familien."
    second = "Die Stadt berät Träger in allen Ortsteilen und hilft Kindern."

    made = compose(base, [first, second])

    assert made.text == "Die Stadt berät Vereine in allen Ortsteilen und hilft Kindern."
    assert made.conflicts == ()


def test_of_two_spots_of_one_author_only_the_contested_one_is_a_conflict() -> None:
    base = "Es gibt 12 Kurse in Potsdam und drei Orte für Treffen."
    first = "Es gibt 14 Kurse in Potsdam und vier Orte für Treffen."
    second = "Es gibt 20 Kurse in Potsdam und drei Orte für Treffen."

    made = compose(base, [first, second])

    assert made.text == "Es gibt 12 Kurse in Potsdam und vier Orte für Treffen."
    assert rivals(made) == [("14", "20")]


def test_four_proposals_nested_on_one_sentence_come_out_alike_in_all_orders() -> None:
    base = "Die Stadt berät Träger und Vereine in allen Ortsteilen kostenlos."
    proposals = [
        "Die Stadt berät Träger in allen Ortsteilen kostenlos.",
        "Die Stadt berät Träger und Initiativen in allen Ortsteilen kostenlos.",
        "Die Stadt berät alle.",
        "Die Stadt berät Träger und Vereine in allen Ortsteilen gern.",
    ]

    outcomes = {str(named(base, order)) for order in permutations(proposals)}

    assert len(outcomes) == 1
    assert len(compose(base, proposals).conflicts) == 1


def test_two_insertions_at_one_point_are_left_to_an_editor_to_order() -> None:
    made = compose("Eins. Zwei.", ["Eins. A. Zwei.", "Eins. B. Zwei."])

    assert made.text == "Eins. Zwei."
    assert rivals(made) == [("A. ", "B. ")]


def test_a_new_paragraph_after_one_that_another_edits_survives_beside_the_edit() -> None:
    base = "Die Stadt berät Träger.\n\nEnde."
    longer = "Die Stadt berät Träger.\n\nNeuer Absatz.\n\nEnde."
    edited = "Die Stadt fördert Träger.\n\nEnde."

    made = compose(base, [longer, edited])

    assert made == Composition("Die Stadt fördert Träger.\n\nNeuer Absatz.\n\nEnde.", (), ())


@pytest.mark.parametrize(
    ("other", "conflicts"),
    [("1. a\n2. b\n4. d\n5. e", 0), ("1. a\n2. b\n3. neu\n4. d\n5. e", 1)],
)
def test_a_list_item_that_one_deletes_is_a_conflict_only_if_another_edits_it(
    other: str, conflicts: int
) -> None:
    base = "1. a\n2. b\n3. c\n4. d\n5. e"
    without_third_and_with_new = "1. a\n2. b\n4. d\n4a. n\n5. e"

    assert len(compose(base, [without_third_and_with_new, other]).conflicts) == conflicts


def test_a_paragraph_divided_in_two_merges_with_an_edit_inside_it() -> None:
    base = "Die Stadt berät. Die Träger helfen."
    divided = "Die Stadt berät.\n\nDie Träger helfen."
    edited = "Die Stadt berät. Die Träger helfen gern."

    assert compose(base, [divided, edited]).text == ("Die Stadt berät.\n\nDie Träger helfen gern.")


def test_a_sentence_that_one_moves_and_another_edits_is_a_conflict() -> None:
    base = "Eins ist hier. Zwei steht dort. Drei fehlt noch."
    moved = "Zwei steht dort. Eins ist hier. Drei fehlt noch."
    edited = "Eins ist immer hier. Zwei steht woanders. Drei fehlt noch."

    made = compose(base, [moved, edited])

    assert made.conflicts != ()
    shown = " ".join([made.text, *(rival for pair in rivals(made) for rival in pair)])
    assert "immer" in shown
    assert "woanders" in shown


def test_an_edit_of_one_of_two_equal_paragraphs_stays_with_that_one() -> None:
    base = "Gleich lautender Absatz.\n\nMitte.\n\nGleich lautender Absatz."
    last_edited = "Gleich lautender Absatz.\n\nMitte.\n\nGleich langer Absatz."
    first_deleted = "Mitte.\n\nGleich lautender Absatz."

    assert compose(base, [last_edited, first_deleted]).text == "Mitte.\n\nGleich langer Absatz."


def test_a_paragraph_mostly_rewritten_conflicts_with_an_edit_inside_it() -> None:
    base = "Die Stadt berät Träger in allen Ortsteilen."
    rewritten = "Beratung gibt es künftig vor Ort."
    edited = "Die Stadt berät Vereine in allen Ortsteilen."

    made = compose(base, [rewritten, edited])

    assert made.conflicts != ()
    assert any("Vereine" in rival for rival in made.conflicts[0].rivals)


def test_bold_type_and_a_new_word_elsewhere_merge() -> None:
    base = "Die Stadt berät alle Träger."

    made = compose(base, ["Die **Stadt** berät alle Träger.", "Die Stadt berät viele Träger."])

    assert made.text == "Die **Stadt** berät viele Träger."


def test_skin_tones_of_one_emoji_are_a_conflict_of_whole_signs() -> None:
    made = compose("Team 👩🏽‍🚒.", ["Team 👩🏿‍🚒.", "Team 👩🏻‍🚒."])

    assert rivals(made) == [tuple(sorted(["👩🏿‍🚒", "👩🏻‍🚒"]))]


def test_marks_of_other_tools_in_the_text_are_only_text() -> None:
    base = "<<<<<<< ## <ins>a</ins> &amp; ======= b >>>>>>>"
    first, second = base.replace(" b ", " c "), base.replace("<ins>a", "<ins>z")

    assert compose(base, [first, second]).text == (
        "<<<<<<< ## <ins>z</ins> &amp; ======= c >>>>>>>"
    )


def test_two_texts_for_an_empty_section_are_a_conflict_and_one_is_taken() -> None:
    assert compose("", ["Neuer Text."]).text == "Neuer Text."
    assert rivals(compose("", ["Neuer Text.", "Anderer Text."])) == [
        ("Anderer Text.", "Neuer Text.")
    ]


def test_deleting_everything_conflicts_with_any_edit() -> None:
    made = compose("Die Stadt berät.", ["", "Die Stadt hilft."])

    assert made.text == "Die Stadt berät."
    assert rivals(made) == [("", "Die Stadt hilft.")]


def test_edits_apart_in_one_sentence_are_merged_with_a_warning() -> None:
    base = "Vorab. Der Bericht erscheint jährlich mit 12 Seiten. Danach."
    oftener = base.replace("jährlich", "halbjährlich")
    longer = base.replace("12", "20")

    made = compose(base, [oftener, longer])

    assert made.text == "Vorab. Der Bericht erscheint halbjährlich mit 20 Seiten. Danach."
    assert made.warnings == (SharedSentence(start=7, end=52, authors=(0, 1)),)


@pytest.mark.parametrize(
    "proposals",
    [
        ["Erster Satz heute. Zweiter Satz dort.", "Erster Satz nun. Zweiter Satz dort."],
        ["Erster Satz nun. Zweiter Satz dort.", "Erster Satz hier. Zweiter Satz da."],
        ["Ein Satz hier. Zweiter Satz dort."] * 2,
    ],
)
def test_no_warning_where_a_sentence_is_one_authors_or_open_anyway(proposals: list[str]) -> None:
    made = compose("Erster Satz hier. Zweiter Satz dort.", proposals)

    assert made.warnings == ()


def test_all_changes_of_a_composition_are_marked_as_changes_of_the_base() -> None:
    made = compose("Es gibt 12 Kurse.", ["Es gibt 14 Kurse.", "Es gibt 12 Kurse. Neu."])

    kinds = [change.kind for change in compare("Es gibt 12 Kurse.", made.text)]
    assert kinds == [ChangeKind.EQUAL, ChangeKind.REPLACE, ChangeKind.EQUAL, ChangeKind.INSERT]
