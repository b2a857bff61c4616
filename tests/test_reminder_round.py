"""Reminding as the installation does it: by command, by the server's clock, in German words."""

import os
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from concept_review.ladder import Rung
from concept_review.section import Section
from concept_review.task_records import Part
from data import accounts, events, review_days
from data.clock import today
from data.mails import mails
from data.reminders import Letter, Reminder
from data.sqlite_store import SqliteStore
from data.store import Store
from tests.conftest import COORDINATOR
from tests.due_section import UNITS, a_due_section, in_days, name_parts
from tests.mail_server import mail_server
from views import reminder_round
from views.command import main
from views.reminder_letter import compose


@pytest.fixture(autouse=True)
def section(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Section:
    for name in [name for name in os.environ if name.startswith("BINDEGLIED_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(tmp_path / "bindeglied.db"))
    monkeypatch.setenv("BINDEGLIED_PUBLIC_URL", "https://stadt.example")
    return a_due_section(store)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_the_words_of_a_reminder(store: Store, section: Section) -> None:
    reminder_round.go_round(store, in_days(14))

    (mail,) = mails(store, COORDINATOR)
    assert mail.recipient == "deputy@stadt.example"
    assert mail.subject == "Erinnerung: 1 Abschnitt des Integrationskonzepts"
    assert mail.body == (
        "Guten Tag,\n\n"
        "bitte kümmern Sie sich um Folgendes:\n\n"
        "1 Ziele\n"
        "  Die Prüfung war am 1. Juni 2020 fällig; Sie werden als Stellvertretung gebeten.\n"
        "  Prüfstand: Prüfung überfällig. Geprüft am 1. Juni 2019: weiterhin aktuell."
        " Die nächste Prüfung war am 1. Juni 2020 fällig.\n"
        "  Zuständig: Fachbereich Bildung\n"
        f"  https://stadt.example/abschnitt?id={section.id}\n\n"
        "Alles, was auf Sie wartet, sehen Sie hier: https://stadt.example\n\n"
        "Diese E-Mail wurde automatisch erstellt. Jede Erinnerung wird nur einmal versandt.\n"
    )


def test_without_an_address_the_words_say_who_is_to_be_told(store: Store, section: Section) -> None:
    name_parts(store, section, {Part.LEAD: ["other"]})
    reminder_round.go_round(store, in_days(1))

    (mail,) = mails(store, COORDINATOR)
    assert mail.body.startswith("Kein Konto der Stelle „Sportamt“ hat eine E-Mail-Adresse.")


@pytest.mark.parametrize("rung", Rung)
def test_every_rung_has_words_for_units_and_for_the_coordination(store: Store, rung: Rung) -> None:
    (day,) = review_days.review_days(store)
    for unit, recipient in (("lead", "a@b.example"), (None, "")):
        letter = Letter(recipient, (Reminder(rung, day, unit),), UNITS, today())
        _subject, body = compose(letter)
        assert "1. Juni 2020" in body
        assert unit or "als Stellvertretung" not in body


def test_remind_tells_how_many_and_where_they_are(store: Store) -> None:
    first, second = run("remind", "--date", "2020-06-02"), run("remind", "--date", "2020-06-02")

    assert (first.exit_code, second.exit_code) == (0, 0)
    kept = "Es ist kein Mailserver eingerichtet; die E-Mails bleiben im Postausgang.\n"
    assert first.stdout == f"1 Erinnerung.\n{kept}"
    assert second.stdout == f"0 Erinnerungen.\n{kept}"
    assert len(mails(store, COORDINATOR)) == 1


def test_remind_sends_what_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    with mail_server() as (postman, port):
        for name, value in {
            "SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(port), "SMTP_TLS": "none",
            "MAIL_FROM": "integration@stadt.example",
        }.items():  # fmt: skip
            monkeypatch.setenv(f"BINDEGLIED_{name}", value)
        postman.answer = "451 later"
        first = run("remind", "--date", "2020-06-02")
        postman.answer = ""
        second = run("remind", "--date", "2020-06-02")

    assert first.stdout == "1 Erinnerung.\n0 E-Mails gesendet.\n"
    assert first.stderr == "1 E-Mail konnte nicht gesendet werden; sie bleibt im Postausgang.\n"
    assert second.stdout == "0 Erinnerungen.\n1 E-Mail gesendet.\n"
    assert [each["to"] for each in postman.mails] == ["lead@stadt.example"]


def test_remind_wants_a_day_that_exists() -> None:
    assert run("remind", "--date", "2020-02-30").exit_code == 2


def test_account_add_takes_address_and_unit(store: Store) -> None:
    done = run("account", "add", "Neu", "--login", "neu", "--email", "neu@stadt.example",
               "--organization", "sportamt")  # fmt: skip

    assert done.exit_code == 0
    (made,) = [each for each in accounts.accounts(store) if each.login == "neu"]
    assert (made.email, made.organization_id) == ("neu@stadt.example", "other")
    assert run("account", "email", "NEU", "anders@stadt.example").exit_code == 0
    assert accounts.account(store, made.id).email == "anders@stadt.example"
    assert run("account", "email", "neu", "").exit_code == 0
    assert accounts.account(store, made.id).email == ""


@pytest.mark.parametrize(
    ("arguments", "word"),
    [("add Neu --login neu --email kein-at", "keine E-Mail-Adresse"),
     ("add Neu --login neu --organization Nirgends", "Nirgends"),
     ("email niemand a@b.example", "niemand"),
     ("email lead@stadt.example-lead-staff kein-at", "keine E-Mail-Adresse")],
)  # fmt: skip
def test_accounts_refuse_what_leads_nowhere(store: Store, arguments: str, word: str) -> None:
    before = events.events(store)
    refused = run("account", *arguments.split())

    assert (refused.exit_code, refused.stdout) == (1, "")
    assert word in refused.stderr
    assert events.events(store) == before


def test_the_clock_goes_round_and_stops(store: Store) -> None:
    stop = reminder_round.start(first=0.0, every=0.05)
    _wait_for(lambda: bool(mails(store, COORDINATOR)))
    stop()

    assert [each.recipient for each in mails(store, COORDINATOR)] == ["koordination@stadt.example"]


def test_whatever_goes_wrong_the_clock_goes_on_and_tells_no_contents(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    rounds: list[date] = []

    def fail(_store: Store) -> None:
        rounds.append(today())
        raise RuntimeError("geheim@stadt.example")

    monkeypatch.setattr(reminder_round, "go_round", fail)
    stop = reminder_round.start(first=0.0, every=0.0)
    _wait_for(lambda: len(rounds) > 2)
    stop()

    assert "reminding failed: RuntimeError" in caplog.text
    assert "geheim" not in caplog.text


def test_a_clock_that_waits_stops_at_once(tmp_path: Path) -> None:
    began = time.monotonic()
    reminder_round.start(first=3600.0)()

    assert timedelta(seconds=time.monotonic() - began) < timedelta(seconds=3)
    assert mails(SqliteStore(tmp_path / "bindeglied.db"), COORDINATOR) == []


def _wait_for(done: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not done():
        assert time.monotonic() < until
        time.sleep(0.02)
