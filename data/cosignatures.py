"""Who is asked to sign a review, as the store holds it."""

from concept_review.section import Section
from concept_review.task import Step
from concept_review.task_records import Cosignature, ReviewTask
from data.identifier import new_id
from data.rows import from_row, to_row
from data.store import Store


def cosignatures(store: Store, task_id: str) -> list[Cosignature]:
    """Return who was asked to sign, and the answers, in the order of asking."""
    return [from_row(Cosignature, row) for row in store.find("cosignatures", task_id=task_id)]


def ask_signatures(store: Store, task: ReviewTask, present: Section, step: Step) -> None:
    """Ask units to sign a wording until a day; part of a change."""
    for organization_id in dict.fromkeys(step.organization_ids):
        store.get("organizations", organization_id)
        asked = Cosignature(
            id=new_id(),
            task_id=task.id,
            organization_id=organization_id,
            due_on=step.day,
            fingerprint=present.fingerprint,
        )
        store.insert("cosignatures", to_row(asked))


def void_signatures(store: Store, task_id: str) -> None:
    """Make void what was signed and what was asked for; part of a change."""
    for row in store.find("cosignatures", task_id=task_id, void=0):
        store.update("cosignatures", row["id"], {"void": 1}, expected=row["revision"])
