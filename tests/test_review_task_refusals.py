"""Steps in a review that are refused: overtaken, not one's own, not now, or not said in full."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from accounts.identity import Identity
from accounts.permissions import NotPermitted
from concept_review.section import Section
from concept_review.task import InvalidStep, NotNow, Step, TaskAction
from data.review_tasks import act, active_task, steps_of
from data.sqlite_store import SqliteStore
from data.store import AlreadyDone, Conflict, NotFound, Store
from tests.conftest import COORDINATOR, STAFF
from tests.due_section import LEAD, OTHER, step
from tests.review_steps import (
    CLERK,
    DEPUTY,
    PROVIDER,
    SAID,
    SOON,
    WAYS,
    A,
    a_led_section,
    actor_of,
    go,
)
from tests.test_change import content


@pytest.fixture
def section(store: Store) -> Section:
    """A section with a lead and a deputy."""
    return a_led_section(store)


@pytest.mark.parametrize("action", SAID)
def test_who_saw_an_earlier_state_is_told_and_nothing_changes(
    store: Store, section: Section, action: TaskAction
) -> None:
    go(store, section, *WAYS[action])
    task = active_task(store, section.id)
    seen = task.revision if task else 0
    go(store, section, A.HINT)
    before = content(store)

    with pytest.raises(Conflict):
        act(store, actor_of(action), section.id, action, SAID[action], expected=seen)
    assert content(store) == before


@pytest.mark.parametrize(
    ("action", "actor"),
    [(each, OTHER) for each in SAID if each is not A.HINT]
    + [(each, CLERK) for each in SAID]
    + [(each, PROVIDER) for each in SAID if each is not A.HINT]
    + [(A.ASSIGN, LEAD), (A.CANCEL, LEAD), (A.START, STAFF)],
)
def test_who_has_not_the_function_is_refused_and_nothing_changes(
    store: Store, section: Section, action: TaskAction, actor: Identity
) -> None:
    go(store, section, *WAYS[action])
    before = content(store)

    with pytest.raises(NotPermitted):
        step(store, section, action, SAID[action], actor)
    assert content(store) == before


@pytest.mark.parametrize("action", [A.RETURN, A.RESUME, A.HAND_ON, A.COSIGN, A.CONCLUDE, A.CANCEL])
def test_what_does_not_start_here_is_not_done(
    store: Store, section: Section, action: TaskAction
) -> None:
    before = content(store)

    with pytest.raises(NotNow):
        act(store, COORDINATOR, section.id, action, SAID.get(action, Step()), expected=0)
    assert content(store) == before


def test_a_step_without_what_it_asks_for_or_to_nobody_is_not_taken(
    store: Store, section: Section
) -> None:
    unknown = Step(organization_ids=("nobody",), day=SOON)
    go(store, section, A.START)
    before = content(store)

    for said, action, refusal in (
        (Step(), A.DEFER, InvalidStep),
        (Step(organization_ids=("lead",), reason="Nein"), A.HAND_ON, InvalidStep),
        (unknown, A.REQUEST_COSIGN, NotFound),
    ):
        with pytest.raises(refusal):
            step(store, section, action, said, LEAD)
    assert content(store) == before


def test_a_double_click_is_one_step(store: Store, section: Section) -> None:
    act(store, LEAD, section.id, A.START, Step(), expected=0, key="form")

    with pytest.raises(AlreadyDone):
        act(store, LEAD, section.id, A.START, Step(), expected=0, key="form")
    assert len(steps_of(store, STAFF, section.id)) == 1


def test_two_at_once_begin_one_review(store: Store, section: Section, tmp_path: Path) -> None:
    ready = Barrier(2)

    def begin(actor: Identity) -> str:
        own = SqliteStore(tmp_path / "bindeglied.db")
        try:
            ready.wait()
            act(own, actor, section.id, A.START, Step(), expected=0)
        except Conflict:
            return "late"
        finally:
            own.close()
        return "begun"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(begin, (LEAD, DEPUTY))) == ["begun", "late"]
    assert len(store.find("review_tasks")) == 1
    assert len(store.find("task_steps")) == 1
