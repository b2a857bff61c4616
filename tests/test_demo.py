"""The demo city: Potsdam as public sources tell it, and an invented concept to review."""

import re

import pytest

from accounts.identity import OPERATOR
from concept_review.currency import Currency
from data.clock import today
from data.concepts import concepts
from data.demo import load_demo
from data.events import broken_event, events
from data.figures import values
from data.roster import contacts, roster
from data.standings import SectionStanding, standings
from data.store import Store
from network.graph import build_graph
from network.organization import (
    Classification,
    Organization,
    Post,
    RelationKind,
    Roster,
)
from tests.conftest import COORDINATOR

GROUPS = {
    "Arbeitsgruppe Unterbringung",
    "Arbeitsgruppe Bereitstellung von Wohnraum",
    "Arbeitsgruppe Soziale Aspekte der Unterbringung",
    "Arbeitsgruppe Kita und Schule",
}
EXPECTED = "erwartete-personen-2015"
TABLES = ("organizations", "posts", "memberships", "relations", "topics", "figures", "concepts",
          "sections", "section_versions", "section_links", "reviews", "versions")  # fmt: skip


@pytest.fixture
def city(demo_store: Store) -> Roster:
    return roster(demo_store)


@pytest.fixture
def concept(demo_store: Store) -> list[SectionStanding]:
    return standings(demo_store, concepts(demo_store)[0].id)


def organization(city: Roster, name: str) -> Organization:
    return next(each for each in city.organizations if each.name == name)


def post(city: Roster, words: str) -> Post:
    return next(each for each in city.posts if words in each.label)


def test_the_four_working_groups_of_the_conference_are_there_by_name(city: Roster) -> None:
    groups = [organization(city, name) for name in GROUPS]

    assert {each.classification for each in groups} == {Classification.WORKING_GROUP}
    assert {each.start_date for each in groups} == {"2014-09"}
    assert {each.parent_id for each in groups} == {None}


def test_one_post_in_gb_3_coordinates_exactly_these_four(city: Roster) -> None:
    names = {each.id: each.name for each in city.organizations}
    coordinating = post(city, "Koordinierende Stelle")
    home = next(each for each in city.organizations if each.id == coordinating.organization_id)

    ties = [each for each in city.relations if each.subject_id == coordinating.id]

    assert home.short_name == "GB 3"
    assert home.classification is Classification.DIVISION
    assert {each.classification for each in ties} == {RelationKind.COORDINATES}
    assert {names[each.object_id] for each in ties} == GROUPS
    assert len(ties) == 4


def test_without_that_post_the_four_groups_have_no_tie(city: Roster) -> None:
    coordinating = post(city, "Koordinierende Stelle")
    graph = build_graph(city, today())
    groups = [organization(city, name).id for name in GROUPS]

    assert all(graph.has_edge(coordinating.id, each) for each in groups)
    graph.remove_node(coordinating.id)
    assert {graph.degree(each) for each in groups} == {0}


def test_council_advisory_board_and_the_post_for_a_culture_of_welcome_are_there(
    city: Roster,
) -> None:
    council = organization(city, "Stadtverordnetenversammlung der Landeshauptstadt Potsdam")
    board = organization(city, "Migrantenbeirat der Landeshauptstadt Potsdam")
    welcome = post(city, "Willkommenskultur")
    provider = next(each for each in city.organizations if each.id == welcome.organization_id)

    assert council.classification is Classification.COUNCIL
    assert board.classification is Classification.ADVISORY_BOARD
    assert "freien Träger" in welcome.label
    assert provider.classification in (
        Classification.ASSOCIATION,
        Classification.INDEPENDENT_PROVIDER,
    )


def test_every_row_of_the_network_names_its_source(demo_store: Store, city: Roster) -> None:
    sources = [each.sources for each in city.organizations]
    sources += [each.sources for each in city.posts]
    sources += [each.sources for each in city.memberships]
    sources += [each.sources for each in city.relations]
    for key in {row["series_key"] for row in demo_store.find("figures")}:
        sources += [each.sources for each in values(demo_store, key)]

    assert len(sources) > 100
    assert () not in sources
    assert [each for row in sources for each in row if not is_page(each)] == []


def is_page(source: str) -> bool:
    """Say whether a source is a numbered page of the list of sources."""
    return re.match(r"P\d+ \S", source) is not None


def test_no_person_is_in_it(demo_store: Store, city: Roster) -> None:
    assert demo_store.find("persons") == []
    assert [each for each in city.memberships if each.person_id] == []
    assert [
        each.name for each in city.organizations if contacts(demo_store, COORDINATOR, each.id)
    ] == []
    texts = [each.description for each in city.organizations]
    texts += [each.description for each in city.posts]
    assert [text for text in texts if "@" in text or re.search(r"\b(Herr|Frau) [A-Z]", text)] == []


def test_every_tie_leads_somewhere(city: Roster) -> None:
    everyone = {each.id for each in city.organizations} | {each.id for each in city.posts}
    ends = {end for each in city.relations for end in (each.subject_id, each.object_id)}
    groups = {each.organization_id for each in city.memberships}

    assert ends <= everyone
    assert groups <= everyone
    assert {each.organization_id for each in city.posts} <= everyone


def test_the_concept_has_sixty_sections_to_review_in_six_fields_of_action(
    concept: list[SectionStanding],
) -> None:
    fields = [each.section for each in concept if each.section.title.startswith("Handlungsfeld")]

    assert sum(each.section.reviewable for each in concept) >= 60
    assert len(fields) == 6
    assert {each.level for each in fields} == {1}


def test_the_concept_says_of_itself_that_it_is_an_example(demo_store: Store) -> None:
    shown = concepts(demo_store)[0]

    assert "Beispieltext" in shown.title
    assert "kein Dokument der Landeshauptstadt Potsdam" in shown.notice


def test_the_section_that_counts_on_450_people_is_flagged(
    demo_store: Store, concept: list[SectionStanding]
) -> None:
    counting = next(each for each in concept if each.section.title == "Zahlen und Prognose")
    known = [(each.as_of, each.value) for each in values(demo_store, EXPECTED)]

    assert "450" in " ".join(block.text for block in counting.section.blocks)
    assert counting.standing.currency is Currency.SUSPECT_LINK
    assert EXPECTED in counting.standing.changed_targets
    assert known[0] == ("2014-09", 450)
    assert max(value for _day, value in known[1:]) > 450


def test_every_kind_of_standing_that_can_be_shown_is_shown(
    concept: list[SectionStanding],
) -> None:
    shown = {each.standing.currency for each in concept}

    assert shown == set(Currency) - {
        Currency.RETIRED,
        Currency.UNDER_REVIEW,
        Currency.STALE_TEXT,
    }


def test_loading_twice_changes_nothing(demo_store: Store) -> None:
    before = {table: demo_store.find(table) for table in TABLES}
    log = events(demo_store)

    assert load_demo(demo_store, OPERATOR) is False

    assert {table: demo_store.find(table) for table in TABLES} == before
    assert all(before.values())
    assert events(demo_store) == log
    assert broken_event(demo_store) is None


def test_two_stores_get_the_same_city(store: Store, demo_store: Store) -> None:
    assert load_demo(store, OPERATOR) is True

    assert len(events(store)) == len(events(demo_store))
    for table in TABLES:
        assert len(store.find(table)) == len(demo_store.find(table))
    assert [each.name for each in roster(store).organizations] == [
        each.name for each in roster(demo_store).organizations
    ]
    assert {row["actor"] for row in store.find("events", order="seq")} == {OPERATOR.id}
