"""A link of every kind that mails bear, and what is sent with its form to act by it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from accounts.identity import OPERATOR, Role
from data import entry_links
from data.accounts import add_account
from data.concepts import concepts, sections
from data.entry_links import Purpose
from data.identifier import new_id
from data.registration_decisions import ask_back
from data.stated_ties import state_tie
from data.store import Store
from network.registration import RegistrationStatus
from tests.browser import PASSWORD
from tests.conftest import COORDINATOR
from tests.entry_stage import an_entry, contact_of
from tests.test_registration_inbox import put
from tests.writing_verbs_discussion import a_provider, invited
from tests.writing_verbs_inbox import plain_words
from tests.writing_verbs_upkeep import a_tie

NEW: Final = f"neu-{PASSWORD}"


@dataclass(frozen=True, slots=True)
class MailedLink:
    """The secret of a link, the table that keeps its hash, and the form that uses it."""

    token: str
    form: Mapping[str, str]
    table: str = "entry_links"


def _confirm(store: Store) -> MailedLink:
    registration = put(store, f"Verein {new_id()}", email_confirmed_at=None)
    return MailedLink(_issued(store, Purpose.CONFIRM_EMAIL, registration_id=registration), {})


def _answer(store: Store) -> MailedLink:
    registration = put(store, f"Verein {new_id()}")
    ask_back(store, COORDINATOR, registration, "Wo?", plain_words, expected=1)
    assert store.get("registrations", registration)["status"] == RegistrationStatus.RETURNED
    (mail,) = store.find("mails", subject_id=registration)
    name = {"name": "Verein mit Antwort"}
    return MailedLink(mail["secret"], {**name, "answer": "In Nord."})


def _open(store: Store) -> MailedLink:
    entry = an_entry(store)
    return MailedLink(_issued(store, Purpose.OPEN_ENTRY, organization_id=entry.id), {})


def _still_right(store: Store) -> MailedLink:
    entry = an_entry(store)
    token = _issued(store, Purpose.STILL_RIGHT, organization_id=entry.id)
    return MailedLink(token, {"answer": "right", "revision": str(entry.revision)})


def _change_it(store: Store) -> MailedLink:
    token = _issued(store, Purpose.STILL_RIGHT, organization_id=an_entry(store).id)
    return MailedLink(token, {"answer": "change"})


def _settle(store: Store) -> MailedLink:
    one, other = an_entry(store), an_entry(store, "Nachbarn")
    contact_of(store, other, email=f"{new_id()}@nachbarn.example.org")
    tie = state_tie(store, COORDINATOR, one.id, a_tie(other_id=other.id), plain_words)
    (mail,) = store.find("mails", subject_id=other.id)
    revision = store.get("relations", tie)["revision"]
    return MailedLink(mail["secret"], {"answer": "confirmed", "revision": str(revision)})


def _join_in(store: Store) -> MailedLink:
    section = next(each for each in sections(store, concepts(store)[0].id) if each.reviewable)
    return MailedLink(invited(store, section, a_provider(store)), {}, "guest_links")


def _invitation(store: Store) -> MailedLink:
    token = add_account(store, OPERATOR, "Fachbereich", new_id(), Role.STAFF).token
    return MailedLink(token, {"password": NEW, "again": NEW}, "one_time_links")


def _issued(store: Store, purpose: Purpose, **about: str) -> str:
    with store.atomic():
        return entry_links.issue(store, purpose, "a@verein.example.org", **about).token  # type: ignore[arg-type]


LINKS: Final[Mapping[str, tuple[str, Callable[[Store], MailedLink]]]] = {
    "confirm": ("/anmeldung/bestaetigen/{token}", _confirm),
    "answer": ("/anmeldung/antwort/{token}", _answer),
    "open": ("/eintrag/oeffnen/{token}", _open),
    "still right": ("/eintrag/stimmt/{token}", _still_right),
    "change it": ("/eintrag/stimmt/{token}", _change_it),
    "settle": ("/beziehung/{token}", _settle),
    "join in": ("/mitreden/{token}", _join_in),
    "invitation": ("/einladung/{token}", _invitation),
}
"""By name: the route, and how to make a link for it."""


def whole(store: Store) -> str:
    """Return all rows of all tables, as text."""
    tables = store.query("select name from sqlite_master where type = 'table' order by name")
    names = [str(each["name"]) for each in tables]
    return "\n".join(
        f"{name}: {dict(row)}"
        for name in names
        for row in store.query(f'select * from "{name}"')  # noqa: S608
        if not name.startswith("sqlite_")
    )
