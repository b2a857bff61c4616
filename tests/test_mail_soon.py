"""Mails go out at once after the act, and nobody waits for the mail server."""

from pathlib import Path

import pytest

from data.registration_decisions import reject
from data.sqlite_store import SqliteStore
from tests.conftest import COORDINATOR
from tests.mail_server import mail_server
from tests.test_mail import configure
from tests.test_registration_inbox import put
from views.letters import compose
from views.mail_soon import send_soon


@pytest.fixture
def outbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SqliteStore:
    """A store with a mail that waits."""
    path = tmp_path / "bindeglied.db"
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(path))
    store = SqliteStore(path)
    store.migrate()
    sent = put(store, "Nachbarn")
    reject(store, COORDINATOR, sent, "Werbung", compose, expected=1)
    return store


def test_what_waits_is_sent_by_a_thread_of_its_own(
    outbox: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mail_server() as (postman, port):
        configure(monkeypatch, port)
        threads = [send_soon(), send_soon()]
        for each in threads:
            assert each is not None
            each.join(20)

    assert [mail["Subject"] for mail in postman.mails] == ["Ihre Anmeldung von „Nachbarn“"]
    assert outbox.find("mails")[0]["sent_at"]


def test_without_a_mail_server_the_mail_is_kept(outbox: SqliteStore) -> None:
    assert send_soon() is None
    assert outbox.find("mails")[0]["sent_at"] is None


def test_a_mail_server_that_is_away_troubles_nobody(
    outbox: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mail_server() as (_postman, port):
        pass
    configure(monkeypatch, port)

    thread = send_soon()

    assert thread is not None
    thread.join(20)
    assert outbox.find("mails")[0]["fault"] == "unreachable"
