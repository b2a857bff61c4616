"""Steps in the review of a section that has a lead and a deputy, and those who take them."""

from collections.abc import Mapping
from datetime import timedelta

from accounts.identity import Identity, Role
from concept_review.section import Section
from concept_review.task import Step, TaskAction, TaskState
from concept_review.task_records import Part, ReviewTask
from data.clock import today
from data.review_tasks import active_task, state_of
from data.store import Store
from tests.conftest import COORDINATOR
from tests.due_section import LEAD, name_parts, step, units
from tests.writing_verbs import a_section

A = TaskAction
DEPUTY = Identity("deputy-account", "", Role.STAFF, "deputy")
PROVIDER = Identity("provider-account", "", Role.ORG_EDITOR, "other")
CLERK = Identity("clerk-account", "", Role.CLERK)
SOON, LATER = today() + timedelta(days=20), today() + timedelta(days=60)
SAID: Mapping[TaskAction, Step] = {
    A.HINT: Step(reason="Die Zahl ist alt"),
    A.ASSIGN: Step(organization_ids=("other",), day=SOON),
    A.HAND_ON: Step(organization_ids=("other",), reason="Nicht unser Thema"),
    A.START: Step(),
    A.REQUEST_COSIGN: Step(organization_ids=("other", "deputy"), day=SOON),
    A.RETURN: Step(reason="Neu gefasst"),
    A.DEFER: Step(day=LATER, reason="Nach dem Beschluss"),
    A.RESUME: Step(),
    A.CANCEL: Step(reason="Doppelt"),
}
WAYS: Mapping[TaskAction, tuple[TaskAction, ...]] = {
    A.HINT: (),
    A.ASSIGN: (A.HINT,),
    A.HAND_ON: (A.START,),
    A.START: (A.HINT,),
    A.REQUEST_COSIGN: (A.START,),
    A.RETURN: (A.START, A.REQUEST_COSIGN),
    A.DEFER: (A.HINT,),
    A.RESUME: (A.DEFER,),
    A.CANCEL: (A.HINT,),
}
"""What goes before, so that a step can be taken."""


def a_led_section(store: Store) -> Section:
    """Return a section with a lead and a deputy."""
    units(store)
    found = a_section(store)
    name_parts(store, found, {Part.LEAD: ["lead"], Part.DEPUTY: ["deputy"]})
    return found


def actor_of(action: TaskAction) -> Identity:
    """Return who mostly takes a step."""
    return COORDINATOR if action in (A.ASSIGN, A.CANCEL) else LEAD


def go(store: Store, section: Section, *actions: TaskAction) -> None:
    """Take one step after the other."""
    for action in actions:
        step(store, section, action, SAID[action], actor_of(action))


def state(store: Store, section: Section) -> TaskState:
    """Return where the review of a section stands today."""
    return state_of(active_task(store, section.id), today())


def task_of(store: Store, section: Section) -> ReviewTask:
    """Return the task of a section that has one."""
    found = active_task(store, section.id)
    assert found
    return found
