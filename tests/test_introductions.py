"""Whom to introduce to whom: exactly the pairs worth it, with reasons and the best contact."""

import math
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.common_ground import Common, Reason
from network.graph import Graph
from network.introductions import Pair, Suggestion, introductions
from network.matching_needs import meets, words
from network.organization import Classification, Post, Topic
from tests.advised_networks import graph_of, group, takes_part, tie, unit

TOPICS = (
    Topic(id="bildung", term="Bildung"),
    Topic(id="kita", term="Kita", parent_id="bildung"),
    Topic(id="schule", term="Schule", parent_id="bildung"),
    Topic(id="wohnen", term="Wohnen"),
)
FOUR = (
    *TOPICS,
    unit("anker", topic_ids=("kita", "wohnen")),
    unit("bruecke", topic_ids=("kita",)),
    unit("club", topic_ids=("schule",)),
    unit("dach", topic_ids=("wohnen",)),
    tie("anker", "dach"),
    group("ag"),
    takes_part("bruecke", "ag"),
)


def pairs(graph: Graph, settled: tuple[Pair, ...] = (), **asked: Any) -> list[Pair]:  # noqa: ANN401  (any field)
    return [each.pair for each in introductions(graph, settled, **asked)]


def only(*records: object) -> Suggestion:
    (found,) = introductions(graph_of(*TOPICS, *records))  # type: ignore[arg-type]
    return found


def test_exactly_the_pairs_that_share_something_and_are_strangers_appear_the_rarest_first() -> None:
    found = introductions(graph_of(*FOUR))

    assert [each.pair for each in found] == [
        ("anker", "bruecke"),
        ("anker", "club"),
        ("bruecke", "club"),
    ]
    assert found[0].reasons == (Reason(Common.TOPIC, "kita"),)
    assert found[1].reasons == found[2].reasons == (Reason(Common.TOPIC, "bildung"),)
    # Four organisations; two work on Kita, three on Bildung, itself or below it.
    assert [each.score for each in found] == pytest.approx(
        [math.log(1 + 4 / 2), math.log(1 + 4 / 3), math.log(1 + 4 / 3)]
    )


@pytest.mark.parametrize("kind", ["by itself", "through a post", "disputed"])
def test_whoever_is_tied_already_is_not_introduced(kind: str) -> None:
    post = Post(id="post", label="Leitung", organization_id="anker")
    start = "post" if kind == "through a post" else "anker"
    disputed = {"disputed_by_id": "bruecke"} if kind == "disputed" else {}

    known = graph_of(*FOUR, post, tie(start, "bruecke", **disputed))

    assert pairs(known) == [("anker", "club"), ("bruecke", "club")]


def test_whoever_meets_in_a_group_is_not_introduced() -> None:
    together = graph_of(*FOUR, takes_part("club", "ag"))

    assert pairs(together) == [("anker", "bruecke"), ("anker", "club")]


def test_a_post_that_coordinates_a_group_counts_as_meeting_there() -> None:
    post = Post(id="post", label="Leitung", organization_id="anker")

    assert ("anker", "bruecke") not in pairs(graph_of(*FOUR, post, tie("post", "ag")))


def test_a_settled_pair_stays_away_and_makes_room_for_the_next() -> None:
    graph = graph_of(*FOUR)

    assert pairs(graph, (("anker", "bruecke"),)) == [("anker", "club"), ("bruecke", "club")]
    assert pairs(graph, limit=1) == [("anker", "bruecke")]
    assert pairs(graph, (("anker", "bruecke"),), limit=1) == [("anker", "club")]


def test_one_can_ask_about_a_single_organisation() -> None:
    graph = graph_of(*FOUR)

    assert pairs(graph, about="club") == [("anker", "club"), ("bruecke", "club")]
    assert pairs(graph, about="club", limit=1) == [("anker", "club")]
    assert pairs(graph, about="nobody") == []


def test_units_of_one_branch_and_successors_are_not_introduced() -> None:
    graph = graph_of(
        *TOPICS,
        unit("stadt", Classification.AUTHORITY),
        unit("gb", Classification.DIVISION, parent_id="stadt"),
        unit("fb", Classification.DEPARTMENT, parent_id="gb", topic_ids=("kita",)),
        unit("amt", Classification.OFFICE, parent_id="stadt", topic_ids=("kita",)),
        unit("alt", topic_ids=("kita",)),
        unit("neu", topic_ids=("kita",), successor_of_id="alt"),
    )

    assert pairs(graph) == [("alt", "amt"), ("alt", "fb"), ("amt", "neu"), ("fb", "neu")]


def test_an_authority_is_introduced_through_its_units() -> None:
    alone = (
        unit("land", Classification.AUTHORITY, topic_ids=("kita",)),
        unit("a", topic_ids=("kita",)),
    )
    assert pairs(graph_of(*TOPICS, *alone)) == [("a", "land")]

    part = unit("amt", Classification.OFFICE, parent_id="land", topic_ids=("kita",))
    assert pairs(graph_of(*TOPICS, *alone, part)) == [("a", "amt")]


