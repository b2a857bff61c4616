"""Proposals and decisions: what can be done, and what has to be said."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from concept_review.block import Block, BlockKind
from concept_review.proposal import (
    HEADLINE_LIMIT,
    NOTE_LIMIT,
    RATIONALE_LIMIT,
    TITLE_LIMIT,
    TRANSITIONS,
    Competence,
    Decision,
    DecisionResult,
    InvalidDecision,
    InvalidProposal,
    NotPossible,
    ProposalAction,
    ProposalState,
    check_decision,
    check_proposal,
    next_state,
    possible,
)

TODAY = date(2026, 6, 15)
OLD = (Block(kind=BlockKind.PARAGRAPH, text="Es gibt 12 Kurse."),)
NEW = (Block(kind=BlockKind.PARAGRAPH, text="Es gibt 14 Kurse."),)
COUNCIL = Decision(
    id="d1",
    proposal_id="p1",
    result=DecisionResult.ACCEPTED,
    competence=Competence.COUNCIL,
    body="Stadtverordnetenversammlung",
    decided_on=TODAY,
    reference="24/SVV/0093",
    note="",
    recorded_by="clerk",
)
EDITORIAL = replace(COUNCIL, competence=Competence.ADMINISTRATION, body="", reference="")


def proposal_errors(
    headline: str = "Mehr Kurse",
    rationale: str = "Der Bedarf ist gestiegen.",
    *,
    old_title: str = "3.2 Sprache",
    new_title: str = "3.2 Sprache",
    blocks: tuple[Block, ...] = NEW,
) -> dict[str, str]:
    try:
        check_proposal(headline, rationale, old_title, OLD, new_title, blocks)
    except InvalidProposal as invalid:
        return dict(invalid.errors)
    return {}


def decision_errors(decision: Decision, author_id: str = "author") -> dict[str, str]:
    try:
        check_decision(decision, author_id, TODAY)
    except InvalidDecision as invalid:
        return dict(invalid.errors)
    return {}


@pytest.mark.parametrize(
    ("action", "state"),
    [
        (ProposalAction.WITHDRAW, ProposalState.WITHDRAWN),
        (ProposalAction.ACCEPT, ProposalState.INCORPORATED),
        (ProposalAction.REJECT, ProposalState.DECIDED),
    ],
)
def test_a_submitted_proposal_can_be_withdrawn_accepted_or_rejected(
    action: ProposalAction, state: ProposalState
) -> None:
    assert next_state(ProposalState.SUBMITTED, action) == state


def test_every_pair_of_state_and_action_leads_on_or_is_not_possible() -> None:
    for state, action in product(ProposalState, ProposalAction):
        if action in possible(state):
            assert next_state(state, action) == TRANSITIONS[state, action]
        else:
            with pytest.raises(NotPossible) as caught:
                next_state(state, action)
            assert (caught.value.state, caught.value.action) == (state, action)


def test_what_is_withdrawn_or_decided_stays_so() -> None:
    ends = [state for state in ProposalState if not possible(state)]

    assert ends == [ProposalState.WITHDRAWN, ProposalState.DECIDED, ProposalState.INCORPORATED]


def test_every_state_can_be_reached() -> None:
    assert {ProposalState.SUBMITTED, *TRANSITIONS.values()} == set(ProposalState)


def test_a_proposal_with_reasons_and_a_new_wording_can_be_submitted() -> None:
    assert proposal_errors() == {}


def test_a_wording_without_any_word_is_no_proposal() -> None:
    assert proposal_errors(blocks=()) == {"wording": "empty"}


def test_a_new_title_alone_is_a_change() -> None:
    assert proposal_errors(new_title="3.2 Spracherwerb", blocks=OLD) == {}


@pytest.mark.parametrize(
    ("title", "blocks"),
    [
        ("3.2 Sprache", OLD),
        ("4.1  Sprache", OLD),
        ("3.2 Sprache", (replace(OLD[0], text="Es  gibt\n12\u00a0Kurse. ", id="b7"),)),
    ],
)
def test_white_space_ids_and_numbers_alone_are_no_change(
    title: str, blocks: tuple[Block, ...]
) -> None:
    assert proposal_errors(new_title=title, blocks=blocks) == {"wording": "no_change"}


def test_everything_that_is_missing_is_said_at_once() -> None:
    assert proposal_errors(" ", "\n", new_title="") == {
        "headline": "required",
        "rationale": "required",
        "title": "required",
    }


def test_headline_rationale_and_title_have_their_limits() -> None:
    fitting = proposal_errors(
        "x" * HEADLINE_LIMIT, "x" * RATIONALE_LIMIT, new_title="x" * TITLE_LIMIT
    )
    too_long = proposal_errors(
        "x" * (HEADLINE_LIMIT + 1), "x" * (RATIONALE_LIMIT + 1), new_title="x" * (TITLE_LIMIT + 1)
    )

    assert fitting == {}
    assert too_long == dict.fromkeys(["headline", "rationale", "title"], "too_long")


def test_a_long_title_that_stays_does_not_stand_in_the_way() -> None:
    title = "x" * (TITLE_LIMIT + 1)

    assert proposal_errors(old_title=title, new_title=title) == {}


@pytest.mark.parametrize("decision", [COUNCIL, EDITORIAL])
def test_a_whole_decision_can_be_recorded(decision: Decision) -> None:
    assert decision_errors(decision) == {}


@pytest.mark.parametrize("competence", [Competence.COUNCIL, Competence.COMMITTEE])
def test_the_decision_of_a_body_names_the_body_and_the_reference(competence: Competence) -> None:
    unnamed = replace(COUNCIL, competence=competence, body=" ", reference="")

    assert decision_errors(unnamed) == {"body": "required", "reference": "required"}


def test_a_decision_of_tomorrow_cannot_be_recorded_today() -> None:
    assert decision_errors(replace(COUNCIL, decided_on=date(2026, 6, 16))) == {
        "decided_on": "in_future"
    }


@pytest.mark.parametrize("result", DecisionResult)
def test_an_editorial_record_needs_another_name_than_the_authors(result: DecisionResult) -> None:
    record = replace(EDITORIAL, result=result)

    assert decision_errors(record, author_id="clerk") == {"recorded_by": "two_names"}


def test_the_author_may_record_what_a_body_decided() -> None:
    assert decision_errors(COUNCIL, author_id="clerk") == {}


def test_a_decision_recorded_by_nobody_is_refused() -> None:
    for decision in (COUNCIL, EDITORIAL):
        assert decision_errors(replace(decision, recorded_by="")) == {"recorded_by": "required"}


def test_a_note_has_its_limit_under_every_competence() -> None:
    for decision in (COUNCIL, EDITORIAL):
        assert decision_errors(replace(decision, note="x" * (NOTE_LIMIT + 1))) == {
            "note": "too_long"
        }
