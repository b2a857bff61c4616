"""Mails that are handed over at once: the visitor does not wait, and nothing is sent twice."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.mails import mails, waiting_mails
from data.sqlite_store import SqliteStore
from data.store import Store
from tests.conftest import COORDINATOR
from tests.mail_server import Postman, mail_server
from tests.test_mail import configure
from tests.writing_verbs_registrations import registered
from views import mail_soon


@pytest.fixture
def postman(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Postman]:
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(tmp_path / "bindeglied.db"))
    with mail_server() as (running, port):
        configure(monkeypatch, port)
        yield running


def all_sent(folder: Path) -> bool:
    """Wait until nothing waits any more, as somebody who looks into the outbox would."""
    looking = SqliteStore(folder / "bindeglied.db")
    try:
        for _ in range(200):
            if not looking.find("mails", sent_at=None):  # what is being sent has not arrived
                return True
            time.sleep(0.05)
        return False
    finally:
        looking.close()


def test_a_mail_goes_out_at_once_and_its_secret_is_not_kept(
    store: Store, postman: Postman, tmp_path: Path
) -> None:
    _sent, secret = registered(store)

    mail_soon.hand_over()

    assert all_sent(tmp_path)
    assert [each["to"] for each in postman.mails] == ["kontakt@sprachcafe.example.org"]
    assert secret not in str(mails(store, COORDINATOR))


def test_many_at_once_are_sent_once_each(store: Store, postman: Postman, tmp_path: Path) -> None:
    for _ in range(12):
        registered(store)
        mail_soon.hand_over()

    assert all_sent(tmp_path)
    assert len(postman.mails) == 12
    assert len({each["message-id"] for each in postman.mails}) == 12


def test_without_a_mail_server_the_mail_waits(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("BINDEGLIED_SMTP_HOST", "BINDEGLIED_MAIL_FROM"):
        monkeypatch.delenv(name, raising=False)
    registered(store)

    mail_soon.hand_over()

    assert len(waiting_mails(store)) == 1
