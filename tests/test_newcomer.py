"""Whom a newcomer is shown: who shares something, by how much it tells, and nobody it knows."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from data.cities import import_network
from data.city_files import read_city
from data.concepts import concepts
from data.newcomers import sections_on
from data.roster import roster, topics
from data.store import Store
from network.common_ground import Common
from network.graph import build_graph
from network.newcomer import NEWCOMER, groups_on, neighbours, related
from network.organization import Classification, Organization, Roster, Topic
from network.registration import Registration
from tests.conftest import COORDINATOR
from tests.writing_verbs import CITY
from tests.writing_verbs_registrations import typed

DAY = date(2026, 11, 27)
TOPICS = (Topic(id="wide", term="Wohnen"), Topic(id="fine", term="Umzug", parent_id="wide"),
          Topic(id="other", term="Sport"))  # fmt: skip


def org(identifier: str, **facts: object) -> Organization:
    kind = facts.pop("classification", Classification.ASSOCIATION)
    return Organization(id=identifier, name=identifier, classification=kind, **facts)  # type: ignore[arg-type]


def near(registration: Registration, *known: Organization) -> dict[str, set[str]]:
    found = neighbours(Roster(organizations=known, topics=TOPICS), registration, DAY)
    return {each.organization.id: {r.common.value for r in each.reasons} for each in found}


def test_what_is_shared_makes_near_and_is_named() -> None:
    known = (
        org("topic", topic_ids=("fine",)),
        org("group", target_groups=("Familien",)),
        org("area", district="Drewitz"),
        org("need", needs=("Raum am Abend",)),
        org("nothing", topic_ids=("other",), district="Nord"),
        org("gone", district="Drewitz", end_date="2020-01-01"),
    )
    said = typed(
        topic_ids=("fine",), target_groups="familien", district="drewitz", offers="Räume am Abend"
    )

    assert near(said, *known) == {
        "topic": {"topic"},
        "group": {"target_group"},
        "area": {"area"},
        "need": {"need"},
    }


def test_a_need_says_whose_it_is() -> None:
    known = Roster(organizations=(org("offers", offers=("Raum am Abend",)),), topics=TOPICS)

    (found,) = neighbours(known, typed(needs="Raum am Abend"), DAY)

    assert [(r.common, r.by) for r in found.reasons] == [(Common.NEED, NEWCOMER)]


def test_partners_that_were_named_are_known_already() -> None:
    known = (org("partner", district="Drewitz"), org("other", district="Drewitz"))

    assert set(near(typed(district="Drewitz", partner_ids=("partner",)), *known)) == {"other"}


def test_without_anything_said_nobody_is_near_and_it_is_no_error() -> None:
    assert near(typed()) == {}
    assert near(typed(), org("one", topic_ids=("fine",), district="Drewitz")) == {}


@given(st.lists(st.sampled_from(["wide", "fine", "other", "gone"]), unique=True))
def test_groups_are_on_the_topics_or_on_wider_and_narrower_ones(chosen: list[str]) -> None:
    groups = [
        org(f"AG {each}", classification=Classification.WORKING_GROUP, topic_ids=(each,))
        for each in ("wide", "fine", "other")
    ]
    graph = build_graph(
        Roster(organizations=(*groups, org("no group", topic_ids=("wide",))), topics=TOPICS), DAY
    )
    expected = set()
    if {"wide", "fine"} & set(chosen):
        expected |= {"AG wide", "AG fine"}
    if "other" in chosen:
        expected |= {"AG other"}

    assert {each.id for each in groups_on(graph, chosen)} == expected
    assert set(chosen) <= related(graph, chosen)


def test_sections_are_those_about_the_topics_linked_ones_first(demo_store: Store) -> None:
    graph = build_graph(roster(demo_store), DAY)
    known = topics(demo_store)

    found = {each.term: sections_on(demo_store, graph, [each.id]) for each in known}

    assert concepts(demo_store)
    assert any(found.values())
    assert all(len(each) <= 8 and all(s.reviewable for s in each) for each in found.values())
    assert sections_on(demo_store, graph, []) == []


def test_a_city_without_a_concept_has_no_sections(store: Store) -> None:
    ids = import_network(store, COORDINATOR, read_city(CITY))
    graph = build_graph(roster(store), DAY)

    assert sections_on(store, graph, [ids["kita"]]) == []
