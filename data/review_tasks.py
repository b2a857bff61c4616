"""Reviews as tasks: given, begun, handed on, put off, signed by others, and called off."""

from collections.abc import Mapping
from datetime import date

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import NotPermitted, Permission, may, require
from concept_review.section import Section
from concept_review.task import (
    ENDED,
    TRANSITIONS,
    Capacity,
    NotNow,
    Step,
    TaskAction,
    TaskState,
    check_step,
    effective,
    possible,
)
from concept_review.task_records import Part, ReviewTask, TaskStep, capacities
from data.change import change
from data.clock import today
from data.concepts import section, sections
from data.cosignatures import ask_signatures, cosignatures, void_signatures
from data.identifier import new_id
from data.responsibilities import responsibilities
from data.rows import from_row, to_row
from data.store import Conflict, Store

PERMISSIONS: Mapping[TaskAction, Permission] = {
    TaskAction.HINT: Permission.TASK_HINT,
    TaskAction.ASSIGN: Permission.TASK_COORDINATE,
    TaskAction.CANCEL: Permission.TASK_COORDINATE,
}
"""What an action needs besides the right function; the others need `SECTION_REVIEW`."""

_VERBS: Mapping[TaskAction, Verb] = {
    TaskAction.HINT: Verb.HINTED,
    TaskAction.ASSIGN: Verb.ASSIGNED,
    TaskAction.HAND_ON: Verb.HANDED_ON,
    TaskAction.START: Verb.STARTED,
    TaskAction.REQUEST_COSIGN: Verb.ASKED,
    TaskAction.RETURN: Verb.RETURNED,
    TaskAction.DEFER: Verb.DEFERRED,
    TaskAction.RESUME: Verb.RESUMED,
    TaskAction.CANCEL: Verb.CANCELLED,
}


def active_tasks(store: Store) -> Mapping[str, ReviewTask]:
    """Return the task of each section whose review is not ended."""
    rows = store.query("select * from review_tasks where state not in ('concluded', 'cancelled')")
    return {row["section_id"]: from_row(ReviewTask, row) for row in rows}


def active_task(store: Store, section_id: str) -> ReviewTask | None:
    """Return the task of a section, or None where nobody has made one of its review."""
    for row in store.find("review_tasks", order="id desc", section_id=section_id):
        found = from_row(ReviewTask, row)
        if found.state not in ENDED:
            return found
    return None


def steps_of(store: Store, actor: Identity, section_id: str) -> list[TaskStep]:
    """Return all that was done with the reviews of a section, newest first."""
    require(actor, Permission.TASK_READ)
    rows = store.query(
        "select step.* from task_steps step join review_tasks task on task.id = step.task_id"
        " where task.section_id = :section order by step.id desc",
        {"section": section_id},
    )
    return [from_row(TaskStep, row) for row in rows]


def state_of(task: ReviewTask | None, day: date) -> TaskState:
    """Return where a review stands on a day."""
    return effective(task.state, task.resubmit_on, day) if task else TaskState.ABSENT


def capacities_of(
    store: Store, actor: Identity, present: Section, task: ReviewTask | None
) -> frozenset[Capacity]:
    """Return in which functions somebody may act on the review of a section."""
    everybody = responsibilities(store, sections(store, present.concept_id))
    return capacities(
        coordinates=may(actor, Permission.TASK_COORDINATE),
        reviews=may(actor, Permission.SECTION_REVIEW),
        organization_id=actor.organization_id,
        responsible=everybody.get(present.id, ()),
        task=task,
        asked=cosignatures(store, task.id) if task else (),
    )


def act(
    store: Store,
    actor: Identity,
    section_id: str,
    action: TaskAction,
    step: Step,
    *,
    expected: int,
    key: str | None = None,
) -> ReviewTask:
    """Take a step in the review of a section; verdicts and signatures have verbs of their own.

    `expected` is the revision of its task, 0 without one. Raises `NotNow` where the table has
    no such step, `NotPermitted` for whoever has not the function for it, `InvalidStep` with
    errors by input, and `Conflict` where somebody else took a step since.
    """
    if action not in _VERBS:
        raise NotNow(TaskState.ABSENT, action)
    permission = PERMISSIONS.get(action, Permission.SECTION_REVIEW)
    with change(store, actor, permission, _VERBS[action], ("section", section_id), key=key) as said:
        present, task = section(store, section_id), active_task(store, section_id)
        if (task.revision if task else 0) != expected or present.retired_on:
            raise Conflict({"id": section_id})
        check_allowed(store, actor, present, task, action)
        holder = task.organization_id if task else None
        check_step(action, step, today=today(), holder=holder)
        moved = _moved(store, actor, present, task, action, step)
        record_step(store, actor, moved.id, action, step)
        said["task"] = moved.id
    return moved


