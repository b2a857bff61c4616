"""Amendments of a concept that get into each other's way, one kind of clash after the other."""

from dataclasses import replace

import pytest

from concept_review.amendment import Amendment, Clash, ClashKind
from concept_review.batch import compose_concept
from concept_review.outline import text_of_blocks
from concept_review.proposal import Placement
from concept_review.section import Section
from tests.amended_concepts import concept, dropped, inserted, moved, reworded, wording

A, A1, A2, B, B1, C = SECTIONS = concept(
    ("A", 1, "Die Stadt fördert 12 Kurse."),
    ("A1", 2, "Die Kurse sind kostenlos."),
    ("A2", 2, "Träger helfen."),
    ("B", 1, "Wohnen für alle."),
    ("B1", 2, "Auszug aus der Unterkunft."),
    ("C", 1, ""),
)
BELOW = Placement.BELOW


def composed(*amendments: Amendment) -> dict[str, str]:
    """Return label and text by title of what stands, where nothing clashes."""
    made = compose_concept(SECTIONS, amendments)
    assert made.clashes == ()
    return {
        each.title: f"{each.label} {text_of_blocks(each.blocks)}".strip() for each in made.sections
    }


def clashes(*amendments: Amendment, sections: list[Section] = SECTIONS) -> tuple[Clash, ...]:
    """Return the clashes of amendments that change nothing."""
    made = compose_concept(sections, amendments)
    assert (made.sections, made.dropped, made.sources) == (tuple(sections), (), {})
    return made.clashes


def told(found: tuple[Clash, ...]) -> list[tuple[str, str, tuple[tuple[str, ...], ...]]]:
    return [(each.section_id, each.kind, each.sides) for each in found]


def test_two_words_for_one_are_a_clash_that_names_the_rivals_and_their_authors() -> None:
    first = reworded("p", A, "Die Stadt fördert 14 Kurse.")
    second = reworded("q", A, "Die Stadt fördert 20 Kurse.")

    (clash,) = clashes(second, first)

    (conflict,) = clash.conflicts
    assert (clash.kind, clash.amendment_ids) == (ClashKind.WORDING, ("p", "q"))
    assert (conflict.base, conflict.rivals, conflict.authors) == ("12", ("14", "20"), ((0,), (1,)))


def test_two_titles_for_one_section_are_a_clash_and_its_text_is_still_composed() -> None:
    first = reworded("p", A, "Die Stadt fördert 14 Kurse.", title="Kurse")
    second = reworded("q", A, "Die Stadt fördert 12 Kurse.", title="Angebote")

    made = compose_concept(SECTIONS, [first, second])

    assert made.sections[0].title == "A"
    assert text_of_blocks(made.sections[0].blocks) == "Die Stadt fördert 14 Kurse."
    assert made.sources == {"A": ("p",)}
    assert [each.rivals for each in made.clashes[0].conflicts] == [("Angebote", "Kurse")]


def test_conflicts_without_a_common_author_are_clashes_of_their_own() -> None:
    (section,) = concept(("S", 1, "Es gibt 12 Kurse. Es gibt 30 Orte."))
    offers = [
        reworded(f"{number}{digit}", section, f"Es gibt {kurse} Kurse. Es gibt {orte} Orte.")
        for number, digit, kurse, orte in [
            ("p", 1, 13, 30), ("p", 2, 14, 30), ("q", 1, 12, 31), ("q", 2, 12, 32),
        ]
    ]  # fmt: skip

    found = compose_concept([section], offers).clashes

    assert [each.amendment_ids for each in found] == [("p1", "p2"), ("q1", "q2")]


def test_a_section_that_shall_go_and_be_reworded_stays_and_the_words_stay_visible() -> None:
    first, second = reworded("r", A1, "Die Kurse sind billig."), reworded("s", A1, "Neu.")

    (clash,) = [
        each for each in clashes(dropped("d", A), first, second) if each.kind is ClashKind.DROPPED
    ]

    assert (clash.section_id, clash.sides) == ("A", (("d",), ("r", "s")))
    assert [each.rivals for each in clash.conflicts] == [("", "Die Kurse sind billig.", "Neu.")]
    assert [each.authors for each in clash.conflicts] == [((0,), (1,), (2,))]


@pytest.mark.parametrize(
    "other",
    [
        moved("x", A, C),
        moved("x", A1, C),
        moved("x", B, A1),
        moved("x", B, A, BELOW),
        inserted("x", A2, "Neu."),
        inserted("x", A, "Neu."),
    ],
)
def test_a_section_that_shall_go_while_others_move_or_come_there_is_a_clash(
    other: Amendment,
) -> None:
    assert told(clashes(dropped("d", A), other)) == [("A", "dropped", (("d",), ("x",)))]


def test_a_section_that_shall_go_with_its_chapter_and_by_itself_goes_without_a_clash() -> None:
    made = compose_concept(SECTIONS, [dropped("d", A), dropped("e", A1)])

    assert [each.id for each in made.dropped] == ["A", "A1", "A2"]
    assert made.sources == {"A": ("d",), "A1": ("d", "e"), "A2": ("d",)}


def test_a_chapter_moves_while_one_of_its_sections_goes_and_another_is_reworded() -> None:
    said = composed(moved("m", A, B1, BELOW), dropped("d", A1), reworded("r", A2, "Träger tun es."))

    assert said == {
        "B": "1 Wohnen für alle.",
        "B1": "1.1 Auszug aus der Unterkunft.",
        "A": "1.1.1 Die Stadt fördert 12 Kurse.",
        "A2": "1.1.1.1 Träger tun es.",
        "C": "2",
    }


