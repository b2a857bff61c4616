"""One section as several people want to word it: what is said, and what is left to a person."""

from concept_review.batch import compose_section
from concept_review.outline import text_of_blocks
from tests.amended_concepts import concept, moved, reworded


def test_edits_that_together_make_a_heading_are_left_to_a_person() -> None:
    (section,) = concept(("S", 1, "Eins\n\n== x"))
    first, second = reworded("p", section, "Eins\n== x"), reworded("q", section, "Eins\n\n==")

    made = compose_section(section, [first, second])

    assert text_of_blocks(made.wording.blocks) == "Eins\n\n== x"
    assert [(each.rivals, each.authors) for each in made.conflicts] == [
        (("Eins\n\n==", "Eins\n== x"), ((1,), (0,)))
    ]
    assert made.taken == ()


def test_edits_apart_in_one_sentence_are_composed_with_a_warning_that_names_their_places() -> None:
    (section,) = concept(("S", 1, "Der Bericht erscheint jährlich mit 12 Seiten."))
    offers = [
        reworded("z", section, "Der Bericht erscheint jährlich mit 20 Seiten."),
        moved("m", section, section),
        reworded("a", section, "Der Bericht erscheint halbjährlich mit 12 Seiten."),
    ]

    made = compose_section(section, offers)

    assert (
        text_of_blocks(made.wording.blocks) == "Der Bericht erscheint halbjährlich mit 20 Seiten."
    )
    assert [each.authors for each in made.warnings] == [(0, 2)]
    assert made.taken == (0, 2)


def test_blocks_that_stay_keep_their_ids() -> None:
    (section,) = concept(("S", 1, "Eins.\n\nZwei.\n\nDrei."))
    made = compose_section(
        section,
        [
            reworded("p", section, "Eins.\n\nNeu.\n\nZwei.\n\nDrei."),
            reworded("q", section, "Eins.\n\nZwei."),
        ],
    )

    assert [(each.text, each.id) for each in made.wording.blocks] == [
        ("Eins.", "S 0"), ("Neu.", ""), ("Zwei.", "S 1"),
    ]  # fmt: skip
