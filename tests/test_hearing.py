"""Who is affected by a section and was not heard in it."""

from dataclasses import replace
from datetime import date

import pytest

from accounts.identity import Identity, Role
from accounts.permissions import NotPermitted
from concept_review.decision import ConsultationRole
from concept_review.outline import blocks_of_text
from concept_review.proposal_records import Consultation
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.task_records import Part
from data.clock import today
from data.comments import Place, comment
from data.concepts import import_concept
from data.hearing import Affected, Cause
from data.link_targets import TargetType
from data.organizations import insert_organization
from data.papers import add_consultation, record_consultation
from data.proposals import propose
from data.responsibilities import set_responsibilities
from data.section_links import link
from data.section_topics import Ground
from data.store import Store
from tests.advised_networks import unit
from tests.conftest import COORDINATOR, STAFF
from tests.covered_concepts import a_text, account_of, missing, unheard
from tests.proposal_walk import offer, propose_on, tabled


@pytest.fixture
def text(store: Store) -> list[Section]:
    return a_text(store)


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
