"""A review as a task: who may do what with it in which state, as one table."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

REASON_LIMIT = 2_000


class TaskState(StrEnum):
    """Where the review of a section stands."""

    ABSENT = "absent"
    """Nobody has made a task of it."""
    OPEN = "open"
    """Wanted, but given to nobody."""
    ASSIGNED = "assigned"
    IN_REVIEW = "in_review"
    COSIGN = "cosign"
    """Other units are asked to sign too."""
    DEFERRED = "deferred"
    """Put off until a day (Wiedervorlage)."""
    CONCLUDED = "concluded"
    CANCELLED = "cancelled"


class TaskAction(StrEnum):
    """What can be done with the review of a section."""

    HINT = "hint"
    """Say that the section should be looked at."""
    ASSIGN = "assign"
    HAND_ON = "hand_on"
    """Give it to another unit, with a reason (Abgabe)."""
    START = "start"
    REQUEST_COSIGN = "request_cosign"
    COSIGN = "cosign"
    """Answer for a unit that was asked to sign."""
    RETURN = "return"
    """Take the request for signatures back; those given are void."""
    CONCLUDE = "conclude"
    """Give the verdict."""
    DEFER = "defer"
    RESUME = "resume"
    """Take up before its day what was put off."""
    CANCEL = "cancel"


class Capacity(StrEnum):
    """In which function somebody acts on one section's review."""

    COORDINATION = "coordination"
    LEAD = "lead"
    """Belongs to the unit that has the task, or else leads the section, or is its deputy; where
    no unit is named, everybody of the staff."""
    COSIGNER = "cosigner"
    """Belongs to a unit that is asked to sign and has not answered."""
    STAFF = "staff"
    """Belongs to the administration."""
    PROVIDER = "provider"
    """Speaks for an organisation outside the administration."""


class Input(StrEnum):
    """What has to be said with an action."""

    ORGANIZATION = "organization"
    ORGANIZATIONS = "organizations"
    """One or several."""
    DAY = "day"
    """A day that is still to come."""
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Transition:
    """Where an action leads, and in which functions one may take it."""

    to: TaskState
    by: frozenset[Capacity]


_S, _A, _C = TaskState, TaskAction, Capacity
_LEADING = frozenset({_C.LEAD, _C.COORDINATION})
_OFFICE = _LEADING | {_C.STAFF}
_ANYBODY = _OFFICE | {_C.PROVIDER}
_COORDINATION = frozenset({_C.COORDINATION})

TRANSITIONS: Mapping[tuple[TaskState, TaskAction], Transition] = {
    (_S.ABSENT, _A.HINT): Transition(_S.OPEN, _ANYBODY),
    (_S.ABSENT, _A.ASSIGN): Transition(_S.ASSIGNED, _COORDINATION),
    (_S.ABSENT, _A.START): Transition(_S.IN_REVIEW, _LEADING),
    (_S.ABSENT, _A.CONCLUDE): Transition(_S.CONCLUDED, _OFFICE),
    (_S.ABSENT, _A.DEFER): Transition(_S.DEFERRED, _LEADING),
    (_S.OPEN, _A.ASSIGN): Transition(_S.ASSIGNED, _COORDINATION),
    (_S.OPEN, _A.START): Transition(_S.IN_REVIEW, _LEADING),
    (_S.OPEN, _A.CONCLUDE): Transition(_S.CONCLUDED, _OFFICE),
    (_S.OPEN, _A.DEFER): Transition(_S.DEFERRED, _LEADING),
    (_S.OPEN, _A.CANCEL): Transition(_S.CANCELLED, _COORDINATION),
    (_S.ASSIGNED, _A.HAND_ON): Transition(_S.ASSIGNED, _LEADING),
    (_S.ASSIGNED, _A.START): Transition(_S.IN_REVIEW, _LEADING),
    (_S.ASSIGNED, _A.CONCLUDE): Transition(_S.CONCLUDED, _LEADING),
    (_S.ASSIGNED, _A.DEFER): Transition(_S.DEFERRED, _LEADING),
    (_S.ASSIGNED, _A.CANCEL): Transition(_S.CANCELLED, _COORDINATION),
    (_S.IN_REVIEW, _A.REQUEST_COSIGN): Transition(_S.COSIGN, _LEADING),
    (_S.IN_REVIEW, _A.CONCLUDE): Transition(_S.CONCLUDED, _LEADING),
    (_S.IN_REVIEW, _A.HAND_ON): Transition(_S.ASSIGNED, _LEADING),
    (_S.IN_REVIEW, _A.DEFER): Transition(_S.DEFERRED, _LEADING),
    (_S.IN_REVIEW, _A.CANCEL): Transition(_S.CANCELLED, _COORDINATION),
    (_S.COSIGN, _A.COSIGN): Transition(_S.COSIGN, frozenset({_C.COSIGNER})),
    (_S.COSIGN, _A.RETURN): Transition(_S.IN_REVIEW, _LEADING),
    (_S.COSIGN, _A.CONCLUDE): Transition(_S.CONCLUDED, _LEADING),
    (_S.COSIGN, _A.DEFER): Transition(_S.DEFERRED, _LEADING),
    (_S.COSIGN, _A.CANCEL): Transition(_S.CANCELLED, _COORDINATION),
    (_S.OPEN, _A.HINT): Transition(_S.OPEN, _ANYBODY),
    (_S.ASSIGNED, _A.HINT): Transition(_S.ASSIGNED, _ANYBODY),
    (_S.IN_REVIEW, _A.HINT): Transition(_S.IN_REVIEW, _ANYBODY),
    (_S.COSIGN, _A.HINT): Transition(_S.COSIGN, _ANYBODY),
    (_S.DEFERRED, _A.HINT): Transition(_S.DEFERRED, _ANYBODY),
    (_S.DEFERRED, _A.RESUME): Transition(_S.ASSIGNED, _LEADING),
    (_S.DEFERRED, _A.CANCEL): Transition(_S.CANCELLED, _COORDINATION),
}
"""Every step there is; what is not listed cannot be done (review-peers.md 4.2)."""

