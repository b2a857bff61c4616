"""Proposals before the bodies: ready, alternatives, on a text that changed, adjourned."""

from typing import Any

import pytest

from accounts.identity import OPERATOR
from concept_review.decision import DecisionResult, InvalidDecision
from concept_review.proposal import InvalidProposal, Placement, ProposalKind
from concept_review.proposal_steps import (
    NotPossible,
    ProposalAction,
    ProposalState,
)
from concept_review.rebase import Contradicted, Wording
from concept_review.tabling import Hindrance, NotReady
from data import concepts
from data.carrying_over import carry_over
from data.clock import today
from data.papers import Draft, table
from data.store import Store
from tests.conftest import COORDINATOR
from tests.proposal_walk import (
    accept,
    again,
    decided,
    propose_on,
    recommended,
    step,
    tabled,
)
from tests.writing_verbs import a_proposal, a_section, wording

ACTION = ProposalAction


def test_without_a_recommendation_nothing_is_tabled(store: Store) -> None:
    proposal = a_proposal(store)
    step(store, proposal, ACTION.ADMIT)

    with pytest.raises(NotReady) as hindered:
        table(
            store, COORDINATOR, concepts.concepts(store)[0].id,
            {proposal.id: again(store, proposal).revision}, Draft(title="Vorlage"),
        )  # fmt: skip
    assert hindered.value.hindrances == {proposal.id: (Hindrance.NO_RECOMMENDATION,)}


def test_rivals_are_tabled_only_as_alternatives_and_one_of_them_is_adopted(store: Store) -> None:
    section = a_section(store)
    first = propose_on(store, section, wording("Alle finden zwei Wohnungen."))
    second = propose_on(store, section, wording("Alle finden drei Wohnungen."))

    with pytest.raises(NotReady) as hindered:
        tabled(store, first, second)
    assert set(hindered.value.hindrances) == {first.id, second.id}

    tabled(store, first, second, as_alternatives=True)
    decided(store, first)
    with pytest.raises(InvalidDecision) as invalid:
        decided(store, second)
    assert invalid.value.errors == {"result": "alternative_adopted"}
    decided(store, second, DecisionResult.SUPERSEDED, superseded_by=first.id)


def test_a_text_that_changed_while_tabled_is_confirmed_before_it_is_decided(store: Store) -> None:
    section = a_section(store)
    waiting = propose_on(store, section, wording("Alle finden eine Wohnung in Potsdam."))
    tabled(store, waiting)
    accept(store, propose_on(store, section, wording("Alle finden bald eine Wohnung.")))

    with pytest.raises(InvalidDecision) as invalid:
        decided(store, waiting)
    assert invalid.value.errors == {"wording": "base_changed"}

    present = concepts.section(store, section.id)
    carried = carry_over(
        store, COORDINATOR, waiting.id, expected=again(store, waiting).revision,
        against_version_id=present.version_id,
    )  # fmt: skip
    assert carried.blocks[0].text == "Alle finden bald eine Wohnung in Potsdam."
    assert decided(store, waiting).result is DecisionResult.ACCEPTED


def test_a_contradiction_is_written_by_a_person(store: Store) -> None:
    section = a_section(store)
    late = propose_on(store, section, wording("Alle finden drei Wohnungen."))
    accept(store, propose_on(store, section, wording("Alle finden zwei Wohnungen.")))
    present = concepts.section(store, section.id)

    with pytest.raises(Contradicted):
        carry_over(
            store, COORDINATOR, late.id, expected=again(store, late).revision,
            against_version_id=present.version_id,
        )  # fmt: skip

    carried = carry_over(
        store, COORDINATOR, late.id, expected=again(store, late).revision,
        against_version_id=present.version_id, written=wording("Alle finden mehr Wohnungen."),
    )  # fmt: skip
    assert carried.base_version_id == present.version_id


def test_what_was_adjourned_is_discussed_again(store: Store) -> None:
    (proposal,) = tabled(store, a_proposal(store))

    decided(store, proposal, DecisionResult.ADJOURNED, resubmit_on=today())
    resumed = step(store, proposal, ACTION.RESUME)

    assert resumed.state is ProposalState.DISCUSSION
    assert (resumed.paper_id, resumed.result) == (None, None)
    recommended(store, resumed)


def test_a_rejected_proposal_is_not_discussed_again(store: Store) -> None:
    (proposal,) = tabled(store, a_proposal(store))
    decided(store, proposal, DecisionResult.REJECTED)

    with pytest.raises(NotPossible):
        step(store, proposal, ACTION.RESUME)


def test_a_section_cannot_move_below_itself(store: Store) -> None:
    source = b"# K\n\n## A\n\nText.\n\n### B\n\nText.\n\n## C\n\nText.\n"
    concept = concepts.import_concept(store, OPERATOR, source)
    first, below, last = concepts.sections(store, concept.id)
    same = Wording(first.title, first.blocks)
    place: dict[str, Any] = {"kind": ProposalKind.MOVE, "placement": Placement.BELOW}

    with pytest.raises(InvalidProposal) as invalid:
        propose_on(store, first, same, anchor_id=below.id, **place)
    assert invalid.value.errors == {"place": "impossible"}
    propose_on(store, first, same, anchor_id=last.id, **place)
