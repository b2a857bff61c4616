"""Proposals and decisions in words: states, steps, kinds, results, bodies, and what is wrong."""

from collections.abc import Mapping
from typing import Final

from concept_review.decision import Competence, ConsultationRole, DecisionResult
from concept_review.proposal import Placement, ProposalKind
from concept_review.proposal_stage import Stage
from concept_review.proposal_steps import ProposalAction, ProposalInput, ProposalState
from data.proposal_flags import Flag
from views.words import mark

STATES: Final[Mapping[ProposalState, str]] = {
    ProposalState.DRAFT: mark("draft"),
    ProposalState.SUBMITTED: mark("submitted, not yet admitted"),
    ProposalState.RETURNED: mark("with the author again"),
    ProposalState.INADMISSIBLE: mark("not admitted"),
    ProposalState.DISCUSSION: mark("under discussion"),
    ProposalState.COSIGN: mark("out for cosignatures"),
    ProposalState.TABLED: mark("in a paper for the bodies"),
    ProposalState.DECIDED: mark("decided"),
    ProposalState.INCORPORATED: mark("worked into the text"),
    ProposalState.IN_FORCE: mark("in force"),
    ProposalState.WITHDRAWN: mark("withdrawn"),
}

ACTIONS: Final[Mapping[ProposalAction, str]] = {
    ProposalAction.SUBMIT: mark("Submit"),
    ProposalAction.REVISE: mark("Work over"),
    ProposalAction.CARRY_OVER: mark("Carry over to the present text"),
    ProposalAction.ADMIT: mark("Admit for discussion"),
    ProposalAction.RETURN: mark("Give back to be worked over"),
    ProposalAction.EXCLUDE: mark("Do not admit"),
    ProposalAction.READMIT: mark("Take in again after an objection"),
    ProposalAction.RECOMMEND: mark("Recommend a decision"),
    ProposalAction.REQUEST_COSIGN: mark("Ask units to sign the proposal"),
    ProposalAction.COSIGN: mark("Sign"),
    ProposalAction.END_COSIGN: mark("End the round of signing"),
    ProposalAction.TABLE: mark("Put into a paper"),
    ProposalAction.UNTABLE: mark("Take out of the paper"),
    ProposalAction.SETTLE: mark("Confirm as an editorial change"),
    ProposalAction.DECIDE: mark("Record the decision"),
    ProposalAction.RESUME: mark("Discuss again"),
    ProposalAction.INCORPORATE: mark("Work into the text"),
    ProposalAction.PUBLISH: mark("Publish"),
    ProposalAction.WITHDRAW: mark("Withdraw"),
}
"""What a button says."""

DONE: Final[Mapping[ProposalAction, str]] = {
    ProposalAction.SUBMIT: mark("submitted"),
    ProposalAction.REVISE: mark("worked over"),
    ProposalAction.CARRY_OVER: mark("carried over to the text as it had become"),
    ProposalAction.ADMIT: mark("admitted for discussion"),
    ProposalAction.RETURN: mark("given back to be worked over"),
    ProposalAction.EXCLUDE: mark("not admitted"),
    ProposalAction.READMIT: mark("taken in again after an objection"),
    ProposalAction.RECOMMEND: mark("decision recommended"),
    ProposalAction.REQUEST_COSIGN: mark("asked to sign"),
    ProposalAction.COSIGN: mark("answered"),
    ProposalAction.END_COSIGN: mark("round of signing ended"),
    ProposalAction.TABLE: mark("put into a paper"),
    ProposalAction.UNTABLE: mark("taken out of the paper"),
    ProposalAction.SETTLE: mark("confirmed as an editorial change"),
    ProposalAction.DECIDE: mark("decision recorded"),
    ProposalAction.RESUME: mark("taken up again for discussion"),
    ProposalAction.INCORPORATE: mark("worked into the text"),
    ProposalAction.PUBLISH: mark("published"),
    ProposalAction.WITHDRAW: mark("withdrawn"),
}
"""What the history says."""

KINDS: Final[Mapping[ProposalKind, str]] = {
    ProposalKind.SUPPLEMENT: mark("Supplement"),
    ProposalKind.REPLACE: mark("Replace"),
    ProposalKind.DELETE: mark("Strike out"),
    ProposalKind.INSERT: mark("Insert a new section"),
    ProposalKind.MOVE: mark("Move"),
}

PLACEMENTS: Final[Mapping[Placement, str]] = {
    Placement.AFTER: mark("behind “{section}”"),
    Placement.BELOW: mark("at the beginning of “{section}”"),
}

