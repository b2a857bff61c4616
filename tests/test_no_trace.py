"""Who is removed is nowhere any more: in no table, and in no byte of the file."""

from pathlib import Path

import pytest

from accounts.identity import OPERATOR
from data import contacts, entry_access
from data.clock import today
from data.entry_contacts import mail_contacts
from data.events import broken_event
from data.mails import note_sent, waiting_mails
from data.merges import merge
from data.organizations import organization
from data.registration_addresses import confirm_address
from data.registration_answers import answer
from data.registration_decisions import ask_back, confirm, reject
from data.registration_erasure import KEPT, forget_contacts
from data.registration_inbox import registration
from data.registrations import submit
from data.sqlite_store import SqliteStore
from data.stated_ties import state_tie
from data.store import Store
from data.upkeep import ask_if_still_right
from network.organization import Person
from tests.conftest import COORDINATOR, STAFF
from tests.entry_stage import an_entry, contact_of
from tests.mailed_links import whole
from tests.writing_verbs_inbox import plain_words
from tests.writing_verbs_registrations import typed
from tests.writing_verbs_upkeep import a_tie, long_ago

NAME, PHONE, EMAIL = "Zofia Ungewöhnlich", "0331 998877665", "Zofia@Ungewoehnlich.example.org"
TRACES = ("Zofia", "zofia", "998877665", "ngewoehnlich.example.org")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "bindeglied.db"


def all_sent(store: Store) -> None:
    for mail in waiting_mails(store):
        note_sent(store, mail)


def asked_and_answered(store: Store, description: str = "Wir üben.") -> str:
    """Register with all that mails can be about, and return the id of the registration."""
    facts = {"contact_name": NAME, "contact_phone": PHONE, "contact_email": EMAIL}
    content = typed(**facts, description=description)
    sent = submit(store, STAFF, content, compose=plain_words)
    confirm_address(store, waiting_mails(store)[-1].secret)
    all_sent(store)
    question = f"Guten Tag, {NAME}, gilt {PHONE} noch?"
    revision = registration(store, COORDINATOR, sent.id).revision
    ask_back(store, COORDINATOR, sent.id, question, plain_words, expected=revision)
    answer(store, waiting_mails(store)[-1].secret, f"Ja, {PHONE}. {NAME}", content)
    return sent.id


def published(store: Store) -> Person:
    """Let a person have all that an entry brings about, and return them."""
    identifier = asked_and_answered(store)
    revision = registration(store, COORDINATOR, identifier).revision
    entry = confirm(store, COORDINATOR, identifier, plain_words, expected=revision)
    all_sent(store)
    other = an_entry(store, "Nachbarn")
    state_tie(store, COORDINATOR, other.id, a_tie(other_id=entry.id), plain_words)
    entry_access.request_link(store, EMAIL.lower(), "192.0.2.7", plain_words)
    long_ago(store, entry.id)
    ask_if_still_right(store, OPERATOR, plain_words)
    (person,) = mail_contacts(store, entry.id)
    return person


def traces(store: Store, database: Path, words: tuple[str, ...] = TRACES) -> list[str]:
    """Return what is left of a person, in rows and in the bytes of the file."""
    rows = whole(store)
    assert broken_event(store) is None
    other = SqliteStore(database)
    other.query("pragma wal_checkpoint(truncate)")
    other.close()
    found = b"".join(each.read_bytes() for each in database.parent.glob("bindeglied.db*"))
    return [each for each in words if each in rows or each.encode() in found]


@pytest.mark.parametrize("is_sent", [True, False])
def test_a_removed_contact_person_leaves_no_trace(
    store: Store, database: Path, *, is_sent: bool
) -> None:
    person = published(store)
    if is_sent:
        all_sent(store)
    assert traces(store, database) != []

    contacts.remove_contact(
        store, COORDINATOR, person.organization_id, person.id, expected=person.revision
    )

    assert traces(store, database) == []


def test_nor_after_the_entry_went_into_another(store: Store, database: Path) -> None:
    person, into = published(store), an_entry(store, "Haus der Vielen")
    gone = organization(store, person.organization_id)
    merge(
        store, COORDINATOR, gone.id, into.id,
        expected_gone=gone.revision, expected_kept=into.revision,
    )  # fmt: skip
    (person,) = mail_contacts(store, into.id)

    contacts.remove_contact(store, COORDINATOR, into.id, person.id, expected=person.revision)

    assert traces(store, database) == []


def test_of_two_with_one_mailbox_only_the_address_stays(store: Store, database: Path) -> None:
    person = published(store)
    entry = organization(store, person.organization_id)
    contact_of(store, entry, name="Ada Beispiel", email=EMAIL, phone="")

    contacts.remove_contact(store, COORDINATOR, entry.id, person.id, expected=person.revision)

    assert traces(store, database, (NAME, "Ungewöhnlich", "998877665")) == []
    assert [each.name for each in mail_contacts(store, entry.id)] == ["Ada Beispiel"]


def test_who_stands_for_an_organisation_in_a_group_can_be_removed(store: Store) -> None:
    entry, group = an_entry(store), an_entry(store, "AG Wohnen")
    person = contact_of(store, entry)
    row = {"id": "m", "organization_id": group.id, "role": "member", "sources": "[]"}
    both = {"member_organization_id": entry.id, "person_id": person.id}
    store.insert("memberships", row | both)

    contacts.remove_contact(store, COORDINATOR, entry.id, person.id, expected=1)

    (kept,) = store.find("memberships")
    assert (kept["member_organization_id"], kept["person_id"]) == (entry.id, None)


@pytest.mark.parametrize("is_sent", [True, False])
def test_a_rejected_registration_leaves_no_trace_after_its_time(
    store: Store, database: Path, *, is_sent: bool
) -> None:
    identifier = asked_and_answered(store, f"Wir üben. Fragen Sie {NAME}!")
    revision = registration(store, COORDINATOR, identifier).revision
    reject(store, COORDINATOR, identifier, f"Tut uns leid, {NAME}", plain_words, expected=revision)
    if is_sent:
        all_sent(store)

    forget_contacts(store, OPERATOR, today() + KEPT)

    assert traces(store, database) == []
