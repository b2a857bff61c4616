"""Cases of matching: what happens to concepts between two versions, one by one."""

import random
from dataclasses import replace

import pytest

from concept_review.block import Block, BlockKind
from concept_review.matching import Match, MatchKind, Part, match
from concept_review.part import prepared
from tests.matching_texts import part, sub, swap, told

CONCEPT = [
    part("1. Bildung"),
    sub("1.1 Ziele", "sprache"),
    sub("1.2 Herausforderungen", "kita"),
    part("2. Arbeit"),
    sub("2.1 Ziele", "arbeit"),
    sub("2.2 Herausforderungen", "wohnen"),
    part("3. Freizeit"),
    sub("3.1 Ziele", "sport"),
    sub("3.2 Herausforderungen", "kultur"),
]


def test_nothing_and_nothing_match_nothing() -> None:
    assert match([], []) == []


def test_without_sections_on_one_side_all_are_new_or_gone() -> None:
    places = range(len(CONCEPT))

    assert match([], CONCEPT) == [Match(None, place, MatchKind.NEW, 0) for place in places]
    assert match(CONCEPT, []) == [Match(place, None, MatchKind.GONE, 0) for place in places]


def test_repeated_titles_are_told_apart_by_their_texts() -> None:
    new = [*CONCEPT]
    new[1], new[4] = swap("Kurse", "Lehrgänge", CONCEPT[1]), swap("acht", "zehn", CONCEPT[4])

    kinds = [kind for _, _, kind in told(CONCEPT, new)]

    assert [place for place, kind in enumerate(kinds) if kind == "changed"] == [1, 4]
    assert kinds.count("unchanged") == 7


def test_texts_exchanged_below_equal_titles_go_with_their_words() -> None:
    new = [*CONCEPT]
    new[1], new[4] = CONCEPT[4], CONCEPT[1]

    found = {(old, now): kind for old, now, kind in told(CONCEPT, new)}

    assert found[1, 4] == found[4, 1] == "moved"


def test_a_moved_chapter_takes_its_sections_along() -> None:
    new = [*CONCEPT[3:6], *CONCEPT[:3], *CONCEPT[6:]]

    found = {old: (now, kind) for old, now, kind in told(CONCEPT, new)}

    assert [found[place][0] for place in range(9)] == [3, 4, 5, 0, 1, 2, 6, 7, 8]
    moved = [place for place in range(9) if found[place][1] == "moved"]
    assert moved in ([0], [3])
    assert {kind for _, kind in found.values()} == {"moved", "unchanged"}


def test_empty_chapters_of_equal_title_are_matched_by_what_stands_around_them() -> None:
    old = [part("Bildung", "sprache"), sub("Ziele"), part("Arbeit", "arbeit"), sub("Ziele")]
    new = [old[2], old[3], old[0], old[1]]

    found = {(before, now) for before, now, _ in told(old, new)}

    assert found == {(0, 2), (1, 3), (2, 0), (3, 1)}


def test_an_empty_heading_alone_proves_nothing() -> None:
    old = [part("Bildung", "sprache"), sub("Ziele"), part("Rest", "sport"), sub("Ziele", "wohnen")]
    new = [part("Rest", "sport"), sub("Ziele", "wohnen"), part("Arbeit", "arbeit"), sub("Ziele")]

    found = told(old, new)

    assert (1, None, "gone") in found
    assert (None, 3, "new") in found


def test_a_typing_error_in_an_empty_heading_is_a_change() -> None:
    old = [part("Bildung", "sprache"), sub("Herausfoderungen"), part("Arbeit", "arbeit")]
    new = [old[0], sub("Herausforderungen"), old[2]]

    assert told(old, new)[1] == (1, 1, "changed")


def test_a_chapter_of_another_title_is_known_by_its_sections() -> None:
    new = [part("1. Schule und Lernen"), *CONCEPT[1:]]

    assert told(CONCEPT, new)[:2] == [(0, 0, "changed"), (1, 1, "unchanged")]


def test_a_number_that_changes_moves_a_section() -> None:
    new = [*CONCEPT[:-1], replace(CONCEPT[-1], title="3.4 Herausforderungen")]

    assert told(CONCEPT, new)[-1] == (8, 8, "moved")


def test_another_title_over_the_same_words_is_a_change() -> None:
    new = [*CONCEPT[:-1], replace(CONCEPT[-1], title="3.2 Was uns hindert")]

    assert told(CONCEPT, new)[-1] == (8, 8, "changed")


@pytest.mark.parametrize("pieces", [2, 3])
def test_a_divided_section_is_split_and_its_largest_piece_comes_first(pieces: int) -> None:
    texts = ("kita", "arbeit", "sport")[:pieces]
    old = [part("Anfang", "beirat"), part("Ziele", *texts, "verwaltung"), part("Ende", "kultur")]
    new = [
        part("Anfang", "beirat"),
        *(part(f"Ziel {text}", text) for text in texts[:-1]),
        part("Ziele", texts[-1], "verwaltung"),
        part("Ende", "kultur"),
    ]

    found = match(old, new)

    assert [(each.old, each.new) for each in found if each.kind is MatchKind.SPLIT] == [
        (1, pieces), *((1, place) for place in reversed(range(1, pieces)))
    ]  # fmt: skip
    assert [each.kind.value for each in found].count("unchanged") == 2


