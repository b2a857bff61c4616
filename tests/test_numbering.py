"""Numbers of sections: by place, or those that the titles carry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concept_review.numbering import number_labels, numbered, parent_places, split_number


def test_sections_without_numbers_are_counted_by_place() -> None:
    titles = [("Lage", 1), ("Zahlen", 2), ("Herkunft", 3), ("Sprache", 2), ("Ziele", 1)]

    assert number_labels(titles) == ("1", "1.1", "1.1.1", "1.2", "2")


def test_a_number_in_the_title_is_the_label_and_those_below_count_on_from_it() -> None:
    titles = [("3.2 Sprache", 1), ("Kurse", 2), ("Orte", 2), ("§ 12 Miete", 1), ("Höhe", 2)]

    assert number_labels(titles) == ("3.2", "3.2.1", "3.2.2", "§ 12", "§ 12.1")


def test_beside_numbered_titles_others_get_no_label_that_could_repeat_one() -> None:
    titles = [("Vorwort", 1), ("Dank", 2), ("1. Lage", 1), ("2. Ziele", 1), ("Sprache", 2)]

    assert number_labels(titles) == ("", "", "1", "2", "2.1")


def test_a_label_stands_in_front_of_a_title_that_does_not_bear_it() -> None:
    assert numbered("1.2", "Lage") == "1.2 Lage"
    assert numbered("3.2", "3.2 Sprache") == "3.2 Sprache"
    assert numbered("", "Dank") == "Dank"


@pytest.mark.parametrize(
    ("title", "number", "rest"),
    [
        ("3.2 Sprache", "3.2", "Sprache"),
        ("3.2.1. Kurse", "3.2.1", "Kurse"),
        ("1. Ziele", "1", "Ziele"),
        ("15b. Kita", "15b", "Kita"),
        ("1\tZiele", "1", "Ziele"),
        ("II. Lage", "II", "Lage"),
        ("B. Lösung", "B", "Lösung"),
        ("b) Kita", "b", "Kita"),
        ("§ 12a Miete", "§ 12a", "Miete"),
        ("§\u00a012 Miete", "§ 12", "Miete"),
        ("§§ 3 und 4 Höhe", "§§ 3 und 4", "Höhe"),
        ("Anhang A", "Anhang A", ""),
        ("Anlage 2: Zahlen", "Anlage 2", "Zahlen"),
        ("Teil 1 - Zweck", "Teil 1", "Zweck"),
    ],
)
def test_a_title_is_divided_into_its_number_and_its_words(
    title: str, number: str, rest: str
) -> None:
    assert split_number(title) == (number, rest)


@pytest.mark.parametrize(
    "title",
    ["10 Jahre Integration", "2.000 Wohnungen", "2024 im Blick", "5G-Ausbau", "Im Kreis",
     "Anhang", "Anhänge A", "Teilhabe", "z. B. Kitas", "Vielfalt", "3,5 Prozent"],
)  # fmt: skip
def test_numbers_that_are_words_of_the_title_stay_in_it(title: str) -> None:
    assert split_number(title) == ("", title)


@given(st.lists(st.integers(1, 4)))
def test_labels_by_place_are_unique_and_as_deep_as_the_section(levels: list[int]) -> None:
    labels = number_labels([("Titel", level) for level in levels])

    assert len(set(labels)) == len(levels)
    for label, parent in zip(labels, parent_places(levels), strict=True):
        above = "" if parent is None else labels[parent] + "."
        assert label.startswith(above)
        assert label.removeprefix(above).isdecimal()
