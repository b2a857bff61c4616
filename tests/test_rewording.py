"""The simplest changes of a section: added behind a passage, or passages gone."""

from hypothesis import given
from hypothesis import strategies as st

from concept_review.block import Block, BlockKind
from concept_review.rewording import excerpt, supplemented, without


def paragraph(text: str) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=text)


BLOCKS = tuple(paragraph(text) for text in ("Eins.", "Zwei.", "Drei."))


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [each.text for each in blocks]


def test_what_is_added_stands_behind_the_passage_or_in_front_of_all() -> None:
    new = [paragraph("Neu.")]

    assert texts(supplemented(BLOCKS, 0, new)) == ["Neu.", "Eins.", "Zwei.", "Drei."]
    assert texts(supplemented(BLOCKS, 2, new)) == ["Eins.", "Zwei.", "Neu.", "Drei."]


def test_passages_go_and_the_others_stay_in_order() -> None:
    assert texts(without(BLOCKS, {1, 3})) == ["Zwei."]
    assert without(BLOCKS, ()) == BLOCKS


@given(st.integers(0, 3))
def test_what_was_added_and_goes_again_leaves_the_text(place: int) -> None:
    assert without(supplemented(BLOCKS, place, [paragraph("Neu.")]), {place + 1}) == BLOCKS


def test_an_excerpt_is_one_short_line() -> None:
    assert excerpt(paragraph("Zwei\nZeilen")) == "Zwei Zeilen"
    assert len(excerpt(paragraph("Wort " * 100))) < 80
