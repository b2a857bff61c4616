"""Reminders of what is given, put off or to be signed: the task goes before the lead."""

from datetime import timedelta

import pytest

from concept_review.section import Section
from concept_review.task import Step, TaskAction
from concept_review.task_records import Answer
from data import cosigning
from data.clock import today
from data.cosignatures import cosignatures
from data.review_tasks import active_task
from data.store import Store
from tests.conftest import COORDINATOR
from tests.due_section import LEAD, OTHER, a_due_section, account, in_days, step, told


@pytest.fixture
def section(store: Store) -> Section:
    """A section that is due on a known day."""
    return a_due_section(store)


def test_the_task_goes_before_the_lead(store: Store, section: Section) -> None:
    due = today() + timedelta(days=30)
    account(store, "other", "sport@stadt.example")
    step(store, section, TaskAction.ASSIGN, Step(organization_ids=("other",), day=due), COORDINATOR)

    assert told(store, in_days(1, due)) == [("sport@stadt.example", "late Ziele")]
    assert told(store, in_days(14, due)) == [("deputy@stadt.example", "deputy Ziele")]


def test_what_is_put_off_is_quiet_until_its_day_and_then_climbs_on(
    store: Store, section: Section
) -> None:
    back = today() + timedelta(days=60)
    step(store, section, TaskAction.DEFER, Step(day=back, reason="Beschluss"), LEAD)

    sent = {n: told(store, in_days(n, back)) for n in range(-50, 40)}
    assert {n: each for n, each in sent.items() if each} == {
        0: [("lead@stadt.example", "resubmitted Ziele")],
        14: [("deputy@stadt.example", "deputy Ziele")],
        28: [("koordination@stadt.example", "coordination Ziele")],
    }


def test_who_is_asked_to_sign_is_reminded_until_they_have(store: Store, section: Section) -> None:
    day = today() + timedelta(days=10)
    account(store, "other", "sport@stadt.example")
    step(store, section, TaskAction.START, Step(), LEAD)
    asked = Step(organization_ids=("other", "deputy"), day=day)
    step(store, section, TaskAction.REQUEST_COSIGN, asked, LEAD)

    def signers(count: int) -> list[tuple[str, str]]:
        return [each for each in told(store, in_days(count, day)) if "cosign" in each[1]]

    assert signers(-4) == []
    assert signers(-3) == [
        ("deputy@stadt.example", "cosign_soon Ziele"), ("sport@stadt.example", "cosign_soon Ziele")
    ]  # fmt: skip
    task = active_task(store, section.id)
    assert task
    mine = next(each for each in cosignatures(store, task.id) if each.organization_id == "other")
    cosigning.cosign(
        store, OTHER, mine.id, Answer.SIGNED, "", fingerprint=section.fingerprint
    )  # fmt: skip
    assert signers(3) == [("deputy@stadt.example", "cosign_late Ziele")]
    assert signers(4) == []