def test_one_section_wanted_at_two_places_is_a_clash() -> None:
    found = clashes(moved("p", A1, B1), moved("q", A1, C), moved("r", A1, C))

    assert told(found) == [("A1", "place", (("p",), ("q", "r")))]


def test_two_sections_that_each_shall_stand_below_the_other_are_a_clash() -> None:
    found = clashes(moved("p", A, B, BELOW), moved("q", B, A1, BELOW))

    assert told(found) == [("A", "place", (("p",), ("q",)))]


def test_a_section_cannot_stand_below_itself() -> None:
    assert told(clashes(moved("p", A, A1))) == [("A", "place", (("p",),))]


def test_the_order_of_new_sections_at_one_place_is_for_a_person_to_choose() -> None:
    found = clashes(inserted("p", A, "Eins."), inserted("q", A, "Zwei."), inserted("r", A, "Eins."))

    assert told(found) == [("A", "place", (("p", "r"), ("q",)))]


def test_a_new_section_and_a_moved_one_at_one_place_are_a_clash() -> None:
    assert told(clashes(inserted("p", A1, "Neu."), moved("q", C, A1))) == [
        ("A1", "place", (("p",), ("q",)))
    ]


def test_the_same_new_section_twice_comes_once_and_names_both() -> None:
    made = compose_concept(SECTIONS, [inserted("q", A, "Neu."), inserted("p", A, "Neu.")])

    assert [each.id for each in made.sections] == ["A", "A1", "A2", "p", "B", "B1", "C"]
    assert made.sources == {"p": ("p", "q")}


def test_a_new_section_follows_its_anchor_where_that_is_moved() -> None:
    said = composed(moved("m", A, C), inserted("n", A, "Neu."), moved("o", B, A, BELOW))

    assert list(said) == ["C", "A", "B", "B1", "A1", "A2", "Neu"]
    assert [each.split()[0] for each in said.values()] == [
        "1", "2", "2.1", "2.1.1", "2.2", "2.3", "3",
    ]  # fmt: skip


def test_the_first_section_of_a_chapter_comes_below_and_the_last_behind() -> None:
    said = composed(
        inserted("p", B, "Eins.", BELOW, "Erst"), inserted("q", B1, "Zwei.", title="Dann")
    )

    assert list(said) == ["A", "A1", "A2", "B", "Erst", "B1", "Dann", "C"]
    assert (said["Erst"], said["B1"], said["Dann"]) == (
        "2.1 Eins.", "2.2 Auszug aus der Unterkunft.", "2.3 Zwei.",
    )  # fmt: skip


def test_positions_stay_where_nothing_comes_in_between() -> None:
    kept = compose_concept(SECTIONS, [dropped("d", A1), moved("m", A2, B, BELOW)]).sections

    assert {each.id: each.position for each in kept} == {"A": 0, "B": 3, "A2": 4, "B1": 5, "C": 6}


def test_an_amendment_of_an_older_text_is_carried_over_to_the_present_one() -> None:
    old = replace(A, blocks=wording("A", "Die Stadt fördert 10 Kurse.").blocks)
    longer = reworded("p", old, "Die Stadt fördert 10 Kurse in Potsdam.")

    assert composed(longer)["A"] == "1 Die Stadt fördert 12 Kurse in Potsdam."


def test_an_amendment_that_the_text_contradicts_by_now_is_a_clash_and_the_rest_is_taken_in() -> (
    None
):
    old = replace(A, blocks=wording("A", "Die Stadt fördert 10 Kurse.").blocks)
    fewer = reworded("p", old, "Die Stadt fördert 8 Kurse in Potsdam.")

    made = compose_concept(SECTIONS, [fewer])

    assert text_of_blocks(made.sections[0].blocks) == "Die Stadt fördert 12 Kurse in Potsdam."
    assert made.sources == {"A": ("p",)}
    (clash,) = made.clashes
    assert (clash.kind, clash.amendment_ids) == (ClashKind.BASE, ("p",))
    assert [(each.base, each.rivals, each.authors) for each in clash.conflicts] == [
        ("10", ("12", "8"), ((), (0,)))
    ]


def test_an_amendment_that_wants_what_the_text_says_by_now_changes_nothing() -> None:
    old = replace(A, blocks=wording("A", "Die Stadt fördert 10 Kurse.").blocks)

    made = compose_concept(SECTIONS, [reworded("p", old, "Die Stadt fördert 12 Kurse.")])

    assert (made.sections, made.clashes, made.sources) == (tuple(SECTIONS), (), {"A": ("p",)})


def test_what_says_something_else_by_now_is_not_dropped_unseen() -> None:
    old = replace(A, blocks=wording("A", "Nichts.").blocks)

    (clash,) = clashes(dropped("d", old))

    assert clash.kind is ClashKind.BASE
    assert clash.conflicts[0].rivals == ("Die Stadt fördert 12 Kurse.", "")


@pytest.mark.parametrize("wanted", [reworded, inserted])
def test_where_the_section_is_gone_the_amendment_stays_in_reach(wanted: object) -> None:
    lost = replace(A, id="lost")

    (clash,) = clashes((reworded if wanted is reworded else inserted)("p", lost, "Neu."))

    assert (clash.section_id, clash.kind, clash.amendment_ids) == ("lost", ClashKind.GONE, ("p",))


def test_where_the_anchor_is_gone_the_move_stays_in_reach() -> None:
    (clash,) = clashes(moved("p", A, replace(B, id="lost")))

    assert (clash.section_id, clash.kind) == ("A", ClashKind.GONE)
