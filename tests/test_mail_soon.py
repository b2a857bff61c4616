"""Mails leave beside the request: all of them, one thread at a time, and no fault gets out."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.mails import MailState, insert_mail, mails
from data.store import Store
from tests.conftest import COORDINATOR
from tests.mail_server import Postman, mail_server
from views.mail_soon import send_soon, sent_by_now


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(tmp_path / "bindeglied.db"))


def configure(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    for name, value in (("HOST", "localhost"), ("PORT", str(port)), ("TLS", "none")):
        monkeypatch.setenv(f"BINDEGLIED_SMTP_{name}", value)
    monkeypatch.setenv("BINDEGLIED_MAIL_FROM", "stadt@stadt.example")


@pytest.fixture
def postman(here: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Postman]:
    del here
    with mail_server() as (running, port):
        configure(monkeypatch, port)
        yield running


def keep(store: Store, number: int) -> None:
    insert_mail(
        store, f"a{number}@verein.example", f"Brief {number}", "Text\n", purpose="t", subject_id="x"
    )


def senders() -> list[threading.Thread]:
    return [each for each in threading.enumerate() if each.name == "mails"]


def test_what_was_written_arrives_without_anybody_waiting(store: Store, postman: Postman) -> None:
    keep(store, 1)

    send_soon()

    assert sent_by_now()
    assert [each["subject"] for each in postman.mails] == ["Brief 1"]
    assert [each.state for each in mails(store, COORDINATOR)] == [MailState.SENT]


def test_many_who_write_at_once_need_one_thread_and_nothing_goes_twice(
    store: Store, postman: Postman
) -> None:
    most = 0
    for number in range(40):
        keep(store, number)
        send_soon()
        most = max(most, len(senders()))

    assert sent_by_now(60)
    assert most == 1
    assert sorted(each["subject"] for each in postman.mails) == sorted(
        f"Brief {number}" for number in range(40)
    )


def test_without_a_mail_server_no_thread_begins(store: Store, here: None) -> None:
    del here
    keep(store, 1)

    send_soon()

    assert senders() == []
    assert [each.state for each in mails(store, COORDINATOR)] == [MailState.WAITING]


def test_a_store_that_cannot_be_opened_ends_the_thread_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(monkeypatch, 9)
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(tmp_path / "no" / "such" / "folder.db"))

    send_soon()

    assert sent_by_now()
    assert senders() == []