def test_a_circle_of_units_ends() -> None:
    graph = graph_of(
        *TOPICS,
        unit("a", parent_id="b", topic_ids=("kita",)),
        unit("b", parent_id="a", topic_ids=("kita",)),
        unit("c", topic_ids=("kita",)),
    )

    assert pairs(graph) == [("a", "c"), ("b", "c")]


def test_working_groups_and_councils_are_where_one_meets_and_not_whom() -> None:
    kinds = (Classification.WORKING_GROUP, Classification.BODY, Classification.COUNCIL)
    others = [unit(f"o{number}", kind, topic_ids=("kita",)) for number, kind in enumerate(kinds)]

    assert pairs(graph_of(*TOPICS, unit("verein", topic_ids=("kita",)), *others)) == []


def test_so_many_topics_can_be_asked_for_but_those_above_one_another_are_one() -> None:
    two = graph_of(
        *TOPICS,
        unit("a", topic_ids=("kita", "wohnen")),
        unit("b", topic_ids=("kita", "wohnen")),
        unit("c", topic_ids=("kita", "bildung")),
    )

    assert pairs(two, least_topics=2) == [("a", "b")]
    assert pairs(two, least_topics=3) == []
    assert len(pairs(two)) == 3


def test_a_district_or_a_target_group_is_reason_enough_however_it_is_spelt() -> None:
    found = only(
        unit("a", district="Potsdam-West", target_groups=("Geflüchtete Frauen",)),
        unit("b", district="potsdam west", target_groups=("gefluechtete frauen",)),
    )

    assert set(found.reasons) == {
        Reason(Common.AREA, "Potsdam-West"),
        Reason(Common.TARGET_GROUP, "Geflüchtete Frauen"),
    }


def test_a_need_that_the_other_one_can_meet_is_the_first_reason() -> None:
    found = only(
        unit("a", needs=("Räume für Deutschkurse",), district="West"),
        unit("b", offers=("Raum für einen Deutschkurs", "Fahrräder"), district="West"),
    )

    need = Reason(Common.NEED, "Räume für Deutschkurse", "Raum für einen Deutschkurs", "a")
    assert found.reasons == (need, Reason(Common.AREA, "West"))
    assert found.score == pytest.approx(math.log(1 + 2) + math.log(1 + 1))


@pytest.mark.parametrize(
    ("need", "offer", "met"),
    [
        ("Dolmetscherinnen für Arabisch", "Dolmetscher: Arabisch, Farsi", True),
        ("Ehrenamtliche für das Sprachcafé", "Sprachcafé am Montag", True),
        ("Unterstützung für alle", "Unterstützung für alle", False),
        ("Wohnungen für Familien mit Kindern", "Kindersachen", False),
        ("Geld", "Gold", False),
        ("", "Alles", False),
    ],
)
def test_needs_and_offers_are_matched_by_the_words_that_tell(
    need: str, offer: str, met: bool
) -> None:
    assert meets(words(need), words(offer)) is met


def test_one_does_not_meet_ones_own_need() -> None:
    assert pairs(graph_of(unit("a", needs=("Fahrräder",), offers=("Fahrräder",)), unit("b"))) == []


def test_an_empty_network_and_a_single_organisation_have_nobody_to_introduce() -> None:
    assert pairs(graph_of()) == []
    assert pairs(graph_of(unit("a", district="West"))) == []
    assert pairs(graph_of(unit("a", district="x"), unit("b", district="x")), limit=0) == []


ORGANISATIONS = st.lists(
    st.fixed_dictionaries(
        {
            "topic_ids": st.sets(st.sampled_from([each.id for each in TOPICS])).map(tuple),
            "district": st.sampled_from(["", "West", "Ost"]),
            "target_groups": st.sets(st.sampled_from(["Familien", "Frauen"])).map(tuple),
        }
    ),
    min_size=2,
    max_size=9,
)


@given(ORGANISATIONS, st.integers(1, 3), st.integers(1, 40))
@settings(max_examples=80)
def test_no_pair_is_forgotten_and_the_first_are_the_best(
    drawn: list[dict[str, Any]], least: int, limit: int
) -> None:
    units = [unit(f"n{number}", **each) for number, each in enumerate(drawn)]
    everything = introductions(graph_of(*TOPICS, *units), limit=1_000, least_topics=least)

    def shares(one: dict[str, Any], two: dict[str, Any]) -> bool:
        found = next(
            iter(
                introductions(
                    graph_of(*TOPICS, unit("one", **one), unit("two", **two)), least_topics=least
                )
            ),
            None,
        )
        return found is not None

    wanted = {
        (units[a].id, units[b].id)
        for a, b in combinations(range(len(units)), 2)
        if shares(drawn[a], drawn[b])
    }
    assert {each.pair for each in everything} == wanted
    keys = [(-each.score, each.first, each.second) for each in everything]
    assert keys == sorted(keys)
    first = introductions(graph_of(*TOPICS, *units), limit=limit, least_topics=least)
    assert first == everything[:limit]
