"""Sections and organisations: who leads, takes part, works on the topic, and who was not heard."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from accounts.identity import OPERATOR, Identity, Role
from accounts.permissions import NotPermitted
from concept_review.decision import ConsultationRole
from concept_review.outline import blocks_of_text
from concept_review.proposal_records import Consultation
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.task_records import Part
from data.accounts import add_account
from data.clock import today
from data.comments import Place, comment
from data.concepts import concepts, import_concept, sections
from data.coverage import Cell, Coverage, Involvement, coverage, losing_lead, resting_on
from data.hearing import Affected, Cause, NotHeard, not_heard
from data.link_targets import TargetType
from data.organizations import insert_organization
from data.papers import add_consultation, record_consultation
from data.proposals import propose
from data.responsibilities import set_responsibilities
from data.roster import roster
from data.section_links import link
from data.section_topics import Ground, SectionTopic, section_topics
from data.store import Store
from network.graph import Graph, build_graph
from network.organization import Organization
from tests.advised_networks import unit
from tests.conftest import COORDINATOR, STAFF
from tests.proposal_walk import offer, propose_on, tabled

TEXT = """# Konzept

## Handlungsfeld Kita und Schule

### Lage

Es fehlen Plätze.

### Aufnahme

Es fehlen Lehrkräfte.

## Weiteres

Wohnraum fehlt auch in Babelsberg, vor allem für Familien.
"""
UNITS = (
    unit("amt"),
    unit("kita", topic_ids=("kita",)),
    unit("bildung", topic_ids=("bildung",)),
    unit("wohnen", topic_ids=("wohnraum",)),
    unit("viertel", district="Babelsberg"),
    unit("eltern", target_groups=("Familien",)),
    unit("fremd", topic_ids=("sport",)),
)
TERMS = {"bildung": "Bildung", "kita": "Kita", "wohnraum": "Wohnraum", "sport": "Sport"}


@pytest.fixture
def text(store: Store) -> list[Section]:
    for key, term in TERMS.items():
        parent = "bildung" if key == "kita" else None
        store.insert("topics", {"id": key, "term": term, "parent_id": parent})
    for each in UNITS:
        insert_organization(store, each)
    return sections(store, import_concept(store, COORDINATOR, TEXT.encode()).id)


def graph_on(store: Store, day: date | None = None) -> Graph:
    return build_graph(roster(store), day or today())


def covered(store: Store, day: date | None = None) -> Coverage:
    return coverage(store, concepts(store)[-1].id, graph_on(store, day))


def unheard(store: Store, day: date | None = None, actor: Identity = STAFF) -> list[NotHeard]:
    return not_heard(store, actor, covered(store, day), graph_on(store, day))


def missing(store: Store, section: Section) -> set[str]:
    return {each.organization_id for each in unheard(store) if each.section.id == section.id}


def account_of(store: Store, organization_id: str) -> Identity:
    made = add_account(
        store, OPERATOR, organization_id, organization_id, Role.ORG_EDITOR, organization_id
    ).account
    return Identity(made.id, made.name, made.role, organization_id)


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


def test_of_five_who_are_affected_two_were_not_heard_and_a_hearing_removes_one(
    store: Store, text: list[Section]
) -> None:
    last = text[3]
    link(store, STAFF, last.id, (TargetType.ORGANIZATION, "amt"))
    link(store, STAFF, last.id, (TargetType.ORGANIZATION, "fremd"))
    assert missing(store, last) == {"amt", "wohnen", "viertel", "eltern", "fremd"}

    asked = propose_on(
        store,
        last,
        Wording(last.title, blocks_of_text("Wohnraum fehlt überall, auch für Familien.")),
        actor=account_of(store, "wohnen"),
    )
    assert missing(store, last) == {"amt", "viertel", "eltern", "fremd"}
    place = Place(last.version_id)
    comment(store, account_of(store, "viertel"), last.id, "Auch bei uns.", place)
    set_responsibilities(store, COORDINATOR, last.id, {Part.LEAD: ["amt"]}, expected=())

    assert [
        (each.organization_id, each.causes) for each in unheard(store) if each.section.id == last.id
    ] == [
        ("fremd", (Cause(Affected.LINKED),)),
        ("eltern", (Cause(Affected.TARGET_GROUP, "Familien", Ground.TEXT),)),
    ]

    (asked,) = tabled(store, asked)
    assert asked.paper_id
    hearing = Consultation(
        id="", paper_id=asked.paper_id, position=0, body="eltern e. V.",
        role=ConsultationRole.HEARING,
    )  # fmt: skip
    planned = add_consultation(store, COORDINATOR, hearing)
    assert missing(store, last) == {"fremd", "eltern"}
    record_consultation(
        store, COORDINATOR, replace(planned, day=today()), expected=planned.revision
    )
    assert missing(store, last) == {"fremd"}


def test_what_most_sections_speak_of_affects_nobody_in_particular(store: Store) -> None:
    insert_organization(store, unit("eltern", target_groups=("Familien",)))
    chapters = "".join(f"## Teil {number}\n\nFür Familien.\n\n" for number in range(8))
    few = "".join(f"## Stück {number}\n\nFür Familien.\n\n" for number in range(3))

    import_concept(store, COORDINATOR, f"# Vieles\n\n{chapters}".encode())
    assert unheard(store) == []
    import_concept(store, COORDINATOR, f"# Weniges\n\n{few}".encode())
    assert len(unheard(store)) == 3


def test_the_city_has_a_say_where_one_of_its_units_leads(store: Store, text: list[Section]) -> None:
    insert_organization(store, unit("stadt", topic_ids=("wohnraum",)))
    insert_organization(store, unit("referat", parent_id="stadt", topic_ids=("wohnraum",)))
    assert {"stadt", "referat"} <= missing(store, text[3])

    set_responsibilities(store, COORDINATOR, text[3].id, {Part.LEAD: ["referat"]}, expected=())
    assert not {"stadt", "referat"} & missing(store, text[3])


def test_a_draft_of_ones_own_is_no_hearing(store: Store, text: list[Section]) -> None:
    last = text[3]
    wording = Wording(last.title, blocks_of_text("Wohnraum fehlt."))
    propose(
        store,
        account_of(store, "wohnen"),
        last.id,
        offer(wording),
        base_version_id=last.version_id,
        draft=True,
    )

    assert "wohnen" in missing(store, last)


def test_what_was_said_after_the_day_was_not_heard_on_it(store: Store, text: list[Section]) -> None:
    last = text[3]
    wording = Wording(last.title, blocks_of_text("Wohnraum fehlt."))
    propose_on(store, last, wording, actor=account_of(store, "wohnen"))

    before = unheard(store, date(2020, 1, 1))
    assert "wohnen" in {e.organization_id for e in before if e.section.id == last.id}
    assert "wohnen" not in missing(store, last)


def test_who_was_not_heard_is_nothing_for_everybody(store: Store, text: list[Section]) -> None:
    assert text
    with pytest.raises(NotPermitted):
        unheard(store, actor=Identity("x", "", Role.CLERK))
