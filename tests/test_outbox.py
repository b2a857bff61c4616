"""The outbox page and the calendar box: what waits, why it failed, and who may see it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from accounts.identity import Role
from accounts.token import token_hash
from data.mails import Mail, claim, insert_mail, mails, note_failed, note_sent, waiting_mails
from data.store import Store
from tests.conftest import COORDINATOR
from tests.due_section import units
from tests.mail_server import mail_server
from tests.test_pages import app, said, turn_to

BODY = "Guten Tag,\n\n![Bild](https://fremd.example/x.png) **fett**\n"


@pytest.fixture(autouse=True)
def no_mail_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BINDEGLIED_DATABASE", str(tmp_path / "bindeglied.db"))
    monkeypatch.delenv("BINDEGLIED_SMTP_HOST", raising=False)


def keep(store: Store, recipient: str, subject: str = "Erinnerung") -> str:
    return insert_mail(store, recipient, subject, BODY, purpose="test", subject_id="x")


def taken(store: Store) -> Mail:
    """Take the one mail that waits, as whoever sends it does."""
    (waiting,) = waiting_mails(store)
    claimed = claim(store, waiting)
    assert claimed
    return claimed


def configure(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    for name, value in {
        "SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(port), "SMTP_TLS": "none",
        "MAIL_FROM": "integration@stadt.example",
    }.items():  # fmt: skip
        monkeypatch.setenv(f"BINDEGLIED_{name}", value)


def shown(opened: AppTest) -> str:
    more = [*opened.error, *opened.warning, *opened.success, *opened.caption, *opened.expander]
    return said(opened) + "\n".join(
        str(each.label if each.type == "expander" else each.value) for each in more
    ).replace("\\", "")


def test_an_empty_outbox_says_so_and_that_no_server_is_set_up(store: Store) -> None:
    opened = turn_to(app(store, Role.COORDINATOR), "outbox")

    assert opened.title[0].value == "Postausgang"
    assert "Es wartet keine E-Mail auf den Versand." in shown(opened)
    assert "kein Mailserver eingerichtet" in opened.warning[0].value
    assert not opened.error


def test_the_outbox_is_for_the_coordination_alone(store: Store) -> None:
    for role in (Role.PUBLIC, Role.STAFF, Role.CLERK, Role.ADMIN):
        with pytest.raises(ValueError, match="Could not find a navigation page"):
            turn_to(app(store, role), "outbox")


def test_every_mail_is_shown_with_what_became_of_it(store: Store) -> None:
    keep(store, "gut@stadt.example", "Angekommen")
    note_sent(store, taken(store))
    keep(store, "weg@stadt.example", "Zurückgewiesen")
    note_failed(store, taken(store), "refused")
    keep(store, "", "Ohne Adresse: *kursiv*")
    keep(store, "bald@stadt.example", "Wartend")

    opened = turn_to(app(store, Role.COORDINATOR), "outbox")
    text = shown(opened)

    assert [each.value for each in opened.header] == [
        "Nicht zugestellt", "Ohne Adresse", "Wartend", "Gesendet"
    ]  # fmt: skip
    assert "2 E-Mails warten auf den Versand." in text
    assert "Der Mailserver weist die E-Mail zurück. Stimmt die Adresse?" in text
    assert "Es wurde kein Konto mit E-Mail-Adresse gefunden." in text
    assert "1 Versuch" in text
    assert "Ohne Adresse: *kursiv*" in text
    assert [each.value for each in opened.text if "fett" in each.value] == [BODY.strip()] * 4
    assert not any("fett" in each.value for each in opened.markdown)


def test_send_now_sends_and_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, "gut@stadt.example")
    keep(store, "weg@stadt.example")
    with mail_server() as (postman, port):
        postman.refused = {"weg@stadt.example": "550 no"}
        configure(monkeypatch, port)
        opened = turn_to(app(store, Role.COORDINATOR), "outbox")
        opened.button[0].click().run()

        assert not opened.exception
        assert "1 E-Mail gesendet." in shown(opened)
        assert "1 E-Mail konnte nicht gesendet werden" in shown(opened)
        postman.refused.clear()
        opened.button[0].click().run()

    assert [each["to"] for each in postman.mails] == ["gut@stadt.example", "weg@stadt.example"]
    assert [each.state for each in mails(store, COORDINATOR)] == ["sent", "sent"]
    assert "Es wartet keine E-Mail" in shown(opened)
    assert not opened.error


BOX = """
import streamlit as st
from views import calendar_box, session
session.show_kept_message()
calendar_box.show(session.store(), session.identity())
"""


def test_an_address_is_shown_once_and_can_be_ended(store: Store) -> None:
    units(store)
    signed_in = app(store, Role.STAFF)
    box = AppTest.from_string(BOX, default_timeout=60)
    box.user = signed_in.user
    row = store.find("accounts", role="staff")[0]
    store.update("accounts", row["id"], {"organization_id": "lead"}, expected=row["revision"])
    box.run()
    assert [each.label for each in box.button] == ["Adresse erstellen", "Adresse erstellen"]
    assert "ohne Anmeldung lesen" in shown(box)

    box.button(key="calendar_make_unit").click().run()
    address = box.code[0].value
    (feed,) = store.find("calendar_feeds")
    assert address.endswith(".ics")
    assert token_hash(address.rpartition("/")[2].removesuffix(".ics")) == feed["token_hash"]
    assert feed["organization_id"] == "lead"

    box.run()
    assert not box.code
    assert "Adresse ungültig machen" in [each.label for each in box.button]
    box.button(key="calendar_end_unit").click().run()
    assert not box.exception
    assert store.find("calendar_feeds")[0]["ended_at"]
    assert [each.label for each in box.button] == ["Adresse erstellen", "Adresse erstellen"]


def test_nobody_without_the_right_is_offered_a_calendar(store: Store) -> None:
    for role in (Role.PUBLIC, Role.ORG_EDITOR, Role.CLERK):
        box = AppTest.from_string(BOX, default_timeout=60)
        box.user = app(store, role).user
        box.run()
        assert not box.exception
        assert not box.expander


SECRET = "sehr-geheim-123"


def keep_a_link(store: Store, recipient: str = "a@verein.example") -> None:
    body = f"Guten Tag,\n\nhttps://stadt.example/anmeldung/bestaetigen/{SECRET}\n"
    insert_mail(
        store,
        recipient,
        "Bitte bestätigen",
        body,
        purpose="received",
        subject_id="x",
        secret=SECRET,
    )


def test_a_link_is_to_be_read_only_where_somebody_has_to_hand_it_on(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_a_link(store)
    page = turn_to(app(store, Role.COORDINATOR), "outbox")
    assert SECRET in shown(page)
    assert "Anmeldung eingegangen: Bitte Adresse bestätigen" in shown(page)

    configure(monkeypatch, 9)
    page.run()

    assert SECRET not in shown(page)
    assert "https://stadt.example/anmeldung/bestaetigen/…" in shown(page)
    assert "Der Link ist hier verborgen" in shown(page)


def test_without_an_address_a_link_has_to_be_handed_on_in_any_case(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_a_link(store, recipient="")
    configure(monkeypatch, 9)

    assert SECRET in shown(turn_to(app(store, Role.COORDINATOR), "outbox"))
