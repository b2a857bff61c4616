"""Who stood behind a rejected registration is forgotten after 90 days, and only then."""

from datetime import date, timedelta

import pytest

from accounts.identity import OPERATOR
from accounts.permissions import NotPermitted
from data.clock import timestamp, today
from data.events import events
from data.registration_decisions import ask_back, reject
from data.registration_erasure import ERASED_ADDRESS, KEPT, forget_contacts
from data.registration_inbox import registration
from data.registrations import submit
from data.store import Store
from network.registration import RegistrationStatus, parse_registration
from tests.conftest import COORDINATOR, STAFF
from tests.test_change import content
from tests.writing_verbs_inbox import plain_words

TODAY = today()
SECRETS = ("Erika Beispiel", "erika@nachbarn.example.org", "0331 4711", "Fragen Sie Erika")


def sent(store: Store) -> str:
    typed = {
        "name": "Nachbarn",
        "classification": "initiative",
        "contact_name": SECRETS[0],
        "contact_email": SECRETS[1],
        "contact_phone": SECRETS[2],
        "contact_public": True,
        "consent": True,
        "description": "Wir helfen.",
    }
    return submit(store, STAFF, parse_registration(typed)).id


def rejected(store: Store, day: date) -> str:
    identifier = sent(store)
    ask_back(store, COORDINATOR, identifier, "Wer?", plain_words, expected=1)
    store.update("registrations", identifier, {"answer": SECRETS[3]}, expected=2)
    reject(store, COORDINATOR, identifier, "Doppelt", plain_words, expected=3)
    store.update("registrations", identifier, {"decided_on": day.isoformat()}, expected=4)
    for mail in store.find("mails"):
        store.update("mails", mail["id"], {"sent_at": timestamp()}, expected=mail["revision"])
    return identifier


def test_after_ninety_days_no_byte_of_the_person_is_left(store: Store) -> None:
    identifier = rejected(store, TODAY - KEPT)

    assert forget_contacts(store, OPERATOR) == 1

    kept = repr(content(store))
    assert not any(secret in kept for secret in SECRETS)
    found = registration(store, COORDINATOR, identifier)
    assert (found.content.name, found.content.description) == ("Nachbarn", "Wir helfen.")
    assert (found.content.contact_email, found.content.contact_public) == (ERASED_ADDRESS, False)
    assert identifier in events(store)[-1].detail


def test_before_that_and_a_second_time_nothing_is_written(store: Store) -> None:
    rejected(store, TODAY - KEPT + timedelta(days=1))
    before = content(store)

    assert forget_contacts(store, OPERATOR) == 0
    assert content(store) == before

    assert forget_contacts(store, OPERATOR, TODAY + timedelta(days=1)) == 1
    after = content(store)
    assert forget_contacts(store, OPERATOR, TODAY + timedelta(days=2)) == 0
    assert content(store) == after


@pytest.mark.parametrize("status", RegistrationStatus)
def test_only_what_came_to_nothing_is_forgotten(store: Store, status: RegistrationStatus) -> None:
    identifier = sent(store)
    long_ago = {"status": status.value, "decided_on": "2020-01-01"}
    store.update("registrations", identifier, long_ago, expected=1)

    count = forget_contacts(store, OPERATOR)

    assert count == (status in (RegistrationStatus.REJECTED, RegistrationStatus.ARCHIVED))


def test_a_mail_that_waits_in_vain_goes_with_its_address(store: Store) -> None:
    identifier = sent(store)
    reject(store, COORDINATOR, identifier, "Doppelt", plain_words, expected=1)

    forget_contacts(store, OPERATOR, TODAY + KEPT)

    assert store.find("mails") == []


def test_staff_forgets_nobody(store: Store) -> None:
    rejected(store, TODAY - KEPT)

    with pytest.raises(NotPermitted):
        forget_contacts(store, STAFF)
