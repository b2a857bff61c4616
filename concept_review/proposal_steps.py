"""A proposal's way to a decided text: who may take which step in which state, as one table."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

REASON_LIMIT = 2_000


class ProposalState(StrEnum):
    """Where a proposal stands (review-peers.md 4.3)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    """With its author again, to be worked over."""
    INADMISSIBLE = "inadmissible"
    DISCUSSION = "discussion"
    COSIGN = "cosign"
    TABLED = "tabled"
    """Part of a paper that lies before a body."""
    DECIDED = "decided"
    INCORPORATED = "incorporated"
    """Its words are part of the text."""
    IN_FORCE = "in_force"
    """The text with its words is published."""
    WITHDRAWN = "withdrawn"


class ProposalAction(StrEnum):
    """What can be done with a proposal."""

    SUBMIT = "submit"
    REVISE = "revise"
    """Write another revision of it; what was signed is void."""
    CARRY_OVER = "carry_over"
    """Confirm what it looks like on the text as it has become."""
    ADMIT = "admit"
    RETURN = "return"
    EXCLUDE = "exclude"
    READMIT = "readmit"
    """After an objection."""
    RECOMMEND = "recommend"
    REQUEST_COSIGN = "request_cosign"
    COSIGN = "cosign"
    END_COSIGN = "end_cosign"
    TABLE = "table"
    UNTABLE = "untable"
    SETTLE = "settle"
    """Record, with two names, a change of form only."""
    DECIDE = "decide"
    RESUME = "resume"
    """Discuss again what was adjourned or referred."""
    INCORPORATE = "incorporate"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"


class ProposalCapacity(StrEnum):
    """In which function somebody acts on one proposal."""

    AUTHOR = "author"
    LEAD = "lead"
    """Belongs to the unit that leads the section or is its deputy; where no unit is named,
    everybody of the staff."""
    COORDINATION = "coordination"
    COSIGNER = "cosigner"
    """Belongs to a unit that is asked to sign and has not answered."""
    CLERK = "clerk"
    """Records what bodies decide (Gremiendienst)."""


@dataclass(frozen=True, slots=True)
class ProposalTransition:
    """Where an action leads, and in which functions one may take it.

    `second_person` says that it needs another person than the author.
    """

    to: ProposalState
    by: frozenset[ProposalCapacity]
    second_person: bool = False


_S, _A, _C = ProposalState, ProposalAction, ProposalCapacity
_T = ProposalTransition
_AUTHOR = frozenset({_C.AUTHOR})
_LEADING = frozenset({_C.LEAD, _C.COORDINATION})
_COORDINATION = frozenset({_C.COORDINATION})
_CLERK = frozenset({_C.CLERK})
_CALLING = _COORDINATION | _CLERK

TRANSITIONS: Mapping[tuple[ProposalState, ProposalAction], ProposalTransition] = {
    (_S.DRAFT, _A.REVISE): _T(_S.DRAFT, _AUTHOR),
    (_S.DRAFT, _A.SUBMIT): _T(_S.SUBMITTED, _AUTHOR),
    (_S.RETURNED, _A.REVISE): _T(_S.RETURNED, _AUTHOR),
    (_S.RETURNED, _A.SUBMIT): _T(_S.SUBMITTED, _AUTHOR),
    (_S.SUBMITTED, _A.RETURN): _T(_S.RETURNED, _LEADING),
    (_S.SUBMITTED, _A.EXCLUDE): _T(_S.INADMISSIBLE, _LEADING),
    (_S.SUBMITTED, _A.ADMIT): _T(_S.DISCUSSION, _LEADING),
    (_S.SUBMITTED, _A.CARRY_OVER): _T(_S.SUBMITTED, _LEADING | _AUTHOR),
    (_S.INADMISSIBLE, _A.READMIT): _T(_S.SUBMITTED, _COORDINATION),
    (_S.DISCUSSION, _A.REVISE): _T(_S.DISCUSSION, _AUTHOR),
    (_S.DISCUSSION, _A.CARRY_OVER): _T(_S.DISCUSSION, _LEADING | _AUTHOR),
    (_S.DISCUSSION, _A.RECOMMEND): _T(_S.DISCUSSION, _LEADING, second_person=True),
    (_S.DISCUSSION, _A.REQUEST_COSIGN): _T(_S.COSIGN, _LEADING),
    (_S.DISCUSSION, _A.TABLE): _T(_S.TABLED, _LEADING),
    (_S.DISCUSSION, _A.SETTLE): _T(_S.DECIDED, _LEADING, second_person=True),
    (_S.COSIGN, _A.COSIGN): _T(_S.COSIGN, frozenset({_C.COSIGNER})),
    (_S.COSIGN, _A.END_COSIGN): _T(_S.DISCUSSION, _LEADING),
    (_S.TABLED, _A.UNTABLE): _T(_S.DISCUSSION, _CALLING),
    (_S.TABLED, _A.CARRY_OVER): _T(_S.TABLED, _CLERK),
    (_S.TABLED, _A.DECIDE): _T(_S.DECIDED, _CLERK),
    (_S.DECIDED, _A.RESUME): _T(_S.DISCUSSION, _CALLING),
    (_S.DECIDED, _A.INCORPORATE): _T(_S.INCORPORATED, _LEADING),
    (_S.INCORPORATED, _A.PUBLISH): _T(_S.IN_FORCE, _CLERK),
    (_S.DRAFT, _A.WITHDRAW): _T(_S.WITHDRAWN, _AUTHOR),
    (_S.SUBMITTED, _A.WITHDRAW): _T(_S.WITHDRAWN, _AUTHOR | _COORDINATION),
    (_S.RETURNED, _A.WITHDRAW): _T(_S.WITHDRAWN, _AUTHOR | _COORDINATION),
    (_S.DISCUSSION, _A.WITHDRAW): _T(_S.WITHDRAWN, _AUTHOR | _COORDINATION),
    (_S.COSIGN, _A.WITHDRAW): _T(_S.WITHDRAWN, _AUTHOR | _COORDINATION),
}
"""Every step there is; what is not listed cannot be done (review-peers.md 4.3)."""

