"""An entry with its contact person, and whoever looks after it."""

from accounts.identity import Identity, Role
from data import contacts, entry_access
from data.identifier import new_id
from data.letters import Letter
from data.organizations import insert_organization, organization
from data.sessions import SignedIn
from data.store import Store
from data.switches import Switch, set_switch, setting
from network.contact_person import ContactFacts, parse_contact
from network.entry import EntryFacts, facts_of, parse_entry
from network.organization import Classification, Organization, Person
from network.post_facts import PostFacts, parse_post
from tests.conftest import COORDINATOR

EMAIL = "kontakt@sprachcafe.example.org"
SECRET_PHONE = "0331 4711 0815"


def an_entry(store: Store, name: str = "Sprachcafé am Kanal") -> Organization:
    """Keep an organisation as an import leaves it: without a contact person."""
    found = Organization(
        id=new_id(),
        name=name,
        classification=Classification.INITIATIVE,
        description="Wir üben Deutsch.",
        offers=("Sprachtandems",),
    )
    insert_organization(store, found)
    return organization(store, found.id)


def editor_of(organization: Organization) -> Identity:
    """Return somebody who speaks for an organisation."""
    return Identity(
        f"editor-{organization.id}", organization.name, Role.ORG_EDITOR, organization.id
    )


def facts(organization: Organization, **other: object) -> EntryFacts:
    """Return what an entry says, with some of it said otherwise."""
    return parse_entry({**facts_of(organization).model_dump(), **other})


def a_contact(**other: object) -> ContactFacts:
    """Return how an internal contact person can be reached."""
    typed = {"name": "Ada Beispiel", "email": EMAIL, "phone": SECRET_PHONE, "consent": True}
    return parse_contact({**typed, **other})


def contact_of(store: Store, organization: Organization, **other: object) -> Person:
    """Keep a contact person of an entry."""
    return contacts.add_contact(store, editor_of(organization), organization.id, a_contact(**other))


def a_post(**other: object) -> PostFacts:
    """Return what is said of a post."""
    return parse_post({"label": "Leitung Sprachcafé", "occupancy": "vacant", **other})


def letter(_store: Store, said: Letter) -> tuple[str, str]:
    """Put a letter into the fewest words, with its link."""
    return said.name, f"/eintrag/oeffnen/{said.token}"


def token_of(store: Store) -> str:
    """Return the token in the newest mail that waits."""
    body: str = store.find("mails", order="id desc")[0]["body"]
    return body.rpartition("/eintrag/oeffnen/")[2].split()[0]


def asked(store: Store, email: str = EMAIL, address: str = "192.0.2.1", **more: str) -> None:
    """Ask for a link as a visitor does."""
    entry_access.request_link(store, email, address, letter, **more)


def opened(store: Store, organization: Organization) -> SignedIn:
    """Come in by a link from a mail."""
    entry_access.send_link(store, COORDINATOR, organization.id, EMAIL, letter)
    return entry_access.take_part(store, token_of(store))


def check_changes(store: Store, *, is_on: bool = True) -> None:
    """Let public facts wait for the coordination, or no longer."""
    switch = Switch.ENTRY_CHANGES_CHECKED
    present = setting(store, switch)
    set_switch(store, COORDINATOR, switch, is_on=is_on, expected=present.revision)
