"""The yearly question and the mail about a tie as they are sent, in both languages."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from data.clock import today
from data.mails import Mail, mails
from data.stated_ties import state_tie
from data.store import Store
from tests.conftest import COORDINATOR
from tests.writing_verbs_upkeep import EDITOR, OWN, a_contact, a_tie, long_ago, two_clubs
from views import reminder_round
from views.command import main
from views.letters import compose


@pytest.fixture(autouse=True)
def clubs(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("BINDEGLIED_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(tmp_path / "bindeglied.db"))
    monkeypatch.setenv("BINDEGLIED_PUBLIC_URL", "https://stadt.example")
    two_clubs(store)


def mail_to(store: Store, recipient: str) -> Mail:
    return next(each for each in mails(store, COORDINATOR) if each.recipient == recipient)


def test_a_round_asks_what_is_due_and_the_next_one_does_not_ask_again(store: Store) -> None:
    long_ago(store, OWN)

    assert reminder_round.go_round(store).asked == 1
    assert reminder_round.go_round(store).asked == 0

    mail = mail_to(store, "eins@example.org")
    assert mail.subject == "Stimmt das noch? Ihr Eintrag „Verein Eins“"
    assert f"\nhttps://stadt.example/eintrag/stimmt/{mail.secret}\n" in mail.body


def test_the_command_asks_for_a_day_and_says_how_many(store: Store) -> None:
    day = (today() + timedelta(days=366)).isoformat()
    done = CliRunner().invoke(main, ["remind", "--date", day])

    assert done.exit_code == 0
    assert "2 Organisationen wurden gefragt, ob ihre Einträge noch stimmen." in done.output
    assert len(mails(store, COORDINATOR)) == 2
    again = CliRunner().invoke(main, ["remind", "--date", day])
    assert "gefragt" not in again.output


def test_both_languages_say_who_states_what_and_lead_to_the_same_page(store: Store) -> None:
    a_contact(store, "verein-zwei", "english@example.org", "en")
    state_tie(store, EDITOR, OWN, a_tie("funds", way="back"), compose)

    german, english = mail_to(store, "zwei@example.org"), mail_to(store, "english@example.org")
    assert "„Verein Eins“ gibt diese Verbindung mit „Verein Zwei“ an: wird gefördert von." in (
        german.body
    )
    assert "“Verein Eins” states this tie with “Verein Zwei”: is funded by." in english.body
    assert f"https://stadt.example/beziehung/{english.secret}?lang=en" in english.body
    assert german.secret != english.secret
