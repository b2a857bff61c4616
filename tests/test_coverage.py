"""Sections and organisations: who leads, takes part, works on the topic, and who was not heard."""

from collections import Counter
from datetime import date

import pytest

from concept_review.section import Section
from concept_review.task_records import Part
from data.coverage import Cell, Involvement, losing_lead, resting_on
from data.link_targets import TargetType
from data.organizations import insert_organization
from data.responsibilities import set_responsibilities
from data.section_links import link
from data.section_topics import Ground, SectionTopic, section_topics
from data.store import Store
from network.organization import Organization
from tests.conftest import COORDINATOR, STAFF
from tests.covered_concepts import UNITS, a_text, covered, graph_on, missing


@pytest.fixture
def text(store: Store) -> list[Section]:
    return a_text(store)


def test_a_section_is_about_what_its_heading_or_one_above_says_else_its_text(
    store: Store, text: list[Section]
) -> None:
    found = section_topics(store, text)
    by_title = {each.title: found[each.id] for each in text}

    of_heading = (SectionTopic("kita", Ground.HEADING),)
    assert by_title["Handlungsfeld Kita und Schule"] == of_heading
    assert by_title["Lage"] == by_title["Aufnahme"] == of_heading
    assert by_title["Weiteres"] == (SectionTopic("wohnraum", Ground.TEXT),)


def test_a_link_to_a_topic_outweighs_all_words_and_holds_below(
    store: Store, text: list[Section]
) -> None:
    link(store, STAFF, text[0].id, (TargetType.TOPIC, "sport"))
    found = section_topics(store, text)

    assert {found[each.id] for each in text[:3]} == {(SectionTopic("sport", Ground.LINKED),)}
    link(store, STAFF, text[1].id, (TargetType.TOPIC, "kita"))
    assert section_topics(store, text)[text[1].id] == (SectionTopic("kita", Ground.LINKED),)
    assert missing(store, text[1]) == {"kita", "bildung"}


def test_the_table_says_who_leads_who_takes_part_and_who_works_on_the_topic(
    store: Store, text: list[Section]
) -> None:
    parts = {Part.LEAD: ["amt"], Part.TAKING_PART: ["kita"]}
    set_responsibilities(store, COORDINATOR, text[0].id, parts, expected=())

    rows = {row.section.title: row for row in covered(store).rows}

    above = rows["Handlungsfeld Kita und Schule"]
    assert above.cells == {
        "amt": Cell(Involvement.LEAD),
        "kita": Cell(Involvement.TAKING_PART),
        "bildung": Cell(Involvement.TOPIC),
    }
    assert rows["Lage"].cells["amt"] == Cell(Involvement.LEAD, inherited=True)
    assert rows["Lage"].cells["kita"] == Cell(Involvement.TOPIC)
    assert rows["Lage"].having(Involvement.TOPIC) == ["bildung", "kita"]


def test_what_nobody_has_a_part_in_is_uncovered_even_where_somebody_works_on_its_topic(
    store: Store, text: list[Section]
) -> None:
    assert [row.section.title for row in covered(store).uncovered] == [
        "Lage",
        "Aufnahme",
        "Weiteres",
    ]
    set_responsibilities(store, COORDINATOR, text[0].id, {Part.LEAD: ["amt"]}, expected=())

    assert [row.section.title for row in covered(store).uncovered] == ["Weiteres"]


def test_the_totals_of_the_example_are_those_of_the_store(demo_store: Store) -> None:
    found = covered(demo_store)
    own = Counter(
        (org, cell.involvement.value)
        for row in found.rows
        for org, cell in row.cells.items()
        if cell.involvement is not Involvement.TOPIC and not cell.inherited
    )
    present = set(graph_on(demo_store))
    counted = demo_store.query(
        "select organization_id, part, count(*) as n from responsibilities group by 1, 2"
    )

    assert own == {
        (row["organization_id"], row["part"]): row["n"]
        for row in counted
        if row["organization_id"] in present
    }
    by_row = sum(len(row.cells) for row in found.rows)
    assert sum(each.total() for each in found.totals().values()) == by_row > 0


def test_whoever_is_not_there_on_the_day_has_no_part(store: Store, text: list[Section]) -> None:
    ended = Organization(
        id="ended", name="Ended", classification=UNITS[0].classification, end_date="2014"
    )
    insert_organization(store, ended)
    set_responsibilities(store, COORDINATOR, text[3].id, {Part.LEAD: ["ended"]}, expected=())

    assert "Weiteres" in [row.section.title for row in covered(store).uncovered]
    assert "Weiteres" not in [r.section.title for r in covered(store, date(2014, 5, 1)).uncovered]


def test_without_the_lead_the_deputy_is_named(store: Store, text: list[Section]) -> None:
    parts = {Part.LEAD: ["amt"], Part.DEPUTY: ["kita"]}
    set_responsibilities(store, COORDINATOR, text[0].id, parts, expected=())
    set_responsibilities(store, COORDINATOR, text[1].id, {Part.LEAD: ["bildung"]}, expected=())
    concept = text[0].concept_id

    lost = losing_lead(store, concept, {"amt"})
    assert [(each.title, deputy) for each, deputy in lost] == [
        (text[0].title, "kita"),
        ("Aufnahme", "kita"),
    ]
    assert losing_lead(store, concept, {"amt", "kita"})[0][1] is None
    assert losing_lead(store, concept, {"kita"}) == []


def test_what_rests_on_somebody_is_named(store: Store, text: list[Section]) -> None:
    link(store, STAFF, text[1].id, (TargetType.ORGANIZATION, "amt"))

    assert resting_on(store, text[0].concept_id, {"amt", "kita"}) == [text[1]]
    assert resting_on(store, text[0].concept_id, {"kita"}) == []
