"""What a proposal waits for, and which of the table's steps make sense for it."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from concept_review.decision import ADOPTING, RETURNING, DecisionResult
from concept_review.proposal import Proposal
from concept_review.proposal_stage import Stage, comes_again, sensible, stage_of
from concept_review.proposal_steps import (
    ProposalAction,
    ProposalCapacity,
    ProposalState,
    possible,
)

DAY = date(2026, 3, 1)
EVERYBODY = frozenset(ProposalCapacity)
SECOND = EVERYBODY - {ProposalCapacity.AUTHOR}


def a_proposal(
    state: ProposalState,
    result: DecisionResult | None = None,
    *,
    editorial: bool = False,
    resubmit_on: date | None = None,
) -> Proposal:
    return Proposal(
        id="p", section_id="s", headline="Anders", rationale="Darum.", state=state,
        author_id="a", created_at=datetime(2026, 1, 1, tzinfo=UTC), base_fingerprint="f",
        base_version_id="v", title="Titel", blocks=(), revision=1,
        result=result, editorial=editorial, resubmit_on=resubmit_on,
    )  # fmt: skip


@pytest.mark.parametrize("state", ProposalState)
@pytest.mark.parametrize("result", [None, *DecisionResult])
def test_only_what_nothing_can_be_done_with_is_done(
    state: ProposalState, result: DecisionResult | None
) -> None:
    decided = state in (
        ProposalState.DECIDED, ProposalState.INCORPORATED, ProposalState.IN_FORCE,
    )  # fmt: skip
    if decided is not (result is not None):
        return
    wanted = a_proposal(state, result)

    done = stage_of(wanted) is Stage.DONE

    steps = sensible(wanted, EVERYBODY, stale=False)
    steps += sensible(wanted, SECOND, stale=False)
    assert done is not bool(steps) or state is ProposalState.INADMISSIBLE


def test_what_is_decided_waits_for_what_was_decided() -> None:
    stages = {each: stage_of(a_proposal(ProposalState.DECIDED, each)) for each in DecisionResult}

    assert {each for each, stage in stages.items() if stage is Stage.ADOPTED} == ADOPTING
    assert {each for each, stage in stages.items() if stage is Stage.PUT_OFF} == RETURNING


@pytest.mark.parametrize(("days", "expected"), [(-1, True), (0, True), (1, False)])
def test_what_was_put_off_comes_again_on_its_day(days: int, expected: bool) -> None:
    day = DAY + timedelta(days=days)
    wanted = a_proposal(ProposalState.DECIDED, DecisionResult.ADJOURNED, resubmit_on=day)

    assert comes_again(wanted, DAY) is expected
    assert not comes_again(a_proposal(ProposalState.DISCUSSION, resubmit_on=day), DAY)


@pytest.mark.parametrize("state", ProposalState)
def test_sensible_steps_are_steps_of_the_table_in_its_order(state: ProposalState) -> None:
    for held, stale, editorial in product((EVERYBODY, SECOND), (True, False), (True, False)):
        everything = possible(state, held)

        found = sensible(a_proposal(state, editorial=editorial), held, stale=stale)

        assert list(found) == [each for each in everything if each in found]
        if stale and editorial and state is not ProposalState.DECIDED:
            assert found == everything


def test_what_makes_no_sense_is_left_out() -> None:
    discussed, decided = ProposalState.DISCUSSION, ProposalState.DECIDED
    fresh = sensible(a_proposal(discussed), SECOND, stale=False)
    adopted = sensible(a_proposal(decided, DecisionResult.ACCEPTED), SECOND, stale=False)
    put_off = sensible(a_proposal(decided, DecisionResult.REFERRED), SECOND, stale=False)
    rejected = sensible(a_proposal(decided, DecisionResult.REJECTED), SECOND, stale=False)

    assert ProposalAction.CARRY_OVER not in fresh
    assert ProposalAction.SETTLE not in fresh
    assert adopted == (ProposalAction.INCORPORATE,)
    assert put_off == (ProposalAction.RESUME,)
    assert rejected == ()
