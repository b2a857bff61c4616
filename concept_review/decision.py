"""What was decided on a proposal, by whom, and whether they may; the ground of binding text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

BODY_LIMIT = 200
REFERENCE_LIMIT = 200
NOTE_LIMIT = 5_000
VOTES_LIMIT = 10_000


class DecisionResult(StrEnum):
    """What a body decided, or what the administration recommends to it."""

    ACCEPTED = "accepted"
    """Ungeändert beschlossen."""
    ACCEPTED_MODIFIED = "accepted_modified"
    """Geändert beschlossen: the wording decided is a revision of its own."""
    REJECTED = "rejected"
    REFERRED = "referred"
    """Verwiesen: another body deals with it first."""
    ADJOURNED = "adjourned"
    """Vertagt, zurückgestellt: it comes again on a day."""
    NOTED = "noted"
    """Zur Kenntnis genommen."""
    SUPERSEDED = "superseded"
    """Erledigt durch another proposal, which is named."""


ADOPTING = frozenset({DecisionResult.ACCEPTED, DecisionResult.ACCEPTED_MODIFIED})
"""After these the text changes."""
RETURNING = frozenset({DecisionResult.REFERRED, DecisionResult.ADJOURNED})
"""After these the proposal is discussed again."""


class Competence(StrEnum):
    """Who has the right to decide."""

    COUNCIL = "council"
    COMMITTEE = "committee"
    ADMINISTRATION = "administration"
    """Editorial changes only, with two names."""


class ConsultationRole(StrEnum):
    """Why a body deals with a paper (OParl 1.1, Consultation.role)."""

    HEARING = "hearing"
    PRELIMINARY = "preliminary"
    """Vorberatung."""
    DECISION = "decision"
    NOTICE = "notice"
    """Kenntnisnahme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided what on a proposal and when; without it no text becomes binding.

    Votes are None where nobody counted. `superseded_by` is the proposal by which it is done
    with; `resubmit_on` the day on which what was adjourned or referred comes again.
    `revision_number` is the revision of the proposal that was decided.
    """

    id: str
    proposal_id: str
    result: DecisionResult
    competence: Competence
    body: str
    decided_on: date
    reference: str
    note: str
    recorded_by: str
    paper_id: str | None = None
    agenda_item: str = ""
    votes_yes: int | None = None
    votes_no: int | None = None
    votes_abstained: int | None = None
    superseded_by: str | None = None
    resubmit_on: date | None = None
    revision_number: int = 1


class InvalidDecision(ValueError):
    """The decision cannot be recorded; `errors` maps each field to a code."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        """Remember what is wrong, by the name of the field, or `wording`, `votes`, `result`."""
        super().__init__(", ".join(f"{field}: {code}" for field, code in errors.items()))
        self.errors = errors


def may_decide(competence: Competence, of_section: Competence, *, editorial: bool) -> bool:
    """Say whether a body may decide on a section's text.

    The council may always. A committee may where the section is given to it or to the
    administration. The administration may change the form only, never the sense.
    """
    if competence is Competence.ADMINISTRATION:
        return editorial
    return competence is Competence.COUNCIL or of_section is not Competence.COUNCIL


def check_decision(
    decision: Decision,
    author_id: str,
    today: date,
    *,
    of_section: Competence = Competence.COUNCIL,
    editorial: bool = True,
) -> None:
    """Raise `InvalidDecision` unless the decision can stand as the ground of a binding text.

    A council or committee is named with its reference. An editorial record of the administration
    needs two names: it is not recorded by the author of the proposal.
    """
    of_body = decision.competence is not Competence.ADMINISTRATION
    errors = {
        "body": _text_error(decision.body, BODY_LIMIT, required=of_body),
        "reference": _text_error(decision.reference, REFERENCE_LIMIT, required=of_body),
        "agenda_item": _text_error(decision.agenda_item, REFERENCE_LIMIT, required=False),
        "note": _text_error(decision.note, NOTE_LIMIT, required=False),
        "votes": _votes_error(decision),
        "decided_on": "in_future" if decision.decided_on > today else "",
        "recorded_by": _recorder_error(decision, author_id, of_body=of_body),
    }
    if not may_decide(decision.competence, of_section, editorial=editorial):
        errors["competence"] = "not_editorial" if not of_body else "not_competent"
    if decision.result is DecisionResult.SUPERSEDED and not decision.superseded_by:
        errors["superseded_by"] = "required"
    if decision.result in RETURNING and not decision.resubmit_on:
        errors["resubmit_on"] = "required"
    found = {field: code for field, code in errors.items() if code}
    if found:
        raise InvalidDecision(found)


def _votes_error(decision: Decision) -> str:
    votes = (decision.votes_yes, decision.votes_no, decision.votes_abstained)
    counted = [each for each in votes if each is not None]
    return "impossible" if any(not 0 <= each <= VOTES_LIMIT for each in counted) else ""


def _recorder_error(decision: Decision, author_id: str, *, of_body: bool) -> str:
    if not decision.recorded_by:
        return "required"
    return "" if of_body or decision.recorded_by != author_id else "two_names"


def _text_error(text: str, limit: int, *, required: bool) -> str:
    if required and not text.strip():
        return "required"
    return "too_long" if len(text) > limit else ""
