"""Contact persons as whoever looks after the entry, and the mails to it, need them."""

from accounts.identity import Identity
from accounts.permissions import require
from data.entry_rights import entry_permission
from data.rows import from_row
from data.store import Store
from network.organization import Person


def entry_contacts(store: Store, actor: Identity, organization_id: str) -> list[Person]:
    """Return all contact persons of an entry for whoever looks after it; raise `NotPermitted`."""
    require(actor, entry_permission(actor, organization_id))
    return _persons(store, organization_id)


def mail_contacts(store: Store, organization_id: str) -> list[Person]:
    """Return the contact persons to whom mails can go; for writing to them only, never shown."""
    return [each for each in _persons(store, organization_id) if each.email]


def _persons(store: Store, organization_id: str) -> list[Person]:
    return [from_row(Person, row) for row in store.find("persons", organization_id=organization_id)]
