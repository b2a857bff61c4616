"""The text from which a person writes the result, where a proposal meets a changed text."""

from hypothesis import given
from hypothesis import strategies as st

from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.rebase import Wording, rebase
from concept_review.rewriting import starting_point

WORDS = st.lists(st.sampled_from(["eins", "zwei", "drei", "vier"]), min_size=1, max_size=8)


def wording(text: str, title: str = "Titel") -> Wording:
    return Wording(title, blocks_of_text(text))


def begun(base: Wording, present: Wording, offered: Wording) -> str:
    return text_of_blocks(starting_point(base, present, rebase(base, present, offered)).blocks)


def test_present_words_stand_where_both_changed_and_offered_ones_elsewhere() -> None:
    base = wording("Die Stadt hilft allen. Sie baut Häuser.")
    present = wording("Die Stadt hilft vielen. Sie baut Häuser.")
    offered = wording("Die Stadt hilft jedem. Sie baut Schulen.")

    assert begun(base, present, offered) == "Die Stadt hilft vielen. Sie baut Schulen."


def test_without_a_conflict_it_is_what_was_carried_over() -> None:
    base = wording("Die Stadt hilft allen. Sie baut Häuser.")
    present = wording("Die Stadt hilft vielen. Sie baut Häuser.")
    offered = wording("Die Stadt hilft allen. Sie baut Schulen.")

    assert begun(base, present, offered) == "Die Stadt hilft vielen. Sie baut Schulen."


def test_a_title_that_both_changed_is_the_present_one() -> None:
    base, present, offered = (wording("Text.", each) for each in ("Alt", "Heute", "Neu"))

    found = starting_point(base, present, rebase(base, present, offered))

    assert found.title == "Heute"


@given(WORDS, WORDS, WORDS)
def test_it_holds_only_words_of_the_three_texts(
    base: list[str], present: list[str], offered: list[str]
) -> None:
    texts = [wording(" ".join(each)) for each in (base, present, offered)]

    found = begun(*texts).split()

    assert set(found) <= {*base, *present, *offered}


@given(WORDS, WORDS)
def test_a_proposal_that_wants_nothing_leaves_the_present_text(
    base: list[str], present: list[str]
) -> None:
    old, now = wording(" ".join(base)), wording(" ".join(present))

    assert begun(old, now, old) == " ".join(present)
