"""Offers and needs find each other in the words of the field, and false friends do not."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.common_ground import Common
from network.field_words import Thing, meaning
from network.graph import build_graph
from network.introductions import introductions
from network.matching_needs import Key, fits, meeting, need_key, offer_keys
from network.naming import fold
from network.offers_and_needs import Exchange, Match
from network.organization import Classification, Organization, Roster
from tests.injections import ALL
from tests.needs_and_offers import TUNED, UNSEEN

PAIRS = (*TUNED, *UNSEEN)
TEXTS = st.one_of(
    st.sampled_from([text for need, offer, _fit in PAIRS for text in (need, offer)]),
    st.text(max_size=60),
)


def shares(pairs: Sequence[tuple[str, str, bool]]) -> tuple[float, float]:
    """Return precision and recall: of what was found what is right, of what is right what found."""
    found = [fits(need, offer) for need, offer, _fit in pairs]
    right = sum(got and pair[2] for got, pair in zip(found, pairs, strict=True))
    return right / sum(found), right / sum(pair[2] for pair in pairs)


@pytest.mark.parametrize("pairs", [TUNED, UNSEEN], ids=["tuned", "unseen"])
def test_most_that_fits_is_found_and_little_else(pairs: Sequence[tuple[str, str, bool]]) -> None:
    precision, recall = shares(pairs)
    assert len(PAIRS) >= 60
    assert precision >= 0.95
    assert recall >= 0.95


@pytest.mark.parametrize(
    "word", ["Traum", "Zeiträume", "Wohnraum", "Sozialraum", "Raumplanung", "Lebensräume"]
)
def test_what_only_ends_like_a_room_is_none(word: str) -> None:
    assert Thing.ROOM not in meaning(fold(word)).things


@pytest.mark.parametrize(
    ("word", "thing"),
    [
        ("Gruppenräumen", Thing.ROOM),
        ("Sprachhelferinnen", Thing.INTERPRETING),
        ("Stadtteilpaten", Thing.MENTORING),
        ("Integrationslotsen", Thing.COMPANY),
        ("Migrationsberatungsstelle", Thing.ADVICE),
        ("Kindermöbel", Thing.GOODS),
    ],
)
def test_the_last_part_of_a_compound_says_what_it_is(word: str, thing: Thing) -> None:
    assert meaning(fold(word)).things == {thing}


@given(TEXTS, st.lists(TEXTS, max_size=6))
def test_the_quick_way_finds_what_comparing_each_with_each_finds(
    need: str, offers: list[str]
) -> None:
    found = set(meeting([need_key(need)], keys_of(offers)).get(need_key(need), ()))
    for offer in offers:
        assert bool(found & set(offer_keys(offer))) == fits(need, offer)


def keys_of(offers: list[str]) -> list[Key]:
    return [key for offer in offers for key in offer_keys(offer)]


@pytest.mark.parametrize("text", ALL)
def test_hostile_lines_are_lines_like_any_other(text: str) -> None:
    assert fits(text, "Räume") in (True, False)
    assert meeting([need_key(text)], keys_of(["Räume", text])) is not None


def club(key: str, needs: tuple[str, ...] = (), offers: tuple[str, ...] = ()) -> Organization:
    return Organization(
        id=key, name=key, classification=Classification.ASSOCIATION, needs=needs, offers=offers
    )


def test_a_match_appears_at_both_ends_and_never_with_oneself() -> None:
    exchange = Exchange(
        [
            club("a", needs=("Raum für Treffen", "Wasser"), offers=("Saal",)),
            club("b", offers=("Gruppenraum", "Räume im Hof")),
            club("c", needs=("Räume",)),
        ]
    )
    met = Match("Raum für Treffen", "a", "Gruppenraum", "b")

    assert list(exchange.met_needs("a")) == [met]
    assert met in exchange.met_by_offers("b")
    assert list(exchange.met_by_offers("a")) == [Match("Räume", "c", "Saal", "a")]
    assert list(exchange.met_needs("nobody")) == []


@given(st.lists(st.tuples(st.lists(TEXTS, max_size=2), st.lists(TEXTS, max_size=2)), max_size=5))
def test_introductions_know_the_same_matches_as_the_pages_of_both(
    told: list[tuple[list[str], list[str]]],
) -> None:
    clubs = [club(f"v{n}", tuple(a), tuple(b)) for n, (a, b) in enumerate(told)]
    exchange, graph = Exchange(clubs), build_graph(Roster(organizations=tuple(clubs)), None)
    pages = {
        frozenset((match.needing_id, match.offering_id))
        for each in clubs
        for match in (*exchange.met_needs(each.id), *exchange.met_by_offers(each.id))
    }
    introduced = {
        frozenset(each.pair)
        for each in introductions(graph, limit=1_000)
        if any(reason.common is Common.NEED for reason in each.reasons)
    }
    assert introduced == pages