RESULTS: Final[Mapping[DecisionResult, str]] = {
    DecisionResult.ACCEPTED: mark("adopted unchanged"),
    DecisionResult.ACCEPTED_MODIFIED: mark("adopted with changes"),
    DecisionResult.REJECTED: mark("rejected"),
    DecisionResult.REFERRED: mark("referred to another body"),
    DecisionResult.ADJOURNED: mark("adjourned"),
    DecisionResult.NOTED: mark("noted"),
    DecisionResult.SUPERSEDED: mark("done with by another proposal"),
}
"""What was decided."""

RECOMMENDATIONS: Final[Mapping[DecisionResult, str]] = {
    DecisionResult.ACCEPTED: mark("to adopt it unchanged"),
    DecisionResult.ACCEPTED_MODIFIED: mark("to adopt it with changes"),
    DecisionResult.REJECTED: mark("to reject it"),
    DecisionResult.REFERRED: mark("to refer it to another body"),
    DecisionResult.ADJOURNED: mark("to adjourn it"),
    DecisionResult.NOTED: mark("to note it"),
    DecisionResult.SUPERSEDED: mark("to declare it done with by another proposal"),
}
"""What the administration recommends to decide."""

COMPETENCES: Final[Mapping[Competence, str]] = {
    Competence.COUNCIL: mark("City council"),
    Competence.COMMITTEE: mark("Committee"),
    Competence.ADMINISTRATION: mark("Administration (editorial changes only)"),
}

ROLES: Final[Mapping[ConsultationRole, str]] = {
    ConsultationRole.HEARING: mark("Hearing"),
    ConsultationRole.PRELIMINARY: mark("Preliminary debate"),
    ConsultationRole.DECISION: mark("Decision"),
    ConsultationRole.NOTICE: mark("For notice"),
}

INPUTS: Final[Mapping[ProposalInput, str]] = {
    ProposalInput.REASON: mark("Why? (required)"),
    ProposalInput.RESULT: mark("Recommended decision (required)"),
    ProposalInput.ORGANIZATIONS: mark("Units (required)"),
    ProposalInput.DAY: mark("By when? (required)"),
    ProposalInput.PUBLISHED: mark("Day of publication (required)"),
}

STEP_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_long": mark("This is too long; please shorten it."),
    "in_past": mark("Please choose a day that is still to come."),
    "in_future": mark("The date lies in the future."),
}

PROPOSAL_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_long": mark("This is too long; please shorten it."),
    "empty": mark("The wording is empty. Please write what the section should say."),
    "no_change": mark("The wording is the same as before; there is nothing to propose yet."),
    "impossible": mark("A section cannot come to stand there."),
}

DECISION_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_long": mark("This is too long; please shorten it."),
    "in_future": mark("The date lies in the future."),
    "impossible": mark("These numbers cannot be right."),
    "unknown": mark("This proposal does not exist."),
    "two_names": mark(
        "You proposed this yourself. An editorial change needs a second person to record it."
    ),
    "not_editorial": mark(
        "The administration decides on editorial changes only; this one changes the sense."
    ),
    "not_competent": mark("This body may not decide on this section."),
    "not_modified": mark(
        "A wording of its own is decided only where a proposal is adopted with changes."
    ),
    "base_changed": mark(
        "The text has changed since. Somebody has to confirm the proposal on the present text."
    ),
    "alternative_adopted": mark("Another alternative has been adopted; only one of them can be."),
}

STAGES: Final[Mapping[Stage, str]] = {
    Stage.DRAFT: mark("My drafts"),
    Stage.SUBMITTED: mark("Submitted"),
    Stage.RETURNED: mark("With the author again"),
    Stage.DISCUSSION: mark("Under discussion"),
    Stage.COSIGN: mark("Out for cosignatures"),
    Stage.TABLED: mark("In a paper for the bodies"),
    Stage.PUT_OFF: mark("Adjourned or referred"),
    Stage.ADOPTED: mark("Adopted, still to be worked in"),
    Stage.INCORPORATED: mark("Worked in, not yet published"),
    Stage.DONE: mark("Done with"),
}
"""What lists call those that wait for the same."""

FLAGS: Final[Mapping[Flag, str]] = {
    Flag.BASE_CHANGED: mark("Text changed since"),
    Flag.BASE_GONE: mark("Section no longer in force"),
    Flag.CONFLICT: mark("Contradicts another proposal"),
    Flag.COMES_AGAIN: mark("Comes again: the day has come"),
}
