"""What a proposal waits for, and which steps make sense for it now."""

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from concept_review.decision import ADOPTING, RETURNING
from concept_review.proposal import Proposal
from concept_review.proposal_steps import (
    ProposalAction,
    ProposalCapacity,
    ProposalState,
    possible,
)


class Stage(StrEnum):
    """What a proposal waits for, in the order in which lists show it."""

    DRAFT = "draft"
    """Its author, to submit it."""
    SUBMITTED = "submitted"
    """Somebody who admits it."""
    RETURNED = "returned"
    """Its author, to work it over."""
    DISCUSSION = "discussion"
    COSIGN = "cosign"
    TABLED = "tabled"
    """The decision of a body."""
    PUT_OFF = "put_off"
    """Adjourned or referred: the day on which it comes again."""
    ADOPTED = "adopted"
    """Being worked into the text."""
    INCORPORATED = "incorporated"
    """The publication of the text."""
    DONE = "done"
    """Nothing any more."""


_STAGES: Final[Mapping[ProposalState, Stage]] = {
    ProposalState.DRAFT: Stage.DRAFT,
    ProposalState.SUBMITTED: Stage.SUBMITTED,
    ProposalState.RETURNED: Stage.RETURNED,
    ProposalState.DISCUSSION: Stage.DISCUSSION,
    ProposalState.COSIGN: Stage.COSIGN,
    ProposalState.TABLED: Stage.TABLED,
    ProposalState.INCORPORATED: Stage.INCORPORATED,
}


def stage_of(wanted: Proposal) -> Stage:
    """Return what a proposal waits for."""
    if wanted.state is ProposalState.DECIDED:
        if wanted.result in ADOPTING:
            return Stage.ADOPTED
        return Stage.PUT_OFF if wanted.result in RETURNING else Stage.DONE
    return _STAGES.get(wanted.state, Stage.DONE)


def comes_again(wanted: Proposal, today: date) -> bool:
    """Say whether the day has come on which what was adjourned or referred is resumed."""
    day = wanted.resubmit_on
    return stage_of(wanted) is Stage.PUT_OFF and day is not None and day <= today


def sensible(
    wanted: Proposal, capacities: Collection[ProposalCapacity], *, stale: bool
) -> tuple[ProposalAction, ...]:
    """Return the steps of the table that make sense for a proposal as it stands.

    Carried over is what the text has changed under (`stale`), settled a change of form alone,
    resumed what was adjourned or referred, and worked in what was adopted.
    """
    unfit = {
        ProposalAction.CARRY_OVER: not stale,
        ProposalAction.SETTLE: not wanted.editorial,
        ProposalAction.RESUME: wanted.result not in RETURNING,
        ProposalAction.INCORPORATE: wanted.result not in ADOPTING,
    }
    return tuple(each for each in possible(wanted.state, capacities) if not unfit.get(each))
