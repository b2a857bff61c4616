"""More of the cases that other tools fail on: numbers, addresses, moves, repeated text."""

import pytest

from concept_review.batch import SectionComposition, compose_concept, compose_section
from concept_review.block import Block, BlockKind
from concept_review.diff import Change, ChangeKind, apply, compare, compare_words
from concept_review.fingerprint import fingerprint
from concept_review.merge import compose
from concept_review.moves import MOST_PAIRS, moves
from concept_review.outline import blocks_of_text, text_of_blocks
from tests.amended_concepts import concept, moved, reworded
from tests.test_diff import changed

ADVICE = "Die Stadt berät neu zugewanderte Menschen in ihrer Sprache."
COURSES = "Träger bieten Kurse in allen Ortsteilen an."
HOUSING = "Wohnungen werden gemeinsam mit den Genossenschaften gesucht."


def composed(base: str, *offers: str) -> SectionComposition:
    """Return a section of this text as all who offer another one would have it."""
    (section,) = concept(("S", 1, base))
    return compose_section(
        section, [reworded(f"a{place}", section, each) for place, each in enumerate(offers)]
    )


def said(made: SectionComposition) -> str:
    return text_of_blocks(made.wording.blocks)


@pytest.mark.parametrize(
    ("base", "first", "second"),
    [
        ("Es gibt 12.500 Plätze.", "Es gibt 13.500 Plätze.", "Es gibt 12.800 Plätze."),
        ("Von 9:30 Uhr an.", "Von 8:30 Uhr an.", "Von 9:45 Uhr an."),
        ("Am 12.03.2024.", "Am 13.03.2024.", "Am 12.04.2024."),
        ("Ziel 5.2.1 gilt.", "Ziel 5.3.1 gilt.", "Ziel 5.2.4 gilt."),
        ("2024–2028 gilt es.", "2025–2028 gilt es.", "2024–2030 gilt es."),
        ("[Amt](https://a.de/x)", "[Amt](https://b.de/x)", "[Amt](https://a.de/y)"),
        ("Post an amt@a.de.", "Post an rat@a.de.", "Post an amt@b.de."),
    ],
)
def test_parts_of_one_number_or_address_are_a_conflict_and_never_make_a_third(
    base: str, first: str, second: str
) -> None:
    made = compose(base, [first, second])

    assert made.text == base
    assert len(made.conflicts) == 1


def test_a_new_sentence_behind_a_changed_number_is_no_conflict() -> None:
    made = compose("Es gibt 12.500.", ["Es gibt 13.500.", "Es gibt 12.500. Das reicht."])

    assert made.text == "Es gibt 13.500. Das reicht."


def test_a_paragraph_divided_or_joined_is_one_change_of_white_space() -> None:
    whole, divided = f"{ADVICE} {COURSES}", f"{ADVICE}\n\n{COURSES}"

    assert changed(whole, divided) == [(" ", "\n\n")]
    assert changed(divided, whole) == [("\n\n", " ")]


def test_paragraphs_that_one_joins_and_another_edits_keep_both() -> None:
    made = composed(f"{ADVICE}\n\n{COURSES}", f"{ADVICE} {COURSES}", f"{ADVICE}\n\n{COURSES} Neu.")

    assert said(made) == f"{ADVICE} {COURSES} Neu."


