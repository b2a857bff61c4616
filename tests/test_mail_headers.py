"""What stands around a mail: its language and its author, nothing of others, nothing in the log."""

from collections.abc import Iterator

import pytest

from data.mails import insert_mail, mails
from data.store import Store
from tests.conftest import COORDINATOR
from tests.mail_server import Postman, mail_server
from tests.test_mail import configure, keep
from views.mail import Delivery, deliver


@pytest.fixture
def postman(monkeypatch: pytest.MonkeyPatch) -> Iterator[Postman]:
    with mail_server() as (running, port):
        configure(monkeypatch, port)
        yield running


def test_a_thousand_recipients_need_one_connection_and_each_reads_only_the_own_name(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mail_server() as (running, port):
        configure(monkeypatch, port)
        with store.atomic():
            for number in range(1_000):
                keep(store, f"a{number}@verein.example")

        assert deliver(store) == Delivery(1_000, 0)

    assert len(running.mails) == 1_000
    assert running.connections == 1
    assert all("," not in each["to"] for each in running.mails)


def test_each_mail_says_in_which_language_it_is_and_that_a_program_wrote_it(
    store: Store, postman: Postman
) -> None:
    for language in ("de", "en"):
        insert_mail(
            store, "a@verein.example", "x\nBcc: b@c.example", "Grüße\n", purpose="received",
            subject_id="x", language=language,
        )  # fmt: skip
    deliver(store)

    assert [each["content-language"] for each in postman.mails] == ["de", "en"]
    for each in postman.mails:
        assert each["auto-submitted"] == "auto-generated"
        assert each["date"]
        assert each["message-id"].endswith("@stadt.example>")
        assert each["bcc"] is None
        assert each.get_content_charset() == "utf-8"
        assert each.get_content_type() == "text/plain"


def test_the_log_holds_no_address_no_text_and_no_secret(
    store: Store, postman: Postman, caplog: pytest.LogCaptureFixture
) -> None:
    postman.refused["b@verein.example"] = "550 b@verein.example unknown"
    for address in ("a@verein.example", "b@verein.example"):
        insert_mail(
            store, address, "Betreff", "Text geheim-123\n", purpose="received", subject_id="x",
            secret="geheim-123",
        )  # fmt: skip
    deliver(store)

    ours = "".join(each.getMessage() for each in caplog.records if each.name == "bindeglied")
    assert not any(word in ours for word in ("verein.example", "Betreff", "geheim-123"))
    sent = [each for each in mails(store, COORDINATOR) if each.sent_at]
    assert ["geheim" in each.body for each in sent] == [False]
