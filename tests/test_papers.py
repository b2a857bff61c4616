"""Papers in the store: what is tabled together, what hinders it, and who deals with it."""

from datetime import date

import pytest

from accounts.permissions import NotPermitted
from concept_review.decision import ConsultationRole, DecisionResult, InvalidDecision
from concept_review.outline import blocks_of_text
from concept_review.proposal import ProposalKind
from concept_review.proposal_records import Consultation
from concept_review.proposal_steps import NotPossible, ProposalAction, ProposalState
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.tabling import Hindrance, NotReady
from data import concepts
from data.incorporated import to_work_in, unpublished, version_with
from data.joint_decisions import InvalidAmong, decide_together
from data.papers import (
    Draft,
    add_consultation,
    change_paper,
    consultations,
    paper,
    papers,
    record_consultation,
    table,
)
from data.store import Conflict, Store
from tests.conftest import COORDINATOR, STAFF
from tests.proposal_walk import (
    a_decision,
    accept,
    again,
    decided,
    propose_on,
    recommended,
    step,
    tabled,
    worked_in,
)

TEXT = b"""# Konzept

## Wohnen

Die Stadt baut Wohnungen. Sie hilft bei der Suche.

## Sprache

Kurse sind kostenlos.

## Arbeit

Betriebe werden beraten.
"""

HOUSES = "Die Stadt baut Häuser. Sie hilft bei der Suche."
HELPS = "Die Stadt baut Wohnungen. Sie hilft immer."


@pytest.fixture
def text(store: Store) -> list[Section]:
    concept = concepts.import_concept(store, COORDINATOR, TEXT)
    return [each for each in concepts.sections(store, concept.id) if each.reviewable]


def says(section: Section, words: str) -> Wording:
    return Wording(section.title, blocks_of_text(words))


def test_a_paper_freezes_the_version_and_takes_the_proposals_along(
    store: Store, text: list[Section]
) -> None:
    made = tabled(
        store,
        propose_on(store, text[0], says(text[0], "Die Stadt baut viele Wohnungen.")),
        propose_on(store, text[1], says(text[1], "Kurse sind immer kostenlos.")),
    )

    (found,) = papers(store, STAFF, text[0].concept_id)
    assert {each.paper_id for each in made} == {found.id}
    assert {each.state for each in made} == {ProposalState.TABLED}
    assert found.tabled_version_id == concepts.versions(store, text[0].concept_id)[0].id
    assert not any(each.alternative for each in made)


def test_each_hindrance_is_told_for_its_proposal(store: Store, text: list[Section]) -> None:
    bare = step(store, propose_on(store, text[1], says(text[1], "Kurse.")), ProposalAction.ADMIT)
    stale = recommended(store, propose_on(store, text[0], says(text[0], HELPS)))
    accept(store, propose_on(store, text[0], says(text[0], HOUSES)))

    with pytest.raises(NotReady) as unready:
        table(
            store,
            COORDINATOR,
            text[0].concept_id,
            {each.id: again(store, each).revision for each in (bare, stale)},
            Draft(title="Fortschreibung"),
        )

    assert unready.value.hindrances == {
        bare.id: (Hindrance.NO_RECOMMENDATION,),
        stale.id: (Hindrance.BASE_CHANGED,),
    }
    assert again(store, bare).state is ProposalState.DISCUSSION


def test_rivals_are_tabled_as_alternatives_only_where_somebody_says_so(
    store: Store, text: list[Section]
) -> None:
    rivals = [
        propose_on(store, text[0], says(text[0], words))
        for words in (HOUSES, HOUSES.replace("Häuser", "Zelte"))
    ]
    with pytest.raises(NotReady) as unready:
        tabled(store, *rivals)
    assert set(unready.value.hindrances.values()) == {(Hindrance.CONFLICT,)}

    first, second = [again(store, each) for each in rivals]
    table(
        store,
        COORDINATOR,
        text[0].concept_id,
        {first.id: first.revision, second.id: second.revision},
        Draft(title="Wahl"),
        as_alternatives=True,
    )
    assert all(again(store, each).alternative for each in rivals)

    decided(store, first)
    with pytest.raises(InvalidDecision) as invalid:
        decided(store, second)
    assert invalid.value.errors == {"result": "alternative_adopted"}
    assert decided(store, second, DecisionResult.REJECTED).result is DecisionResult.REJECTED


