"""Reminders: to whom, on which day, once and recorded; nothing is lost without an address."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from accounts.identity import OPERATOR, Role
from accounts.permissions import NotPermitted
from concept_review.section import Section
from concept_review.task_records import Part
from data import concepts, events
from data.accounts import disable_account
from data.mails import mails
from data.reminders import Letter, remind
from data.store import Store
from tests.conftest import COORDINATOR, ROOT
from tests.due_section import (
    DUE,
    LEAD,
    a_due_section,
    account,
    compose,
    go,
    in_days,
    name_parts,
    review,
    told,
)


@pytest.fixture
def section(store: Store) -> Section:
    """A section that is due on a known day."""
    return a_due_section(store)


def test_from_the_lead_by_the_deputy_to_the_coordination(store: Store, section: Section) -> None:
    sent = {n: told(store, in_days(n)) for n in range(-20, 40)}

    assert section.title == "Ziele"
    assert {n: each for n, each in sent.items() if each} == {
        -14: [("lead@stadt.example", "soon Ziele")],
        1: [("lead@stadt.example", "late Ziele")],
        14: [("deputy@stadt.example", "deputy Ziele")],
        28: [("koordination@stadt.example", "coordination Ziele")],
    }


def test_each_reminder_is_one_event_that_names_no_person(store: Store, section: Section) -> None:
    before = events.events(store)
    (mail,) = go(store, in_days(1))

    (event,) = events.events(store)[len(before) :]
    assert (event.verb, event.subject_type, event.subject_id) == ("reminded", "section", section.id)
    assert json.loads(event.detail) == {
        "rung": "late", "of": section.id, "due": "2020-06-01", "organization": "lead",
        "mails": [mail.id],
    }  # fmt: skip
    assert "@" not in event.detail
    assert events.broken_event(store) is None


@pytest.mark.usefixtures("section")
def test_twice_on_one_day_sends_nothing_twice(store: Store) -> None:
    assert remind(store, OPERATOR, compose, in_days(1)) == 1
    before = events.events(store)

    assert remind(store, OPERATOR, compose, in_days(1)) == 0
    assert remind(store, OPERATOR, compose, in_days(2)) == 0
    assert events.events(store) == before
    assert len(mails(store, COORDINATOR)) == 1


@pytest.mark.usefixtures("section")
def test_missed_days_are_caught_up_with_the_highest_rung_alone(store: Store) -> None:
    assert told(store, in_days(20)) == [("deputy@stadt.example", "deputy Ziele")]
    assert told(store, in_days(21)) == []
    assert told(store, in_days(35)) == [("koordination@stadt.example", "coordination Ziele")]


def test_after_the_review_there_is_silence_until_the_next(store: Store, section: Section) -> None:
    assert told(store, in_days(1))
    review(store, section, in_days(3))

    assert [told(store, in_days(n)) for n in range(4, 300, 20)] == [[]] * 15
    assert told(store, in_days(1, date(2021, 6, 4))) == [("lead@stadt.example", "late Ziele")]


def test_one_mail_for_each_recipient_and_one_event_for_each_section(
    store: Store, section: Section
) -> None:
    second = concepts.sections(store, section.concept_id)[1]
    name_parts(store, second, {Part.LEAD: ["lead"]})
    review(store, second, DUE.replace(year=2019))
    account(store, "lead", "Lead@stadt.example", Role.LEAD)
    account(store, "lead", "kollege@stadt.example", Role.LEAD)
    before = len(events.events(store))

    assert {(to.casefold(), text) for to, text in told(store, in_days(1))} == {
        ("kollege@stadt.example", "late Ziele\nlate Wege"),
        ("lead@stadt.example", "late Ziele\nlate Wege"),
    }
    assert len(mails(store, COORDINATOR)) == 2
    assert len(events.events(store)) == before + 2


@pytest.mark.usefixtures("section")
def test_only_who_can_act_is_written_to(store: Store) -> None:
    disable_account(store, OPERATOR, account(store, "lead", "weg@stadt.example"))
    account(store, "lead", "verwaltung@stadt.example", Role.ADMIN)
    account(store, "lead", "traeger@stadt.example", Role.ORG_EDITOR)
    account(store, "other", "sport@stadt.example")

    assert [each.recipient for each in go(store, in_days(1))] == ["lead@stadt.example"]


def test_without_any_address_the_mail_is_kept_and_said_to_be_without(
    store: Store, section: Section
) -> None:
    name_parts(store, section, {Part.LEAD: ["other"]})

    (mail,) = go(store, in_days(1))
    assert (mail.recipient, mail.subject_id, mail.state) == ("", "other", "unaddressed")
    assert go(store, in_days(1)) == []


def test_without_lead_and_deputy_the_coordination_is_told(store: Store, section: Section) -> None:
    name_parts(store, section, {})

    assert told(store, in_days(1)) == [("koordination@stadt.example", "late Ziele")]


@pytest.mark.usefixtures("section")
def test_only_who_may_remind_does(store: Store) -> None:
    with pytest.raises(NotPermitted):
        remind(store, LEAD, compose, in_days(1))
    with pytest.raises(NotPermitted):
        mails(store, LEAD)


@pytest.mark.usefixtures("section")
def test_words_that_fail_leave_nothing(store: Store) -> None:
    before = events.events(store)

    def broken(_letter: Letter) -> tuple[str, str]:
        raise RuntimeError("no words")

    with pytest.raises(RuntimeError, match="no words"):
        remind(store, OPERATOR, broken, in_days(1))
    assert events.events(store) == before
    assert mails(store, COORDINATOR) == []


@pytest.mark.usefixtures("section")
def test_several_processes_at_once_send_nothing_twice(store: Store, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "views.command", "remind", "--date", in_days(1).isoformat(),
               "--database", str(tmp_path / "bindeglied.db")]  # fmt: skip
    running = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    said = [each.communicate(timeout=60)[0] for each in running]

    assert [each.returncode for each in running] == [0] * 4
    assert sorted(each.split()[0] for each in said) == ["0", "0", "0", "1"]
    assert len(mails(store, COORDINATOR)) == 1
    assert events.broken_event(store) is None
