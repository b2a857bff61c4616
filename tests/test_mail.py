"""Sending by a real mail server: what arrives, what fails and why, and nothing twice or lost."""

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from data import mails as outbox
from data.mails import Mail, MailState, claim, insert_mail, mails, waiting_mails
from data.store import Store
from tests.conftest import COORDINATOR
from tests.mail_server import Postman, certificate, mail_server
from views.mail import Delivery, deliver
from views.mail_words import fault_text
from views.settings import Tls, mail_settings

SENDER = "Büro für Integration <integration@stadt.example>"


def configure(monkeypatch: pytest.MonkeyPatch, port: int, **more: str) -> None:
    chosen = {"HOST": "localhost", "PORT": str(port), "TLS": "none", **more}
    for name, value in chosen.items():
        monkeypatch.setenv(f"BINDEGLIED_SMTP_{name}", value)
    monkeypatch.setenv("BINDEGLIED_MAIL_FROM", SENDER)


@pytest.fixture
def postman(monkeypatch: pytest.MonkeyPatch) -> Iterator[Postman]:
    with mail_server() as (running, port):
        configure(monkeypatch, port)
        yield running


def keep(store: Store, recipient: str = "lead@stadt.example", subject: str = "Prüfung") -> str:
    return insert_mail(
        store, recipient, subject, "Grüße\n\n.\nEnde\n", purpose="test", subject_id="x"
    )


def only(store: Store) -> Mail:
    (found,) = mails(store, COORDINATOR)
    return found


def text_of(message: EmailMessage) -> str:
    content: str = message.get_content()
    return content.replace("\r\n", "\n")


def test_a_mail_arrives_as_it_was_written(store: Store, postman: Postman) -> None:
    identifier = keep(store)

    assert deliver(store) == Delivery(1, 0)

    (arrived,) = postman.mails
    assert text_of(arrived) == "Grüße\n\n.\nEnde\n"
    assert arrived["subject"] == "Prüfung"
    assert arrived["from"] == SENDER
    assert arrived["to"] == "lead@stadt.example"
    assert arrived["auto-submitted"] == "auto-generated"
    assert arrived["message-id"] == f"<{identifier}@stadt.example>"
    assert arrived["date"]
    assert arrived.get_content_type() == "text/plain"
    assert postman.senders == ["integration@stadt.example"]
    assert (only(store).state, only(store).fault, only(store).tries) == (MailState.SENT, "", 1)


def test_what_is_sent_is_not_sent_again(store: Store, postman: Postman) -> None:
    keep(store)

    assert [deliver(store), deliver(store)] == [Delivery(1, 0), Delivery(0, 0)]
    assert deliver(store, again=True) == Delivery(0, 0)
    assert len(postman.mails) == 1


def test_a_line_break_in_a_subject_begins_no_header(store: Store, postman: Postman) -> None:
    keep(store, subject="Prüfung\r\nBcc: fremd@anderswo.example\n\nText")

    assert deliver(store) == Delivery(1, 0)
    assert postman.mails[0]["bcc"] is None
    assert postman.mails[0]["subject"] == "Prüfung Bcc: fremd@anderswo.example Text"


@pytest.mark.parametrize(
    "recipient",
    ["a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "kein-at", "a@", "ü@b.example",
     "a b@c.example", "@", "<>", "\N{NO-BREAK SPACE}@b.example"],
)  # fmt: skip
def test_no_mail_goes_to_what_is_not_one_address(
    store: Store, postman: Postman, recipient: str
) -> None:
    keep(store, recipient)
    keep(store, "gut@stadt.example")

    done = deliver(store)

    assert all(
        each["to"] in ("gut@stadt.example", "a@b.example", recipient) for each in postman.mails
    )
    assert postman.mails[-1]["to"] == "gut@stadt.example"
    assert done is not None
    assert done.sent + done.failed == 2


def test_without_a_server_mails_are_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BINDEGLIED_SMTP_HOST", "BINDEGLIED_MAIL_FROM"):
        monkeypatch.delenv(name, raising=False)
    keep(store)

    assert deliver(store) is None
    assert (only(store).state, only(store).tries) == (MailState.WAITING, 0)


