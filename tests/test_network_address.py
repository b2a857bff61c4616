"""What the address of the network says, read and written."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.facets import Facet
from network.view import Direction, View
from views.network_address import (
    EARLIEST,
    FACETS,
    LATEST,
    VOCABULARIES,
    Asked,
    Hub,
    Level,
    read,
    words,
)

TODAY = date(2026, 11, 27)
texts = st.text(min_size=1, max_size=8)


def values(pairs: list[tuple[str, str]], name: str) -> Sequence[str]:
    return [value for each, value in pairs if each == name]


def reread(pairs: list[tuple[str, str]]) -> Asked:
    return read(lambda name: values(pairs, name), TODAY)


views = st.builds(
    View,
    wanted=st.fixed_dictionaries(
        {},
        optional={
            facet: st.frozensets(
                st.sampled_from(sorted(VOCABULARIES[facet])) if facet in VOCABULARIES else texts,
                min_size=1,
            )
            for facet in Facet
        },
    ),
    chosen=st.lists(texts, unique=True, max_size=3).map(tuple),
    steps=st.none() | st.integers(1, 9),
    direction=st.sampled_from(Direction),
    path=st.booleans(),
    tied_only=st.booleans(),
    without=st.frozensets(texts, max_size=3),
)
days = st.dates(EARLIEST, LATEST)
addresses = st.builds(
    lambda two, compared, **more: Asked(day=max(two), since=min(two) if compared else None, **more),
    two=st.tuples(days, days),
    compared=st.booleans(),
    view=views,
    fade=st.booleans(),
    level=st.none() | st.sampled_from(Level),
    opened=st.frozensets(texts, max_size=3),
    hub=st.none() | st.sampled_from(Hub),
    arrangement=st.text(max_size=5),
    grouped=st.booleans(),
)


@given(addresses)
def test_what_is_written_into_the_address_is_read_back(asked: Asked) -> None:
    assert reread(words(asked, TODAY)) == asked


def test_of_two_days_the_later_one_is_shown_whichever_was_named_first() -> None:
    named = [("stand", "2014-01-01"), ("seit", "2016-01-01")]
    turned = [("stand", "2016-01-01"), ("seit", "2014-01-01")]
    assert reread(named) == reread(turned)
    assert reread(named).day == date(2016, 1, 1)


def test_an_empty_address_is_the_whole_network_of_today() -> None:
    assert reread([]) == Asked(TODAY)
    assert words(Asked(TODAY), TODAY) == []


@pytest.mark.parametrize(
    "pair",
    [
        ("stand", "gestern"),
        ("seit", "2014-13-01"),
        ("schritte", "0"),
        ("schritte", "10"),
        ("schritte", "²"),
        ("richtung", "seitwärts"),
        ("ebene", "wolke"),
        ("ueber", "art"),
        ("weg", "ja"),
        ("art", "made-up"),
        ("status", "schön"),
    ],
)
def test_what_cannot_be_understood_counts_as_not_said(pair: tuple[str, str]) -> None:
    assert reread([pair]) == Asked(TODAY)


def test_a_day_beyond_all_calendars_is_drawn_back_into_them() -> None:
    assert reread([("stand", "0001-01-01")]).day == EARLIEST
    assert reread([("stand", "9999-12-31")]).day == LATEST


def test_every_filter_has_a_name_in_the_address() -> None:
    assert set(FACETS.values()) == set(Facet)