def test_two_sections_in_one_are_merged_and_the_larger_comes_first() -> None:
    old = [
        part("A", "sport"),
        part("B", "kita"),
        part("C", "arbeit", "wohnen"),
        part("D", "kultur"),
    ]
    new = [part("A", "sport"), part("C", "kita", "arbeit", "wohnen"), part("D", "kultur")]

    assert told(old, new) == [
        (0, 0, "unchanged"), (2, 1, "merged"), (1, 1, "merged"), (3, 2, "unchanged")
    ]  # fmt: skip


def test_another_text_under_the_same_title_and_place_is_for_a_person_to_decide() -> None:
    new = [*CONCEPT[:4], sub("2.1 Ziele", "gesundheit"), *CONCEPT[5:]]

    found = match(CONCEPT, new)

    assert (found[4].old, found[4].new, found[4].kind) == (4, 4, MatchKind.UNCERTAIN)
    assert found[4].similarity < 0.5


def test_another_text_under_the_same_number_alone_is_new() -> None:
    new = [*CONCEPT[:4], sub("2.1 Beratung", "gesundheit"), *CONCEPT[5:]]

    found = told(CONCEPT, new)

    assert (None, 4, "new") in found
    assert (4, None, "gone") in found


TWIN = "Das Amt für {} berichtet jährlich über Mittel, Personal, Räume und Erfolge der Maßnahmen"


def test_lookalikes_are_told_apart_by_their_chapters() -> None:
    old = [
        part("Bildung", "sprache"), sub("Bericht", TWIN.format("Schule")),
        part("Arbeit", "arbeit"), sub("Bericht", TWIN.format("Gewerbe")),
    ]  # fmt: skip
    new = [each if each.level == 1 else swap("jährlich", "halbjährlich", each) for each in old]

    assert [kind for *_, kind in told(old, new)] == ["unchanged", "changed"] * 2
    moved = [*new[2:], *new[:2]]
    assert {(1, 3), (3, 1)} <= {(before, now) for before, now, _ in told(old, moved)}


def test_lookalikes_that_are_edited_and_change_places_are_never_taken_for_each_other() -> None:
    first, second = sub("Bericht", TWIN.format("Schule")), sub("Bericht", TWIN.format("Gewerbe"))
    chapters = part("Bildung", "sprache"), part("Arbeit", "arbeit")
    old = [chapters[0], first, chapters[1], second]
    new = [chapters[0], swap("Räume", "Orte", second), chapters[1], swap("Mittel", "Geld", first)]

    found = {(before, now): kind for before, now, kind in told(old, new)}

    assert found.get((1, 1), "uncertain") == found.get((3, 3), "uncertain") == "uncertain"


def test_a_lookalike_that_neither_title_nor_place_tells_apart_is_uncertain() -> None:
    amounts = (TWIN.format("Schule"), TWIN.format("Gewerbe"))
    old = [part("Anfang", "beirat"), *(part("Bericht", each) for each in amounts)]
    new = [part("Anfang", "beirat"), part("Ende", "kultur"), part("Bericht", TWIN.format("Sport"))]

    found = told(old, new)

    assert [kind for *_, kind in found].count("uncertain") == 1
    assert not [row for row in found if row[2] == "changed"]


def test_word_identical_twins_keep_their_chapters() -> None:
    ziele = sub("Ziele", "kita")
    old = [part("Bildung", "sprache"), ziele, part("Arbeit", "arbeit"), ziele]
    new = [old[2], old[3], old[0], old[1]]

    assert {(before, now) for before, now, _ in told(old, new)} == {(0, 2), (1, 3), (2, 0), (3, 1)}


def test_a_word_identical_twin_that_is_gone_is_the_one_whose_chapter_is_gone() -> None:
    ziele = sub("Ziele", "kita")
    old = [part("Bildung", "sprache"), ziele, part("Arbeit", "arbeit"), ziele]

    assert told(old, old[2:]) == [
        (2, 0, "unchanged"), (3, 1, "unchanged"), (0, None, "gone"), (1, None, "gone")
    ]  # fmt: skip


def test_twelve_sections_put_in_leave_the_others_where_they_were() -> None:
    chance = random.Random(7)  # noqa: S311  (text, nothing secret)
    letters = "abdefgiklmnoprstuz"
    texts = [" ".join("".join(chance.choices(letters, k=7)) for _ in range(30)) for _ in range(12)]
    new = [*CONCEPT[:4], *(sub("Ziele", text) for text in texts), *CONCEPT[4:]]

    found = told(CONCEPT, new)

    assert [now for _, now, kind in found if kind == "new"] == list(range(4, 16))
    assert [kind for *_, kind in found].count("unchanged") == 9


def test_a_section_under_another_chapter_with_few_other_words_is_changed() -> None:
    moved = swap("hundert", "zweihundert", CONCEPT[5])
    new = [*CONCEPT[:3], moved, *CONCEPT[3:5], *CONCEPT[6:]]

    found = {old: (now, kind) for old, now, kind in told(CONCEPT, new)}

    assert found[5] == (3, "changed")
    assert all(kind == "unchanged" for place, (_, kind) in found.items() if place != 5)


def test_text_below_a_heading_that_had_none_is_a_change_where_its_sections_agree() -> None:
    new = [part("1. Bildung", "gesundheit"), *CONCEPT[1:]]

    assert told(CONCEPT, new)[0] == (0, 0, "changed")


def test_footnotes_and_signs_between_words_are_no_words() -> None:
    note = Block(kind=BlockKind.FOOTNOTE, text="Quelle: Amt", marker="1")
    text = Block(kind=BlockKind.PARAGRAPH, text="Träger*innen, z. B. **Vereine**")

    assert prepared([Part("3. Ziele", 1, (text, note))]).words(0) == [
        "ziele", "träger", "innen", "z", "b", "vereine"
    ]  # fmt: skip