UNDECIDED = frozenset({_S.SUBMITTED, _S.RETURNED, _S.DISCUSSION, _S.COSIGN, _S.TABLED})
"""Proposals in these states are open: they count among the rivals of a passage."""


class ProposalInput(StrEnum):
    """What has to be said with an action."""

    REASON = "reason"
    RESULT = "result"
    """What the administration recommends."""
    ORGANIZATIONS = "organizations"
    DAY = "day"
    """A day that is still to come."""
    PUBLISHED = "published"
    """The day of publication, not in the future."""


REQUIRES: Mapping[ProposalAction, frozenset[ProposalInput]] = {
    _A.RETURN: frozenset({ProposalInput.REASON}),
    _A.EXCLUDE: frozenset({ProposalInput.REASON}),
    _A.READMIT: frozenset({ProposalInput.REASON}),
    _A.RECOMMEND: frozenset({ProposalInput.RESULT, ProposalInput.REASON}),
    _A.REQUEST_COSIGN: frozenset({ProposalInput.ORGANIZATIONS, ProposalInput.DAY}),
    _A.UNTABLE: frozenset({ProposalInput.REASON}),
    _A.PUBLISH: frozenset({ProposalInput.PUBLISHED}),
}
"""What an action asks for; those not listed ask for nothing."""


class NotPossible(ValueError):
    """The proposal does not stand where this action starts."""

    def __init__(self, state: ProposalState, action: ProposalAction) -> None:
        """Remember the state and what was wanted of it."""
        super().__init__(f"{action} from {state}")
        self.state = state
        self.action = action


class InvalidProposalStep(ValueError):
    """Something that the action asks for is missing or wrong; `errors` maps inputs to codes."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        """Keep what is wrong, input by input: required, too_long, in_past, in_future."""
        super().__init__(", ".join(f"{field}: {code}" for field, code in errors.items()))
        self.errors = errors


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalStep:
    """What somebody says with an action; each action uses what it asks for."""

    reason: str = ""
    result: str = ""
    organization_ids: tuple[str, ...] = ()
    day: date | None = None


def next_state(state: ProposalState, action: ProposalAction) -> ProposalState:
    """Return where the action leads; raise `NotPossible` where it does not start here."""
    try:
        return TRANSITIONS[state, action].to
    except KeyError:
        raise NotPossible(state, action) from None


def possible(
    state: ProposalState, capacities: Collection[ProposalCapacity]
) -> tuple[ProposalAction, ...]:
    """Return what one may do in a state, in order of the actions.

    Whoever is the author cannot take a step that needs a second person, whatever else they are.
    """
    held = frozenset(capacities)
    return tuple(
        action
        for action in ProposalAction
        if (found := TRANSITIONS.get((state, action)))
        and found.by & held
        and not (found.second_person and ProposalCapacity.AUTHOR in held)
    )


def check_step(action: ProposalAction, step: ProposalStep, *, today: date) -> None:
    """Raise `InvalidProposalStep` unless all that the action asks for is there."""
    wanted = REQUIRES.get(action, frozenset())
    errors: dict[str, str] = {}
    if ProposalInput.REASON in wanted and not step.reason.strip():
        errors["reason"] = "required"
    if len(step.reason) > REASON_LIMIT:
        errors["reason"] = "too_long"
    if ProposalInput.RESULT in wanted and not step.result:
        errors["result"] = "required"
    if ProposalInput.ORGANIZATIONS in wanted and not step.organization_ids:
        errors["organizations"] = "required"
    if ProposalInput.DAY in wanted and (step.day is None or step.day <= today):
        errors["day"] = "required" if step.day is None else "in_past"
    if ProposalInput.PUBLISHED in wanted and (step.day is None or step.day > today):
        errors["published"] = "required" if step.day is None else "in_future"
    if errors:
        raise InvalidProposalStep(errors)
