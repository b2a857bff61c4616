"""What each step in a review does to its task."""

from datetime import timedelta

import pytest

from accounts.identity import Identity
from accounts.permissions import NotPermitted
from concept_review.section import Section
from concept_review.task import NotNow, Step, TaskAction, TaskState
from data import concepts
from data.clock import today
from data.cosignatures import cosignatures
from data.review_tasks import active_tasks, state_of, steps_of
from data.store import Store
from tests.conftest import COORDINATOR, STAFF
from tests.due_section import LEAD, OTHER, step
from tests.review_steps import (
    CLERK,
    DEPUTY,
    LATER,
    PROVIDER,
    SAID,
    SOON,
    A,
    a_led_section,
    go,
    state,
    task_of,
)
from tests.versions import take


@pytest.fixture
def section(store: Store) -> Section:
    """A section with a lead and a deputy."""
    return a_led_section(store)


def test_whoever_knows_something_opens_a_review_and_others_add_to_it(
    store: Store, section: Section
) -> None:
    step(store, section, A.HINT, Step(reason=" Die Zahl ist alt "), PROVIDER)
    step(store, section, A.HINT, Step(reason="Das Gesetz ist neu"), STAFF)

    task = task_of(store, section)
    assert (task.state, task.reason, task.organization_id) == ("open", "Die Zahl ist alt", None)
    told = [(each.actor_id, each.reason) for each in steps_of(store, STAFF, section.id)]
    assert told == [("staff", "Das Gesetz ist neu"), ("provider-account", "Die Zahl ist alt")]


def test_who_is_given_a_review_has_it_until_a_day_and_the_lead_no_longer(
    store: Store, section: Section
) -> None:
    go(store, section, A.ASSIGN)

    task = task_of(store, section)
    assert (task.state, task.organization_id, task.due_on) == ("assigned", "other", SOON)
    with pytest.raises(NotPermitted):
        step(store, section, A.START, Step(), LEAD)
    step(store, section, A.START, Step(), OTHER)
    assert state(store, section) is TaskState.IN_REVIEW


@pytest.mark.parametrize(("actor", "unit"), [(LEAD, "lead"), (DEPUTY, "deputy")])
def test_who_begins_has_it_with_the_wording_as_it_is(
    store: Store, section: Section, actor: Identity, unit: str
) -> None:
    step(store, section, A.START, Step(), actor)

    task = task_of(store, section)
    assert (task.organization_id, task.fingerprint) == (unit, section.fingerprint)


def test_what_the_coordination_begins_without_a_unit_stays_with_the_lead(
    store: Store, section: Section
) -> None:
    step(store, section, A.START, Step(), COORDINATOR)
    step(store, section, A.HAND_ON, SAID[A.HAND_ON], LEAD)

    assert [each.organization_id for each in active_tasks(store).values()] == ["other"]


def test_handing_on_keeps_the_whole_chain(store: Store, section: Section) -> None:
    go(store, section, A.START)
    step(store, section, A.HAND_ON, Step(organization_ids=("other",), reason="Sport"), LEAD)
    step(store, section, A.HAND_ON, Step(organization_ids=("deputy",), reason="Doch nicht"), OTHER)
    step(store, section, A.HAND_ON, Step(organization_ids=("lead",), reason="Federführung"), DEPUTY)

    chain = [
        (each.action.value, each.actor_id, each.organization_id, each.reason)
        for each in steps_of(store, STAFF, section.id)
    ]
    assert chain == [
        ("hand_on", "deputy-account", "lead", "Federführung"),
        ("hand_on", "other-account", "deputy", "Doch nicht"),
        ("hand_on", "lead-account", "other", "Sport"),
        ("start", "lead-account", None, ""),
    ]
    task = task_of(store, section)
    assert (task.state, task.organization_id, task.fingerprint) == ("assigned", "lead", "")


def test_those_asked_to_sign_are_asked_until_a_day_for_this_wording(
    store: Store, section: Section
) -> None:
    go(store, section, A.START, A.REQUEST_COSIGN)

    task = task_of(store, section)
    asked = cosignatures(store, task.id)
    assert [(each.organization_id, each.due_on) for each in asked] == [
        ("other", SOON), ("deputy", SOON)
    ]  # fmt: skip
    assert {(each.answer, each.fingerprint, each.void) for each in asked} == {
        (None, section.fingerprint, False)
    }
    assert [each.organization_id for each in steps_of(store, STAFF, section.id)][:2] == [
        "deputy", "other"
    ]  # fmt: skip


@pytest.mark.parametrize(("action", "to"), [(A.RETURN, "in_review"), (A.DEFER, "deferred")])
def test_what_is_taken_back_or_put_off_voids_the_signatures(
    store: Store, section: Section, action: TaskAction, to: str
) -> None:
    go(store, section, A.START, A.REQUEST_COSIGN, action)

    task = task_of(store, section)
    assert task.state == to
    assert [each.void for each in cosignatures(store, task.id)] == [True, True]


def test_what_was_put_off_comes_back_on_its_day(store: Store, section: Section) -> None:
    go(store, section, A.DEFER)

    task = task_of(store, section)
    assert state_of(task, LATER - timedelta(days=1)) is TaskState.DEFERRED
    assert state_of(task, LATER) is TaskState.ASSIGNED
    with pytest.raises(NotNow):
        step(store, section, A.START, Step(), LEAD)
    changes = {"resubmit_on": today().isoformat()}
    store.update("review_tasks", task.id, changes, expected=task.revision)
    step(store, section, A.START, Step(), LEAD)
    assert state(store, section) is TaskState.IN_REVIEW


def test_what_was_put_off_can_be_taken_up_before(store: Store, section: Section) -> None:
    go(store, section, A.DEFER, A.RESUME)

    task = task_of(store, section)
    assert (task.state, task.resubmit_on) == (TaskState.ASSIGNED, None)


def test_after_one_is_called_off_the_next_is_another_and_both_are_told(
    store: Store, section: Section
) -> None:
    go(store, section, A.HINT, A.CANCEL)
    assert state(store, section) is TaskState.ABSENT
    assert active_tasks(store) == {}

    go(store, section, A.HINT)
    steps = steps_of(store, STAFF, section.id)
    assert [each.action for each in steps] == [A.HINT, A.CANCEL, A.HINT]
    assert len({each.task_id for each in steps}) == 2


def test_the_review_of_a_section_that_is_gone_is_called_off(store: Store, section: Section) -> None:
    go(store, section, A.ASSIGN)
    take(store, section.concept_id, "# Konzept\n\n## Wege\n\nViele.\n")
    assert concepts.section(store, section.id).retired_on

    assert active_tasks(store) == {}
    assert steps_of(store, STAFF, section.id)[0].action is A.CANCEL


def test_only_the_administration_reads_the_history(store: Store, section: Section) -> None:
    for actor in (PROVIDER, CLERK):
        with pytest.raises(NotPermitted):
            steps_of(store, actor, section.id)