def lines(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_a_paragraph_moved_unchanged_is_one_move() -> None:
    changes = compare(
        lines(ADVICE, COURSES, HOUSING, "Ende."), lines(COURSES, HOUSING, ADVICE, "Ende.")
    )

    (move,) = moves(changes)

    assert move.old == move.new == ADVICE
    assert move.gone < move.come
    assert sum(each.kind is not ChangeKind.EQUAL for each in changes) == 2


def test_a_paragraph_moved_and_lightly_edited_is_one_move_that_shows_the_edit() -> None:
    other = ADVICE.replace("ihrer", "einfacher")
    changes = compare(
        lines(ADVICE, COURSES, HOUSING, "Ende."), lines(COURSES, HOUSING, other, "Ende.")
    )

    (move,) = moves(changes)

    assert changed(move.old, move.new) == [("ihrer", "einfacher")]


def test_two_paragraphs_that_change_places_are_one_move() -> None:
    changes = compare(lines(ADVICE, COURSES, "Ende."), lines(COURSES, ADVICE, "Ende."))

    assert len(moves(changes)) == 1


def test_two_paragraphs_at_both_ends_that_change_places_leave_one_where_it_is() -> None:
    changes = compare(lines(ADVICE, COURSES, HOUSING), lines(HOUSING, COURSES, ADVICE))

    assert {each.old for each in moves(changes)} == {COURSES, HOUSING}


def test_what_only_goes_what_only_comes_and_single_words_are_no_moves() -> None:
    assert moves(compare(lines(ADVICE, COURSES), lines(COURSES, HOUSING))) == ()
    assert moves(compare("die Kita und der Hort", "der Hort und die Kita")) == ()


def test_among_very_many_passages_no_moves_are_looked_for() -> None:
    many = [
        Change(
            kind,
            ADVICE if kind is ChangeKind.DELETE else "",
            "" if kind is ChangeKind.DELETE else ADVICE,
        )
        for kind in (ChangeKind.DELETE, ChangeKind.INSERT)
        for _ in range(int(MOST_PAIRS**0.5) + 1)
    ]

    assert moves(many) == ()


def test_a_section_that_one_moves_and_another_edits_is_moved_and_edited() -> None:
    sections = concept(("A", 1, ADVICE), ("A1", 2, COURSES), ("B", 1, HOUSING))
    edit = reworded("e", sections[1], COURSES.replace("allen", "vielen"))

    made = compose_concept(sections, [moved("m", sections[1], sections[2]), edit])

    assert made.clashes == ()
    assert [(each.id, each.label) for each in made.sections] == [
        ("A", "1"),
        ("B", "2"),
        ("A1", "3"),
    ]
    assert text_of_blocks(made.sections[2].blocks) == edit.offered.blocks[0].text
    assert made.sources == {"A1": ("e", "m")}


def test_eight_paragraphs_that_go_leave_the_others_to_be_edited() -> None:
    paragraphs = [f"Absatz {number} der Strategie." for number in range(20)]
    base = lines(*paragraphs)

    made = compose(
        base, [lines(*paragraphs[:5], *paragraphs[13:]), base.replace("14 der", "14 dieser")]
    )

    assert made.conflicts == ()
    assert made.text == lines(*paragraphs[:5], *paragraphs[13:]).replace("14 der", "14 dieser")


def test_of_sentences_that_begin_alike_the_right_one_is_edited() -> None:
    base = "Die Stadt berät Träger. Die Stadt berät Kitas. Die Stadt berät Träger vor Ort."
    first = base.replace("Kitas", "Horte")
    second = base.replace("Träger vor Ort", "Vereine vor Ort")

    assert compose(base, [first, second]).text == (
        "Die Stadt berät Träger. Die Stadt berät Horte. Die Stadt berät Vereine vor Ort."
    )


def test_a_paragraph_rewritten_throughout_is_still_applied_to_the_letter() -> None:
    rewritten = "Künftig sprechen Fachleute des Amtes die Menschen an, die neu in die Stadt kommen."

    changes = compare(ADVICE, rewritten)

    assert apply(ADVICE, changes) == rewritten


def test_bold_type_and_an_address_are_changes_of_form_and_a_word_is_one_of_text() -> None:
    base, bold, linked, other = (
        blocks_of_text(text)
        for text in (
            "Das Amt hilft.",
            "Das **Amt** hilft.",
            "Das [Amt](https://a.de) hilft.",
            "Das Büro hilft.",
        )
    )

    assert changed("Das Amt hilft.", "Das **Amt** hilft.") != []
    assert fingerprint("", base) == fingerprint("", bold) == fingerprint("", linked)
    assert fingerprint("", base) != fingerprint("", other)


@pytest.mark.parametrize(
    ("base", "first", "second", "expected"),
    [
        ("Solo-Selbstständige werden beraten.", "Selbstständige werden beraten.",
         "Solo-Selbstständige werden gut beraten.", "Selbstständige werden gut beraten."),
        ("Träger*innen und Bürger*innen helfen.", "Träger:innen und Bürger*innen helfen.",
         "Träger*innen und Bürger:innen helfen.", "Träger:innen und Bürger:innen helfen."),
        ("Kitas, z. B. in Drewitz, helfen.", "Kitas, z. B. in Golm, helfen.",
         "Horte, z. B. in Drewitz, helfen.", "Horte, z. B. in Golm, helfen."),
        ("Nach § 44 Abs. 1 SGB XII.", "Nach § 45 Abs. 1 SGB XII.",
         "Nach § 44 Abs. 2 SGB XII.", "Nach § 45 Abs. 2 SGB XII."),
    ],
)  # fmt: skip
def test_hyphens_stars_abbreviations_and_paragraph_signs_do_not_stand_in_the_way(
    base: str, first: str, second: str, expected: str
) -> None:
    assert compose(base, [first, second]).text == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fu\u0308r Tra\u0308ger", "für Träger"),
        ("Integra\u00adtion", "Integration"),
        ("§\u00a044 Abs.\u00a01", "§ 44 Abs. 1"),
    ],
)
def test_composition_soft_hyphens_and_hard_spaces_make_no_difference_of_words(
    one: str, other: str
) -> None:
    blocks = [[Block(kind=BlockKind.PARAGRAPH, text=text)] for text in (one, other)]

    assert all(each.kind is ChangeKind.EQUAL for each in compare_words(one, other))
    assert fingerprint("", blocks[0]) == fingerprint("", blocks[1])
