"""Comments stay with their passage, or say that it is gone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concept_review.block import Block, BlockKind
from concept_review.passage import (
    Anchor,
    Found,
    NoSuchPassage,
    PassageState,
    anchor_of,
    find_passage,
)

GONE = Found(PassageState.GONE)
FIVE = ["Eins ist da.", "Zwei auch.", "Drei dann.", "Vier folgt.", "Die Stadt fördert 12 Kurse."]


def blocks(*texts: str, ids: str = "abcdefgh") -> tuple[Block, ...]:
    return tuple(
        Block(kind=BlockKind.PARAGRAPH, text=text, id=block_id)
        for text, block_id in zip(texts, ids, strict=False)
    )


def found(quote: str, *wordings: tuple[Block, ...], nth: int = 0) -> tuple[str, str, str]:
    """Return state, block and words now; what is found is always what stands there."""
    made = find_passage(anchor_of(wordings[0], quote, nth), wordings)
    here = next((block.text for block in wordings[-1] if block.id == made.block_id), "")
    assert here[made.start : made.end] == made.now
    return made.state.value, made.block_id, made.now


def test_a_passage_that_nobody_touched_is_present() -> None:
    assert found("12 Kurse", blocks(*FIVE), blocks(*FIVE)) == ("present", "e", "12 Kurse")


def test_case_24_a_comment_on_paragraph_5_stays_after_paragraph_2_was_removed() -> None:
    later = blocks(*FIVE[:1], *FIVE[2:], ids="acde")

    assert found("12 Kurse", blocks(*FIVE), later) == ("present", "e", "12 Kurse")


def test_a_comment_on_the_removed_paragraph_is_gone_although_another_reads_alike() -> None:
    first = blocks("Die Stadt fördert Kurse.", "Der Rat fördert Kurse.")

    assert found("fördert Kurse", first, blocks("Der Rat fördert Kurse.", ids="b")) == (
        "gone", "", "",
    )  # fmt: skip


def test_of_twins_none_is_taken_for_the_other() -> None:
    twins = blocks("Die Stadt hilft allen gern.", "Anderes.", "Die Stadt hilft allen gern.")

    assert found("hilft", twins, twins[1:], nth=0)[0] == "gone"
    assert found("hilft", twins, twins[1:], nth=1) == ("present", "c", "hilft")
    assert found("hilft", twins, blocks("Die Stadt hilft allen gern.", ids="x"))[0] == "gone"


def test_of_repeated_rows_the_right_one_is_followed() -> None:
    rows = blocks(*["Maßnahme | FB 38 | laufend"] * 4)
    later = (rows[3], *blocks("Maßnahme | FB 23 | laufend", ids="b"), rows[0])

    assert found("FB 38", rows, later, nth=1) == ("changed", "b", "FB 23")
    assert found("FB 38", rows, later, nth=3) == ("present", "d", "FB 38")
    assert found("FB 38", rows, later, nth=2)[0] == "gone"


def test_of_equal_words_in_one_paragraph_the_right_ones_are_followed() -> None:
    first = blocks("Kurse für Kinder. Kurse für Eltern. Kurse für alle.")
    later = blocks("Kurse für Eltern. Neue Kurse für alle.")

    assert found("Kurse", first, later, nth=0)[0] == "gone"
    assert found("Kurse", first, later, nth=1) == ("present", "a", "Kurse")
    assert find_passage(anchor_of(first, "Kurse", 2), [first, later]).start == 23


def test_words_put_around_a_passage_leave_it_present() -> None:
    later = blocks("Seit 2014 gilt: Die Stadt fördert 12 Kurse in Potsdam.")

    assert found("Die Stadt fördert 12 Kurse", blocks(FIVE[4]), later) == (
        "present", "a", "Die Stadt fördert 12 Kurse",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("later", "now"),
    [
        ("Die Stadt fördert 14 Kurse.", "Die Stadt fördert 14 Kurse"),
        ("Die Stadt fördert nur noch 12 Kurse.", "Die Stadt fördert nur noch 12 Kurse"),
        ("Der Landkreis fördert 12 Kurse.", "Der Landkreis fördert 12 Kurse"),
        ("Die Stadt fördert sie.", "Die Stadt fördert sie"),
        ("Die Stadt fördert.", "Die Stadt fördert"),
    ],
)
def test_a_reworded_passage_says_what_it_says_now(later: str, now: str) -> None:
    assert found("Die Stadt fördert 12 Kurse", blocks(FIVE[4]), blocks(later)) == (
        "changed", "a", now,
    )  # fmt: skip


def test_a_passage_of_which_little_is_left_is_gone() -> None:
    later = blocks("Die Träger beraten Familien.")

    assert found("Die Stadt fördert 12 Kurse", blocks(FIVE[4]), later)[0] == "gone"
    assert found("12", blocks(FIVE[4]), blocks("Die Stadt fördert 14 Kurse."))[0] == "gone"


def test_a_passage_is_followed_through_every_wording() -> None:
    steps = ["Die Stadt fördert 12 Kurse.", "Die Stadt fördert 14 Kurse.", "14 Kurse fördert sie."]

    assert found("fördert 12 Kurse", *(blocks(text) for text in steps[:2])) == (
        "changed", "a", "fördert 14 Kurse",
    )  # fmt: skip
    back = blocks(steps[0])
    assert found("fördert 12 Kurse", *(blocks(text) for text in steps[:2]), back) == (
        "present", "a", "fördert 12 Kurse",
    )  # fmt: skip


def test_comments_follow_a_paragraph_that_was_split() -> None:
    first = blocks("Die Stadt fördert Kurse. Die Träger beraten alle Familien.")
    later = blocks("Die Stadt fördert Kurse.", "Die Träger beraten alle Familien.", ids="ax")

    assert found("beraten", first, later) == ("present", "x", "beraten")
    assert found("fördert", first, later) == ("present", "a", "fördert")


def test_comments_follow_paragraphs_that_were_joined() -> None:
    first = blocks("Die Stadt fördert Kurse.", "Die Träger beraten alle Familien.")
    later = blocks("Die Stadt fördert Kurse. Die Träger beraten alle Familien.")

    assert found("beraten", first, later) == ("present", "a", "beraten")


def test_a_paragraph_of_equal_words_with_a_new_id_is_followed_if_it_is_the_only_one() -> None:
    first = blocks(*FIVE)

    assert found("12 Kurse", first, blocks(FIVE[4], ids="x")) == ("present", "x", "12 Kurse")
    assert found("12 Kurse", first, blocks(FIVE[4], FIVE[4], ids="xy"))[0] == "gone"


def test_a_short_word_is_not_sought_in_other_paragraphs() -> None:
    first = blocks("Kurse", "Anderes steht hier.")

    assert found("Kurse", first, blocks("Anderes steht hier und Kurse.", ids="b"))[0] == "gone"


def test_a_passage_that_does_not_stand_there_has_no_anchor() -> None:
    with pytest.raises(NoSuchPassage):
        anchor_of(blocks(*FIVE), "Hochschule")
    with pytest.raises(NoSuchPassage):
        anchor_of(blocks(*FIVE), "Kurse", 1)


def test_an_anchor_of_another_text_is_gone() -> None:
    assert find_passage(Anchor("e", "12 Kurse", "x", ""), [blocks(*FIVE)]) == GONE
    assert find_passage(Anchor("z", "12 Kurse", "", ""), [blocks(*FIVE)]) == GONE
    assert find_passage(Anchor("e", "12 Kurse", "", ""), []) == GONE


WORD = st.sampled_from(["die", "Stadt", "Kita", "12", "fördert", "ü"])
TEXT = st.lists(WORD, min_size=1, max_size=8).map(" ".join)
WORDING = st.lists(TEXT, min_size=1, max_size=5).map(lambda texts: blocks(*texts))


@settings(deadline=None)
@given(WORDING, st.data())
def test_every_occurrence_has_an_anchor_of_its_own_that_finds_it(
    wording: tuple[Block, ...], data: st.DataObject
) -> None:
    quote = data.draw(st.sampled_from(wording[0].text.split()))
    count = sum(block.text.split().count(quote) for block in wording)

    places = [find_passage(anchor_of(wording, quote, nth), [wording]) for nth in range(count)]

    assert {place.state for place in places} == {PassageState.PRESENT}
    assert len({(place.block_id, place.start) for place in places}) == count


@settings(deadline=None)
@given(WORDING, st.lists(TEXT, max_size=3), st.data())
def test_whatever_happens_to_other_blocks_a_passage_stays_where_it_was(
    wording: tuple[Block, ...], others: list[str], data: st.DataObject
) -> None:
    own = data.draw(st.sampled_from(wording))
    quote = data.draw(st.sampled_from(own.text.split()))
    anchor = anchor_of([own], quote)
    later = data.draw(st.permutations([own, *blocks(*others, ids="xyz")]))

    before, after = find_passage(anchor, [wording]), find_passage(anchor, [wording, later])

    assert before == after
    assert after.now == quote


@settings(deadline=None)
@given(WORDING, WORDING, WORDING, st.data())
def test_what_is_found_is_what_stands_there(
    first: tuple[Block, ...],
    second: tuple[Block, ...],
    third: tuple[Block, ...],
    data: st.DataObject,
) -> None:
    words = first[0].text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    quote = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])

    made = find_passage(anchor_of(first, quote), [first, second, third])

    here = {block.id: block.text for block in third}.get(made.block_id, "")
    assert here[made.start : made.end] == made.now
    assert (made.state is PassageState.GONE) == (made.now == "")
    assert (made.state is PassageState.PRESENT) == (made.now.split() == quote.split())
