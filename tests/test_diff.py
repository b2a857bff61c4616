"""The difference of two wordings, laws first."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concept_review.alignment import MOST_COMPARISONS
from concept_review.diff import (
    Change,
    ChangeKind,
    apply,
    compare,
    compare_words,
    edits,
    tokens,
)
from concept_review.fingerprint import words_of
from concept_review.inline import literal

WORDS = st.sampled_from(
    [
        "die",
        "Stadt",
        "Kita",
        "12",
        " ",
        " ",
        " ",
        "  ",
        ".",
        ", ",
        "\n\n",
        "*",
        "ü",
        "u\u0308",
        "👩🏽‍🚒",
    ]
)
TEXTS = st.one_of(st.lists(WORDS, max_size=25).map("".join), st.text(max_size=25))


def changed(old: str, new: str) -> list[tuple[str, str]]:
    return [
        (change.old, change.new)
        for change in compare(old, new)
        if change.kind is not ChangeKind.EQUAL
    ]


@given(TEXTS)
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(TEXTS, TEXTS)
def test_applying_the_difference_gives_the_new_wording(old: str, new: str) -> None:
    changes = compare(old, new)

    assert apply(old, changes) == new
    assert "".join(change.old for change in changes) == old


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert changed(text, text) == []


@given(TEXTS, TEXTS)
def test_compared_the_other_way_round_the_sides_are_exchanged(old: str, new: str) -> None:
    assert [(change.new, change.old) for change in compare(new, old)] == [
        (change.old, change.new) for change in compare(old, new)
    ]


@given(TEXTS, TEXTS)
def test_the_kind_of_a_change_tells_its_sides(old: str, new: str) -> None:
    for change in compare(old, new):
        sides = (change.old != "", change.new != "", change.old == change.new)
        assert (
            sides
            == {
                ChangeKind.EQUAL: (True, True, True),
                ChangeKind.INSERT: (False, True, False),
                ChangeKind.DELETE: (True, False, False),
                ChangeKind.REPLACE: (True, True, False),
            }[change.kind]
        )


@given(TEXTS, TEXTS)
def test_edits_never_touch_each_other(old: str, new: str) -> None:
    found = edits(tokens(old), tokens(new))

    assert all(above.end < below.start for above, below in pairwise(found))


def test_changes_of_another_text_are_refused() -> None:
    with pytest.raises(ValueError, match="another text"):
        apply("Die Stadt", [Change(ChangeKind.EQUAL, "Die Kita", "Die Kita")])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("bietet 12 Kurse an", "bietet 14 Kurse an", [("12", "14")]),
        ("alle drei Jahre.", "jedes zweite Jahr.", [("alle drei Jahre", "jedes zweite Jahr")]),
        ("Solo-Selbstständige", "Selbstständige", [("Solo-", "")]),
        ("Träger*innen", "Träger:innen", [("*", ":")]),
        ("§ 44 Abs. 1", "§ 44 Abs. 2", [("1", "2")]),
        ("Nr. 5.2.1", "Nr. 5.3.1", [("2", "3")]),
        ("[Amt](https://a.de)", "[Amt](https://b.de)", [("a", "b")]),
        ("ein Wort", "ein **Wort**", [("", "**"), ("", "**")]),
        ("## <ins>a</ins> &amp;", "## <ins>b</ins> &amp;", [("a", "b")]),
    ],
)
def test_exactly_the_words_that_changed_are_shown(
    old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert changed(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "passage"),
    [
        ("Eins. Zwei.", "Eins. Neu. Zwei.", "Neu. "),
        ("Eins.\n\nZwei.", "Eins.\n\nNeu.\n\nZwei.", "Neu.\n\n"),
        ("eins zwei", "eins oder zwei", "oder "),
    ],
)
def test_a_new_passage_begins_where_a_person_would_put_it(old: str, new: str, passage: str) -> None:
    assert changed(old, new) == [("", passage)]
    assert changed(new, old) == [(passage, "")]


def test_a_letter_keeps_its_accent_and_an_emoji_its_skin() -> None:
    assert tokens("Tu\u0308r 👩🏽‍🚒!") == ["Tu\u0308r", " ", "👩🏽‍🚒", "!"]
    assert changed("Team 👩🏽‍🚒", "Team 👩🏿‍🚒") == [("👩🏽‍🚒", "👩🏿‍🚒")]


def test_eight_new_paragraphs_in_a_row_leave_the_others_alone() -> None:
    old = "\n\n".join(f"Absatz {number} der Strategie." for number in range(20))
    new = old.replace("Absatz 7", "\n\n".join(["Neu."] * 8) + "\n\nAbsatz 7")

    assert changed(old, new) == [("", "Neu.\n\n" * 8)]


def test_one_word_in_a_long_list_of_like_rows_is_one_change() -> None:
    rows = [f"Maßnahme {number}: Die Stadt berät Träger.\n" for number in range(400)]
    old = "".join(rows)
    new = old.replace("Maßnahme 200: Die Stadt berät", "Maßnahme 200: Die Stadt fördert")

    assert changed(old, new) == [("berät", "fördert")]


@pytest.mark.parametrize("words", [["Stadt", "Kita", "Träger", "fördert", "."], ["!", "?"]])
def test_long_texts_without_likeness_are_compared_and_apply_exactly(words: list[str]) -> None:
    shuffle = random.Random(1)  # noqa: S311  (an example, not a secret)
    old, new = (" ".join(shuffle.choices(words, k=30_000)) for _ in range(2))
    assert len(tokens(old)) * len(tokens(new)) > MOST_COMPARISONS

    changes = compare(old, new)

    assert apply(old, changes) == new


def test_in_long_texts_equal_sentences_are_found_around_new_ones() -> None:
    old = "".join(f"Satz {number} steht hier.\n" for number in range(3_000))
    new = old.replace("Satz 9 ", "Punkt 9 ").replace("Satz 2990 ", "Punkt 2990 ")
    assert len(tokens(old)) * len(tokens(new)) > MOST_COMPARISONS

    assert changed(old, new) == [("Satz", "Punkt"), ("Satz", "Punkt")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Die Stadt hat 12\u00a0Kitas.", "Die  Stadt hat 14 Kitas."),
        ("Die Stadt hat 12 Ho\u0308rsäle.", "Die Stadt hat 14 Hörsa\u0308le."),
        ("Die Stadt hat 12 Ge\u00admeinden.", "Die Stadt hat 14 Gemein\u00adden."),
        ("„Ja“ – hat 12 ...", '"Ja" -- hat 14 …'),
    ],
)
def test_only_the_words_that_count_for_a_review_are_shown(old: str, new: str) -> None:
    changes = [each for each in compare_words(old, new) if each.kind is not ChangeKind.EQUAL]

    assert changes == [Change(ChangeKind.REPLACE, "12", "14")]


@given(TEXTS, TEXTS)
def test_what_counts_for_a_review_changes_one_wording_into_the_other(old: str, new: str) -> None:
    changes = compare_words(old, new)
    gone = "".join(each.old for each in changes)
    come = "".join(each.new for each in changes)

    assert words_of(literal(come)) == words_of(literal(new))
    assert words_of(literal(gone)) == words_of(literal(old))
