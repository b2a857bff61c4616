"""Answers of units that were asked to sign a review."""

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import NotPermitted, Permission
from concept_review.task import Input, InvalidStep, Step, TaskAction, TaskState
from concept_review.task_records import Answer, Cosignature, ReviewTask
from data.change import change
from data.clock import today
from data.concepts import section
from data.cosignatures import void_signatures
from data.review_tasks import check_allowed, record_step
from data.rows import from_row
from data.store import Conflict, Store

_WITH_REASON = (Answer.WITH_RESERVATION, Answer.REFUSED)


def cosign(
    store: Store,
    actor: Identity,
    cosignature_id: str,
    answer: Answer,
    reservation: str,
    *,
    fingerprint: str,
    key: str | None = None,
) -> Cosignature:
    """Answer for one's unit, to the wording that was read.

    A refusal gives the review back to its lead, and what others signed is void. Raises
    `InvalidStep` where a reservation or refusal has no reason, `NotPermitted` for other units,
    `NotNow` where nobody is asked any more, and `Conflict` where the text has changed since.
    """
    if answer in _WITH_REASON and not reservation.strip():
        raise InvalidStep({Input.REASON: "required"})
    asked = from_row(Cosignature, store.get("cosignatures", cosignature_id))
    task = from_row(ReviewTask, store.get("review_tasks", asked.task_id))
    with change(
        store, actor, Permission.SECTION_REVIEW, Verb.COSIGNED, ("section", task.section_id),
        key=key,
    ) as detail:  # fmt: skip
        present = section(store, task.section_id)
        check_allowed(store, actor, present, task, TaskAction.COSIGN)
        if asked.organization_id != actor.organization_id:
            raise NotPermitted(actor, Permission.SECTION_REVIEW)
        if present.fingerprint != fingerprint or asked.void or asked.answer:
            raise Conflict({"id": asked.id})
        store.update(
            "cosignatures",
            asked.id,
            {
                "answer": answer.value,
                "reservation": reservation.strip(),
                "fingerprint": fingerprint,
                "answered_by": actor.id,
                "answered_on": today().isoformat(),
            },
            expected=asked.revision,
        )
        said = Step(organization_ids=(asked.organization_id,), reason=reservation)
        record_step(store, actor, task.id, TaskAction.COSIGN, said)
        if answer is Answer.REFUSED:
            void_signatures(store, task.id)
            state = {"state": TaskState.IN_REVIEW.value}
            store.update("review_tasks", task.id, state, expected=task.revision)
        detail |= {"cosignature": asked.id, "answer": answer.value}
    return from_row(Cosignature, store.get("cosignatures", cosignature_id))