def test_a_paper_without_title_is_not_made(store: Store, text: list[Section]) -> None:
    ready = recommended(store, propose_on(store, text[0], says(text[0], "Kürzer.")))

    with pytest.raises(InvalidDecision) as invalid:
        table(store, COORDINATOR, text[0].concept_id, {ready.id: ready.revision}, Draft(title=" "))

    assert invalid.value.errors == {"title": "required"}
    assert papers(store, STAFF) == []


def test_the_second_who_changes_a_paper_is_told(store: Store, text: list[Section]) -> None:
    tabled(store, propose_on(store, text[0], says(text[0], "Kürzer.")))
    (seen,) = papers(store, COORDINATOR)
    change_paper(store, COORDINATOR, seen.id, Draft(title="Neu"), expected=seen.revision)

    with pytest.raises(Conflict):
        change_paper(store, STAFF, seen.id, Draft(title="Anders"), expected=seen.revision)

    assert paper(store, STAFF, seen.id).title == "Neu"


def test_bodies_deal_with_a_paper_in_their_order(store: Store, text: list[Section]) -> None:
    tabled(store, propose_on(store, text[0], says(text[0], "Kürzer.")))
    (seen,) = papers(store, COORDINATOR)
    for body, role in (
        ("Ausschuss", ConsultationRole.PRELIMINARY),
        ("SVV", ConsultationRole.DECISION),
    ):
        added = Consultation(id="", paper_id=seen.id, position=0, body=body, role=role)
        add_consultation(store, COORDINATOR, added)

    first, second = consultations(store, STAFF, seen.id)
    assert (first.position, first.body) == (1, "Ausschuss")
    assert (second.position, second.body) == (2, "SVV")
    told = Consultation(
        id=first.id, paper_id=seen.id, position=1, body="Ausschuss",
        role=ConsultationRole.PRELIMINARY, day=date(2024, 3, 6), result="deferred", votes_yes=7,
    )  # fmt: skip
    record_consultation(store, COORDINATOR, told, expected=first.revision)
    with pytest.raises(Conflict):
        record_consultation(store, COORDINATOR, told, expected=first.revision)
    with pytest.raises(NotPermitted):
        record_consultation(store, STAFF, told, expected=first.revision + 1)
    assert consultations(store, STAFF, seen.id)[0].result == "deferred"


def test_a_sitting_is_recorded_whole_or_not_at_all(store: Store, text: list[Section]) -> None:
    held = tabled(
        store,
        propose_on(store, text[0], says(text[0], "Kürzer.")),
        propose_on(store, text[1], Wording("", ()), kind=ProposalKind.DELETE),
    )
    expected = {each.id: each.revision for each in held}
    against = {each.id: concepts.section(store, each.section_id).version_id for each in held}
    good = [a_decision(each, DecisionResult.ACCEPTED) for each in held]
    faulty = [good[0], a_decision(held[1], DecisionResult.ADJOURNED)]

    with pytest.raises(InvalidAmong) as invalid:
        decide_together(store, COORDINATOR, faulty, expected=expected, against=against)
    assert invalid.value.proposal_id == held[1].id
    assert invalid.value.errors == {"resubmit_on": "required"}
    assert [again(store, each).state for each in held] == [ProposalState.TABLED] * 2

    decide_together(store, COORDINATOR, good, expected=expected, against=against)
    assert [again(store, each).result for each in held] == [DecisionResult.ACCEPTED] * 2
    with pytest.raises((Conflict, NotPossible)):
        decide_together(store, COORDINATOR, good, expected=expected, against=against)


def test_what_is_adopted_waits_for_the_text_and_the_text_for_its_publication(
    store: Store, text: list[Section]
) -> None:
    (held,) = tabled(store, propose_on(store, text[0], says(text[0], "Kürzer.")))
    concept_id = text[0].concept_id
    assert to_work_in(store, STAFF, concept_id) == []

    decided(store, held)
    assert [each.id for each in to_work_in(store, STAFF, concept_id)] == [held.id]
    assert version_with(store, held.id) is None

    version = worked_in(store, held)
    assert to_work_in(store, STAFF, concept_id) == []
    assert version_with(store, held.id) == version
    assert [each.id for each in unpublished(store, concept_id)] == [version.id]
