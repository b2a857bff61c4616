"""What a section should say instead, and what became of the wish."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from concept_review.block import Block
from concept_review.fingerprint import fingerprint

HEADLINE_LIMIT = 200
RATIONALE_LIMIT = 5_000
TITLE_LIMIT = 500
BODY_LIMIT = 200
REFERENCE_LIMIT = 200
NOTE_LIMIT = 5_000


class ProposalState(StrEnum):
    """Where a proposal stands."""

    SUBMITTED = "submitted"
    WITHDRAWN = "withdrawn"
    DECIDED = "decided"
    INCORPORATED = "incorporated"


class ProposalAction(StrEnum):
    """What can be done with a proposal."""

    WITHDRAW = "withdraw"
    ACCEPT = "accept"
    REJECT = "reject"


TRANSITIONS: Mapping[tuple[ProposalState, ProposalAction], ProposalState] = {
    (ProposalState.SUBMITTED, ProposalAction.WITHDRAW): ProposalState.WITHDRAWN,
    # Decision and new text are written together, so nothing is ever accepted and not worked in.
    (ProposalState.SUBMITTED, ProposalAction.ACCEPT): ProposalState.INCORPORATED,
    (ProposalState.SUBMITTED, ProposalAction.REJECT): ProposalState.DECIDED,
}
"""Every step there is; what is not listed cannot be done."""


class NotPossible(ValueError):
    """The proposal does not stand where this action starts."""

    def __init__(self, state: ProposalState, action: ProposalAction) -> None:
        """Remember the state and what was wanted of it."""
        super().__init__(f"{action} from {state}")
        self.state = state
        self.action = action


class DecisionResult(StrEnum):
    """What was decided on a proposal."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Competence(StrEnum):
    """Who had the right to decide."""

    COUNCIL = "council"
    COMMITTEE = "committee"
    ADMINISTRATION = "administration"
    """Editorial changes only, with two names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A new title and wording for one section, based on one version of it."""

    id: str
    section_id: str
    headline: str
    rationale: str
    state: ProposalState
    author_id: str
    created_at: datetime
    base_fingerprint: str
    base_version_id: str
    title: str
    blocks: tuple[Block, ...]
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided what on a proposal and when; without it no text becomes binding."""

    id: str
    proposal_id: str
    result: DecisionResult
    competence: Competence
    body: str
    decided_on: date
    reference: str
    note: str
    recorded_by: str


class _Invalid(ValueError):
    """Something typed cannot be taken; `errors` maps each field to a code."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        """Remember what is wrong, field by field."""
        super().__init__(", ".join(f"{field}: {code}" for field, code in errors.items()))
        self.errors = errors


class InvalidProposal(_Invalid):
    """The proposal cannot be submitted; fields headline, rationale, title, wording."""


class InvalidDecision(_Invalid):
    """The decision cannot be recorded; fields body, reference, note, decided_on, recorded_by."""


def next_state(state: ProposalState, action: ProposalAction) -> ProposalState:
    """Return where the action leads; raise `NotPossible` where it does not start here."""
    try:
        return TRANSITIONS[state, action]
    except KeyError:
        raise NotPossible(state, action) from None


def possible(state: ProposalState) -> tuple[ProposalAction, ...]:
    """Return the actions that start in this state, in order."""
    return tuple(action for action in ProposalAction if (state, action) in TRANSITIONS)


def check_proposal(
    headline: str,
    rationale: str,
    old_title: str,
    old_blocks: Sequence[Block],
    new_title: str,
    new_blocks: Sequence[Block],
) -> None:
    """Raise `InvalidProposal` unless reasons are given and the section would say something else.

    A wording without any word is refused; dropping a section is a proposal of its own kind.
    """
    # A title that stays was accepted with the concept, however long it is.
    limit = max(TITLE_LIMIT, len(old_title))
    errors = {
        "headline": _text_error(headline, HEADLINE_LIMIT),
        "rationale": _text_error(rationale, RATIONALE_LIMIT),
        "title": _text_error(new_title, limit),
    }
    # The first form counts every sign, so that emphasis or a link can be proposed too.
    if fingerprint(old_title, old_blocks, "v1") == fingerprint(new_title, new_blocks, "v1"):
        errors["wording"] = "no_change"
    elif old_blocks and not new_blocks:
        errors["wording"] = "empty"
    _raise_any(InvalidProposal, errors)


def check_decision(decision: Decision, author_id: str, today: date) -> None:
    """Raise `InvalidDecision` unless the decision can stand as the ground of a binding text.

    A council or committee is named with its reference. An editorial record of the administration
    needs two names: it is not recorded by the author of the proposal.
    """
    of_body = decision.competence is not Competence.ADMINISTRATION
    errors = {
        "body": _text_error(decision.body, BODY_LIMIT, required=of_body),
        "reference": _text_error(decision.reference, REFERENCE_LIMIT, required=of_body),
        "note": _text_error(decision.note, NOTE_LIMIT, required=False),
    }
    if decision.decided_on > today:
        errors["decided_on"] = "in_future"
    if not decision.recorded_by:
        errors["recorded_by"] = "required"
    elif not of_body and decision.recorded_by == author_id:
        errors["recorded_by"] = "two_names"
    _raise_any(InvalidDecision, errors)


def _text_error(text: str, limit: int, *, required: bool = True) -> str:
    if required and not text.strip():
        return "required"
    return "too_long" if len(text) > limit else ""


def _raise_any(kind: type[_Invalid], errors: Mapping[str, str]) -> None:
    found = {field: code for field, code in errors.items() if code}
    if found:
        raise kind(found)
