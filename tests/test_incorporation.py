"""Decided proposals become one new version of the text, or nothing at all."""

from datetime import timedelta

import pytest

from concept_review.decision import DecisionResult, InvalidDecision
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.proposal import Placement, Proposal, ProposalKind
from concept_review.proposal_steps import InvalidProposalStep, NotPossible, ProposalState
from concept_review.rebase import Wording
from concept_review.review import Verdict
from concept_review.section import Section
from concept_review.tabling import Clashing
from data import composed_version, concepts
from data.clock import today
from data.decisions import decision_on
from data.incorporation import incorporate, publish
from data.reviews import review
from data.standings import standings
from data.store import Conflict, Store
from tests.conftest import COORDINATOR
from tests.proposal_walk import again, decided, propose_on, tabled, worked_in
from tests.test_change import content
from tests.test_papers import HELPS, HOUSES, says, text

__all__ = ["text"]


def now(store: Store, concept_id: str) -> list[tuple[str, str]]:
    return [
        (each.heading, text_of_blocks(each.blocks)) for each in concepts.sections(store, concept_id)
    ]


def batch(store: Store, text: list[Section]) -> list[Proposal]:
    """Adopt a reworded, a new and a dropped section in one paper."""
    housing, language, _work = text
    offers = [
        propose_on(store, housing, says(housing, HOUSES)),
        propose_on(
            store, housing, Wording("Gesundheit", blocks_of_text("Praxen dolmetschen.")),
            kind=ProposalKind.INSERT, placement=Placement.AFTER,
        ),
        propose_on(store, language, Wording("", ()), kind=ProposalKind.DELETE),
    ]  # fmt: skip
    return [decided(store, each) for each in tabled(store, *offers)]


def test_a_paper_is_worked_in_as_one_version(store: Store, text: list[Section]) -> None:
    adopted = batch(store, text)
    concept_id = text[0].concept_id

    version = worked_in(store, *adopted)

    assert version.number == 2
    assert version.published_on is None
    shown = now(store, concept_id)
    assert [words for _heading, words in shown] == [
        "Die Stadt baut Häuser. Sie hilft bei der Suche.",
        "Praxen dolmetschen.",
        "Betriebe werden beraten.",
    ]
    assert {each.state for each in (again(store, one) for one in adopted)} == {
        ProposalState.INCORPORATED
    }
    rows = store.find("incorporations", version_id=version.id)
    known = {each.id: decision_on(store, each.id) for each in adopted}
    assert {row["proposal_id"] for row in rows} == set(known)
    for row in rows:
        made = known[row["proposal_id"]]
        assert made
        assert row["decision_id"] == made.id


def test_a_moved_section_keeps_its_words_and_its_id(store: Store, text: list[Section]) -> None:
    housing, _language, work = text
    moved = propose_on(
        store, work, Wording(work.title, work.blocks), kind=ProposalKind.MOVE,
        anchor_id=housing.id, placement=Placement.BELOW,
    )  # fmt: skip
    worked_in(store, *[decided(store, each) for each in tabled(store, moved)])

    present = concepts.section(store, work.id)
    assert present.parent_id == housing.id
    assert present.blocks == work.blocks
    assert present.level == housing.level + 1


def test_all_adopted_ones_of_a_paper_go_together(store: Store, text: list[Section]) -> None:
    adopted = batch(store, text)
    before = content(store)

    with pytest.raises(InvalidDecision) as invalid:
        worked_in(store, adopted[0])

    assert invalid.value.errors == {"proposals": "whole_paper"}
    assert content(store) == before


def test_what_overlaps_needs_a_wording_that_a_person_wrote(
    store: Store, text: list[Section]
) -> None:
    housing = text[0]
    first, second = tabled(
        store,
        propose_on(store, housing, says(housing, HOUSES)),
        propose_on(store, housing, says(housing, HELPS)),
    )
    changed = says(housing, "Die Stadt baut Türme. Sie hilft nie.")
    adopted = [
        decided(store, first, DecisionResult.ACCEPTED_MODIFIED, wording=changed),
        decided(store, second),
    ]
    before = content(store)
    with pytest.raises(Clashing) as clashing:
        worked_in(store, *adopted)
    assert {each.section_id for each in clashing.value.clashes} == {housing.id}
    assert content(store) == before

    written = says(housing, "Die Stadt baut Türme. Sie hilft immer.")
    version = worked_in(store, *adopted, written={housing.id: written})

    present = concepts.section(store, housing.id)
    assert text_of_blocks(present.blocks) == "Die Stadt baut Türme. Sie hilft immer."
    rows = store.find("incorporations", version_id=version.id)
    assert {row["proposal_id"] for row in rows} == {each.id for each in adopted}


def test_a_machine_that_stops_in_the_middle_leaves_nothing(
    store: Store, text: list[Section], monkeypatch: pytest.MonkeyPatch
) -> None:
    adopted = batch(store, text)
    before = content(store)

    def fail(*_: object) -> None:
        raise RuntimeError("the machine stopped")

    monkeypatch.setattr(composed_version, "_record", fail)
    with pytest.raises(RuntimeError, match="the machine stopped"):
        worked_in(store, *adopted)

    assert content(store) == before


def test_sections_that_are_not_touched_keep_their_reviews(
    store: Store, text: list[Section]
) -> None:
    for each in text:
        review(store, COORDINATOR, each.id, Verdict.STILL_CURRENT, "", fingerprint=each.fingerprint)
    worked_in(store, *batch(store, text))

    found = {each.section.id: each.standing for each in standings(store, text[0].concept_id)}
    assert found[text[2].id].currency.value == "current"
    assert found[text[0].id].currency.value != "current"


def test_what_is_not_adopted_is_not_worked_in(store: Store, text: list[Section]) -> None:
    (held,) = tabled(store, propose_on(store, text[0], says(text[0], "Kürzer.")))
    with pytest.raises(NotPossible):
        worked_in(store, held)
    with pytest.raises(NotPossible):
        worked_in(store, decided(store, held, DecisionResult.REJECTED))


def test_the_second_who_works_it_in_is_told(store: Store, text: list[Section]) -> None:
    adopted = batch(store, text)
    concept_id = text[0].concept_id
    expected = {each.id: each.revision for each in adopted}
    against = concepts.versions(store, concept_id)[0].id
    incorporate(store, COORDINATOR, concept_id, expected, against_version_id=against)

    with pytest.raises(Conflict):
        incorporate(store, COORDINATOR, concept_id, expected, against_version_id=against)

    assert [each.number for each in concepts.versions(store, concept_id)] == [2, 1]


def test_a_version_is_published_once_and_not_in_the_future(
    store: Store, text: list[Section]
) -> None:
    adopted = batch(store, text)
    version = worked_in(store, *adopted)
    tomorrow = today() + timedelta(days=1)
    for day, code in ((None, "required"), (tomorrow, "in_future")):
        with pytest.raises(InvalidProposalStep) as invalid:
            publish(store, COORDINATOR, version.id, day, expected=version.revision)
        assert invalid.value.errors == {"published": code}

    done = publish(store, COORDINATOR, version.id, today(), expected=version.revision)

    assert done.published_on == today()
    assert {again(store, each).state for each in adopted} == {ProposalState.IN_FORCE}
    with pytest.raises(Conflict):
        publish(store, COORDINATOR, version.id, today(), expected=version.revision)