def check_allowed(
    store: Store, actor: Identity, present: Section, task: ReviewTask | None, action: TaskAction
) -> TaskState:
    """Return where an action leads; raise `NotNow` or `NotPermitted` where it may not be taken."""
    state = state_of(task, today())
    if (state, action) not in TRANSITIONS:
        raise NotNow(state, action)
    if action not in possible(state, capacities_of(store, actor, present, task)):
        raise NotPermitted(actor, PERMISSIONS.get(action, Permission.SECTION_REVIEW))
    return TRANSITIONS[state, action].to


def call_off(store: Store, actor: Identity, section_id: str) -> None:
    """End the task of a section that is no longer in force; part of a change."""
    task = active_task(store, section_id)
    if task is None:
        return
    void_signatures(store, task.id)
    state = {"state": TaskState.CANCELLED.value}
    store.update("review_tasks", task.id, state, expected=task.revision)
    record_step(store, actor, task.id, TaskAction.CANCEL, Step())


def record_step(
    store: Store, actor: Identity, task_id: str, action: TaskAction, step: Step
) -> None:
    """Add one line to the history of a task; part of a change."""
    for organization_id in step.organization_ids or (None,):
        store.insert(
            "task_steps",
            {
                "id": new_id(),
                "task_id": task_id,
                "action": action.value,
                "actor_id": actor.id,
                "organization_id": organization_id,
                "reason": step.reason.strip(),
                "day": step.day.isoformat() if step.day else None,
            },
        )


def _moved(
    store: Store,
    actor: Identity,
    present: Section,
    task: ReviewTask | None,
    action: TaskAction,
    step: Step,
) -> ReviewTask:
    state = TRANSITIONS[state_of(task, today()), action].to
    task = task or _new(store, present.id, step.reason.strip())
    changes: dict[str, object] = {"state": state.value}
    match action:
        case TaskAction.ASSIGN:
            day = step.day.isoformat() if step.day else None
            changes |= {"organization_id": _known(store, step), "due_on": day}
        case TaskAction.HAND_ON:
            changes |= {"organization_id": _known(store, step), "fingerprint": ""}
        case TaskAction.START:
            holder = task.organization_id or _beginner(store, actor, present)
            changes |= {"fingerprint": present.fingerprint, "organization_id": holder}
        case TaskAction.REQUEST_COSIGN:
            ask_signatures(store, task, present, step)
        case TaskAction.DEFER:
            changes["resubmit_on"] = step.day.isoformat() if step.day else None
        case TaskAction.RESUME:
            changes["resubmit_on"] = None
        case _:
            pass
    if action in (TaskAction.RETURN, TaskAction.DEFER, TaskAction.HAND_ON):
        void_signatures(store, task.id)
    store.update("review_tasks", task.id, changes, expected=task.revision)
    return from_row(ReviewTask, store.get("review_tasks", task.id))


def _beginner(store: Store, actor: Identity, present: Section) -> str | None:
    """Return the unit that has a review from its begin: lead or deputy, else the actor's."""
    everybody = responsibilities(store, sections(store, present.concept_id))
    leading = {
        each.organization_id: each.part
        for each in everybody.get(present.id, ())
        if each.part is not Part.TAKING_PART
    }
    own = actor.organization_id
    lead = next((unit for unit, part in leading.items() if part is Part.LEAD), own)
    return own if own in leading else lead


def _known(store: Store, step: Step) -> str:
    identifier: str = store.get("organizations", step.organization_ids[0])["id"]
    return identifier


def _new(store: Store, section_id: str, reason: str) -> ReviewTask:
    begun = ReviewTask(
        id=new_id(), section_id=section_id, state=TaskState.OPEN, reason=reason, revision=1
    )
    store.insert("review_tasks", to_row(begun))
    return begun