REQUIRES: Mapping[TaskAction, frozenset[Input]] = {
    _A.HINT: frozenset({Input.REASON}),
    _A.ASSIGN: frozenset({Input.ORGANIZATION, Input.DAY}),
    _A.HAND_ON: frozenset({Input.ORGANIZATION, Input.REASON}),
    _A.REQUEST_COSIGN: frozenset({Input.ORGANIZATIONS, Input.DAY}),
    _A.RETURN: frozenset({Input.REASON}),
    _A.DEFER: frozenset({Input.DAY, Input.REASON}),
    _A.CANCEL: frozenset({Input.REASON}),
}
"""What an action asks for; those not listed ask for nothing."""

ENDED = frozenset({TaskState.CONCLUDED, TaskState.CANCELLED})
UNDER_REVIEW = frozenset({TaskState.IN_REVIEW, TaskState.COSIGN})


class NotNow(ValueError):
    """The task does not stand where this action starts."""

    def __init__(self, state: TaskState, action: TaskAction) -> None:
        """Remember the state and what was wanted of it."""
        super().__init__(f"{action} from {state}")
        self.state = state
        self.action = action


class InvalidStep(ValueError):
    """Something that the action asks for is missing or wrong; `errors` maps inputs to codes."""

    def __init__(self, errors: Mapping[Input, str]) -> None:
        """Keep what is wrong, input by input: required, too_long, in_past, same."""
        super().__init__(", ".join(f"{field}: {code}" for field, code in errors.items()))
        self.errors = errors


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What somebody says with an action; each action uses what it asks for."""

    organization_ids: tuple[str, ...] = ()
    day: date | None = None
    reason: str = ""


def possible(state: TaskState, capacities: Collection[Capacity]) -> tuple[TaskAction, ...]:
    """Return what one may do in a state, in order of the actions."""
    held = frozenset(capacities)
    return tuple(
        action
        for action in TaskAction
        if (found := TRANSITIONS.get((state, action))) and found.by & held
    )


def check_step(action: TaskAction, step: Step, *, today: date, holder: str | None = None) -> None:
    """Raise `InvalidStep` unless all that the action asks for is there.

    `holder` is the organisation that has the task: it cannot be handed on to itself.
    """
    wanted = REQUIRES.get(action, frozenset())
    errors: dict[Input, str] = {}
    if Input.REASON in wanted and not step.reason.strip():
        errors[Input.REASON] = "required"
    if len(step.reason) > REASON_LIMIT:
        errors[Input.REASON] = "too_long"
    if Input.DAY in wanted and (step.day is None or step.day <= today):
        errors[Input.DAY] = "required" if step.day is None else "in_past"
    for field in wanted & {Input.ORGANIZATION, Input.ORGANIZATIONS}:
        if not step.organization_ids:
            errors[field] = "required"
        elif action is TaskAction.HAND_ON and step.organization_ids[0] == holder:
            errors[field] = "same"
    if errors:
        raise InvalidStep(errors)


def effective(state: TaskState, resubmit_on: date | None, today: date) -> TaskState:
    """Return the state of a day: what was put off is assigned again when its day has come."""
    returned = state is TaskState.DEFERRED and resubmit_on is not None and resubmit_on <= today
    return TaskState.ASSIGNED if returned else state
