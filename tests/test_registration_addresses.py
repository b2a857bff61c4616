"""The address of a registration: confirmed by a link from a mail, or closed after a while."""

from datetime import timedelta

import pytest

from accounts.identity import GUEST, OPERATOR
from data.clock import now, timestamp, today
from data.events import events
from data.mails import mails, note_failed, waiting_mails
from data.registration_addresses import archive_unconfirmed, confirm_address, name_behind
from data.registration_decisions import confirm
from data.registrations import registrations, submit
from data.store import NotFound, Store
from network.registration import RegistrationStatus
from tests.conftest import COORDINATOR
from tests.writing_verbs_registrations import (
    MONTHS_LATER,
    compose,
    mailed,
    registered,
    typed,
)
from views.reminder_round import go_round

ARCHIVED = RegistrationStatus.ARCHIVED


def confirmed_at(store: Store, identifier: str) -> str | None:
    moment: str | None = store.get("registrations", identifier)["email_confirmed_at"]
    return moment


def test_a_registration_and_its_mail_are_kept_together(store: Store) -> None:
    sent, secret = registered(store, "en")

    (mail,) = mails(store, COORDINATOR)

    assert (mail.recipient, mail.language) == ("kontakt@sprachcafe.example.org", "en")
    assert (mail.subject, mail.body) == ("Sprachcafé am Kanal", f"en {secret}")
    assert store.get("registrations", sent.id)["language"] == "en"
    assert secret not in str(store.find("entry_links"))


def test_without_a_wording_there_is_no_mail_and_no_link(store: Store) -> None:
    submit(store, GUEST, typed())

    assert mails(store, COORDINATOR) == []
    assert store.find("entry_links") == []


def test_looking_at_the_link_confirms_nothing(store: Store) -> None:
    sent, secret = registered(store)
    before = len(events(store))

    assert [name_behind(store, secret) for _ in range(3)] == ["Sprachcafé am Kanal"] * 3

    assert confirmed_at(store, sent.id) is None
    assert len(events(store)) == before


def test_the_link_confirms_the_address_once(store: Store) -> None:
    sent, secret = registered(store)

    confirm_address(store, secret)

    assert confirmed_at(store, sent.id)
    last = events(store)[-1]
    assert (last.verb, last.subject_id) == ("verified", sent.id)
    assert last.actor.startswith("link:")
    for again in (name_behind, confirm_address):
        with pytest.raises(NotFound):
            again(store, secret)


def test_a_link_that_is_too_old_or_made_up_confirms_nothing(store: Store) -> None:
    sent, secret = registered(store)
    (link,) = store.find("entry_links")
    past = {"expires_at": timestamp(now() - timedelta(seconds=1))}
    store.update("entry_links", link["id"], past, expected=link["revision"])

    for token in (secret, "erfunden", ""):
        with pytest.raises(NotFound):
            confirm_address(store, token)

    assert confirmed_at(store, sent.id) is None


def test_an_address_may_be_confirmed_after_the_entry_is_published(store: Store) -> None:
    sent, secret = registered(store)
    (waiting,) = registrations(store, COORDINATOR)
    confirm(store, COORDINATOR, sent.id, compose, expected=waiting.revision)

    confirm_address(store, secret)

    assert confirmed_at(store, sent.id)


def test_what_nobody_confirmed_is_closed_and_nothing_personal_is_left(store: Store) -> None:
    sent, _secret = mailed(store)

    assert archive_unconfirmed(store, OPERATOR, today() + timedelta(days=30)) == 0
    assert archive_unconfirmed(store, OPERATOR, MONTHS_LATER) == 1
    assert archive_unconfirmed(store, OPERATOR, MONTHS_LATER) == 0

    assert registrations(store, COORDINATOR) == []
    (closed,) = registrations(store, COORDINATOR, ARCHIVED)
    assert (closed.id, closed.content.name) == (sent.id, "Sprachcafé am Kanal")
    left = str([store.find(table) for table in ("registrations", "mails", "entry_links")])
    left += str(events(store))
    for personal in ("Erika", "kontakt@", "0331", "sprachcafe.example"):
        assert personal not in left


def test_the_hourly_round_closes_them(store: Store) -> None:
    mailed(store)

    go_round(store, MONTHS_LATER)

    assert len(registrations(store, COORDINATOR, ARCHIVED)) == 1


def test_what_was_confirmed_or_decided_stays(store: Store) -> None:
    _first, secret = mailed(store)
    confirm_address(store, secret)
    second, _secret = mailed(store)
    revision = store.get("registrations", second.id)["revision"]
    confirm(store, COORDINATOR, second.id, compose, expected=revision)

    assert archive_unconfirmed(store, OPERATOR, MONTHS_LATER) == 0


def test_without_a_mail_server_nothing_is_closed(store: Store) -> None:
    registered(store)
    submit(store, GUEST, typed())

    assert archive_unconfirmed(store, OPERATOR, MONTHS_LATER) == 0


@pytest.mark.parametrize(("fault", "closed"), [("refused", 1), ("address", 1), ("unreachable", 0)])
def test_an_address_that_takes_no_mail_is_one_that_nobody_confirms(
    store: Store, fault: str, closed: int
) -> None:
    registered(store)
    note_failed(store, waiting_mails(store)[0], fault)

    assert archive_unconfirmed(store, OPERATOR, MONTHS_LATER) == closed
