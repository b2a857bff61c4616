"""Tasks and parts in words."""

from collections.abc import Mapping
from typing import Final

from concept_review.task import Input, TaskAction, TaskState
from concept_review.task_records import Answer, Part
from views.words import mark

STATES: Final[Mapping[TaskState, str]] = {
    TaskState.ABSENT: mark("no task yet"),
    TaskState.OPEN: mark("open, given to nobody yet"),
    TaskState.ASSIGNED: mark("assigned"),
    TaskState.IN_REVIEW: mark("under review"),
    TaskState.COSIGN: mark("waiting for cosignatures"),
    TaskState.DEFERRED: mark("put off"),
    TaskState.CONCLUDED: mark("concluded"),
    TaskState.CANCELLED: mark("called off"),
}

ACTIONS: Final[Mapping[TaskAction, str]] = {
    TaskAction.HINT: mark("Give a hint"),
    TaskAction.ASSIGN: mark("Assign the review"),
    TaskAction.HAND_ON: mark("Hand on"),
    TaskAction.START: mark("Begin the review"),
    TaskAction.REQUEST_COSIGN: mark("Ask others to sign"),
    TaskAction.COSIGN: mark("Sign"),
    TaskAction.RETURN: mark("Take back the request to sign"),
    TaskAction.CONCLUDE: mark("Conclude"),
    TaskAction.DEFER: mark("Put off"),
    TaskAction.RESUME: mark("Take up again"),
    TaskAction.CANCEL: mark("Call off"),
}

DONE: Final[Mapping[TaskAction, str]] = {
    TaskAction.HINT: mark("hint given"),
    TaskAction.ASSIGN: mark("assigned"),
    TaskAction.HAND_ON: mark("handed on"),
    TaskAction.START: mark("review begun"),
    TaskAction.REQUEST_COSIGN: mark("asked to sign"),
    TaskAction.COSIGN: mark("answered"),
    TaskAction.RETURN: mark("request to sign taken back"),
    TaskAction.CONCLUDE: mark("concluded"),
    TaskAction.DEFER: mark("put off"),
    TaskAction.RESUME: mark("taken up again"),
    TaskAction.CANCEL: mark("called off"),
}

INPUTS: Final[Mapping[Input, str]] = {
    Input.ORGANIZATION: mark("Unit (required)"),
    Input.ORGANIZATIONS: mark("Units (required)"),
    Input.DAY: mark("By when? (required)"),
    Input.REASON: mark("Why? (required)"),
}

STEP_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_long": mark("This is too long; please shorten it."),
    "in_past": mark("Please choose a day that is still to come."),
    "same": mark("This unit has the review already; please choose another one."),
}

PARTS: Final[Mapping[Part, str]] = {
    Part.LEAD: mark("Lead"),
    Part.DEPUTY: mark("Deputy"),
    Part.TAKING_PART: mark("Taking part"),
}

ANSWERS: Final[Mapping[Answer, str]] = {
    Answer.SIGNED: mark("signed"),
    Answer.WITH_RESERVATION: mark("signed with reservation"),
    Answer.REFUSED: mark("refused"),
    Answer.NOTED: mark("taken note of"),
}
