"""Comments and their threads: what can be said, which words are meant, and nothing left out."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concept_review.block import Block, BlockKind
from concept_review.comment import (
    QUOTE_LIMIT,
    TEXT_LIMIT,
    Comment,
    InvalidComment,
    check_comment,
    find_carried,
    threads,
    words_of,
)
from concept_review.passage import PassageState, anchor_of

START = datetime(2026, 1, 1, tzinfo=UTC)
PASSAGE = "Alle finden eine Wohnung,\nund alle bleiben, wie alle wollen."


def said(number: int, parent: int | None = None, minutes: int = 0) -> Comment:
    return Comment(
        id=f"c{number}",
        section_id="s",
        parent_id=None if parent is None else f"c{parent}",
        author_id="a",
        author_name="Ada",
        text=f"{number}",
        base_version_id="v",
        created_at=START + timedelta(minutes=minutes),
        revision=1,
    )


@st.composite
def discussions(draw: st.DrawFn) -> list[Comment]:
    """Comments in any order; some answer others, some answer what is not among them."""
    found = []
    for number in range(draw(st.integers(0, 8))):
        parent = draw(st.none() | st.integers(0, 12))
        found.append(said(number, None if parent == number else parent, draw(st.integers(0, 5))))
    return draw(st.permutations(found))


def ids(discussion: Sequence[Comment]) -> list[str]:
    found = threads(discussion)
    return [each.id for thread in found for each in (thread.first, *thread.answers)]


@given(discussions())
def test_every_comment_stands_in_exactly_one_thread(discussion: list[Comment]) -> None:
    assert sorted(ids(discussion)) == sorted(each.id for each in discussion)


@given(discussions())
def test_threads_do_not_depend_on_the_order_of_reading(discussion: list[Comment]) -> None:
    assert threads(discussion[::-1]) == threads(sorted(discussion, key=lambda each: each.id))


def test_answers_stand_below_what_they_answer_oldest_first() -> None:
    first, later, answer, next_answer = said(1), said(2, None, 1), said(3, 1, 9), said(4, 1, 5)

    one, two = threads([answer, later, next_answer, first])

    assert (one.first, one.answers) == (first, (next_answer, answer))
    assert (two.first, two.answers) == (later, ())


@pytest.mark.parametrize(
    ("text", "code"), [("", "required"), (" \n", "required"), ("x" * (TEXT_LIMIT + 1), "too_long")]
)
def test_a_comment_says_something_of_bounded_length(text: str, code: str) -> None:
    with pytest.raises(InvalidComment) as invalid:
        check_comment(text)

    assert invalid.value.errors == {"text": code}
    check_comment("x" * TEXT_LIMIT)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("Wohnung", "Wohnung"),
        ("  Wohnung, und ", "Wohnung,\nund"),
        ("", PASSAGE),
        (" \n", PASSAGE),
        (PASSAGE, PASSAGE),
    ],
)
def test_a_quote_is_found_as_it_stands_blanks_aside(quote: str, words: str) -> None:
    assert words_of(PASSAGE, quote) == words


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        ("Häuser", "not_found"),
        ("alle finden", "not_found"),
        ("ohnung", "not_found"),
        (".*", "not_found"),
        ("finden eine Wohnung und", "not_found"),
        ("bleiben bleiben", "not_found"),
        ("alle", "ambiguous"),
        ("n" * (QUOTE_LIMIT + 1), "too_long"),
    ],
)
def test_words_that_are_not_there_once_are_refused(quote: str, code: str) -> None:
    with pytest.raises(InvalidComment) as invalid:
        words_of(PASSAGE, quote)

    assert invalid.value.errors == {"quote": code}


@given(st.text(max_size=40), st.text(max_size=10))
def test_what_is_quoted_is_always_part_of_the_passage(passage: str, quote: str) -> None:
    with suppress(InvalidComment):
        assert words_of(passage, quote) in passage


def block(identifier: str, text: str) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=text, id=identifier)


def test_a_passage_is_looked_for_elsewhere_only_once_its_section_lost_it() -> None:
    kept, left = block("a", "Alle finden eine Wohnung."), block("b", "Kinder lernen mit Bildern.")
    anchor = anchor_of((left,), "lernen mit Bildern")
    moved = [block("c", "Kinder lernen mit Bildern.")]

    still_there = find_carried(anchor, [[kept, left]], moved, ended=False)
    lost = find_carried(anchor, [[kept, left], [kept]], moved, ended=False)
    ended = find_carried(anchor, [[kept, left]], moved, ended=True)
    nowhere = find_carried(anchor, [[kept, left], [kept]], [kept], ended=True)

    states = [each.state for each in (still_there, lost, ended, nowhere)]
    gone, present = PassageState.GONE, PassageState.PRESENT
    assert states == [gone, present, present, gone]
    assert lost.now == "lernen mit Bildern"