def test_a_server_that_is_away_is_tried_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mail_server() as (_postman, port):
        pass
    configure(monkeypatch, port)
    keep(store)

    assert [deliver(store), deliver(store)] == [Delivery(0, 1)] * 2
    kept = only(store)
    assert (kept.state, kept.fault, kept.tries) == (MailState.FAILED, "unreachable", 2)
    assert "antwortet nicht" in fault_text(kept.fault)

    with mail_server() as (postman, other):
        configure(monkeypatch, other)
        assert deliver(store) == Delivery(1, 0)
    assert len(postman.mails) == 1
    assert (only(store).state, only(store).fault, only(store).tries) == (MailState.SENT, "", 3)


def test_what_was_refused_waits_for_somebody(store: Store, postman: Postman) -> None:
    postman.refused = {"weg@stadt.example": "550 no such user", "spät@x.example": ""}
    keep(store, "weg@stadt.example")
    keep(store)

    assert deliver(store) == Delivery(1, 1)
    assert deliver(store) == Delivery(0, 0)
    refused = next(each for each in mails(store, COORDINATOR) if each.state is MailState.FAILED)
    assert (refused.recipient, refused.fault) == ("weg@stadt.example", "refused")

    postman.refused.clear()
    assert deliver(store, again=True) == Delivery(1, 0)


def test_what_is_put_off_by_the_server_is_tried_again(store: Store, postman: Postman) -> None:
    postman.answer = "451 come later"
    keep(store)

    assert deliver(store) == Delivery(0, 1)
    assert only(store).fault == "later"
    postman.answer = ""
    assert deliver(store) == Delivery(1, 0)


def test_a_mail_without_an_address_is_never_sent(store: Store, postman: Postman) -> None:
    keep(store, "")

    assert deliver(store, again=True) == Delivery(0, 0)
    assert (only(store).state, postman.mails) == (MailState.UNADDRESSED, [])


def test_two_that_send_at_once_send_it_once(
    store: Store, postman: Postman, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store)
    (seen,) = waiting_mails(store)
    assert claim(store, seen)

    assert claim(store, seen) is None
    assert deliver(store) == Delivery(0, 0)
    assert postman.mails == []

    monkeypatch.setattr(outbox, "PATIENCE", -outbox.PATIENCE)  # as if it had been cut off long ago
    assert deliver(store) == Delivery(1, 0)


def test_encryption_and_login(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    context, trusted = certificate(tmp_path)
    login = {"TLS": "starttls", "USER": "bindeglied", "PASSWORD": "geheim"}
    with mail_server(context) as (postman, port):
        keep(store)
        configure(monkeypatch, port, **login)
        assert deliver(store) == Delivery(0, 1)
        assert only(store).fault == "encryption"

        monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
        for wrong in ("falsch", "schlüssel"):
            configure(monkeypatch, port, **{**login, "PASSWORD": wrong})
            assert deliver(store) == Delivery(0, 1)
            assert only(store).fault == "login"

        configure(monkeypatch, port, **login)
        assert deliver(store) == Delivery(1, 0)
    assert postman.encrypted == [True]


@pytest.mark.usefixtures("postman")
def test_a_server_without_encryption_gets_no_password(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store)
    monkeypatch.setenv("BINDEGLIED_SMTP_TLS", "starttls")
    monkeypatch.setenv("BINDEGLIED_SMTP_USER", "bindeglied")

    assert deliver(store) == Delivery(0, 1)
    assert only(store).fault == "unsupported"


@pytest.mark.parametrize("sender", ["kein-at", "a@b@c", "<>", "Büro"])
def test_a_sender_that_is_no_address_is_named_as_such(
    store: Store, postman: Postman, monkeypatch: pytest.MonkeyPatch, sender: str
) -> None:
    keep(store)
    monkeypatch.setenv("BINDEGLIED_MAIL_FROM", sender)

    assert deliver(store) == Delivery(0, 1)
    assert (only(store).fault, postman.mails) == ("sender", [])


def test_settings_choose_the_safe_side_and_tell_no_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BINDEGLIED_SMTP_PASSWORD", "geheim")
    for asked, tls, port in (("", Tls.START, 587), ("TLS", Tls.WHOLE, 465), ("ssl", Tls.START, 587),
                             ("none", Tls.NONE, 25)):  # fmt: skip
        monkeypatch.setenv("BINDEGLIED_SMTP_TLS", asked)
        assert (mail_settings().tls, mail_settings().port) == (tls, port)
    assert "geheim" not in repr(mail_settings())
