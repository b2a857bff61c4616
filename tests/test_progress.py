"""How much of a concept is current."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concept_review.currency import Currency
from concept_review.progress import progress

STANDINGS = st.lists(st.tuples(st.sampled_from(Currency), st.integers(0, 1000)))


def test_shares_count_sections_and_weigh_their_text() -> None:
    made = progress(
        [
            (Currency.CURRENT, 300),
            (Currency.DUE_SOON, 100),
            (Currency.STALE_TEXT, 500),
            (Currency.NEVER, 100),
            (Currency.NOT_REVIEWABLE, 0),
            (Currency.RETIRED, 9_000),
        ]
    )

    assert (made.current, made.reviewable) == (2, 4)
    assert (made.share_sections, made.share_text) == (0.5, 0.4)


@pytest.mark.parametrize(
    ("currency", "share"),
    [
        (Currency.CURRENT, 1.0),
        (Currency.DUE_SOON, 1.0),
        (Currency.UNDER_REVIEW, 0.0),
        (Currency.NEVER, 0.0),
        (Currency.STALE_TEXT, 0.0),
        (Currency.SUSPECT_LINK, 0.0),
        (Currency.OVERDUE, 0.0),
        (Currency.ACTION_NEEDED, 0.0),
        (Currency.RETIRED, None),
        (Currency.NOT_REVIEWABLE, None),
    ],
)
def test_each_standing_counts_as_current_or_not_or_not_at_all(
    currency: Currency, share: float | None
) -> None:
    made = progress([(currency, 10)])

    assert (made.share_sections, made.share_text) == (share, share)


def test_where_nothing_is_reviewable_the_shares_are_undefined_and_not_zero() -> None:
    made = progress([])

    assert (made.share_sections, made.share_text, made.reviewable) == (None, None, 0)


def test_sections_without_a_character_have_a_share_by_number_only() -> None:
    made = progress([(Currency.CURRENT, 0)])

    assert (made.share_sections, made.share_text) == (1.0, None)


@given(STANDINGS)
def test_every_standing_is_counted_once(standings: list[tuple[Currency, int]]) -> None:
    made = progress(standings)

    assert list(made.counts) == list(Currency)
    assert sum(made.counts.values()) == len(standings)
    assert 0 <= made.current <= made.reviewable <= len(standings)
