"""Accounts of organisations that come by links from mails: one for each address, no password."""

from accounts.identity import Account, Role
from accounts.token import new_token
from data.identifier import new_id
from data.rows import from_row
from data.store import Store
from network.organization import Organization


def account_for(store: Store, organization: Organization, address: str) -> str:
    """Return the account of an organisation at an address; make one where there is none.

    Part of a change. An account that was ended stays so. Its login can be guessed by nobody, and
    it has no password; mails of other kinds do not go to it, since it bears no address.
    """
    for account_id in _known(store, organization.id, address):
        kept = from_row(Account, store.get("accounts", account_id))
        if kept.disabled_at is None:
            return kept.id
    identifier = new_id()
    store.insert(
        "accounts",
        {
            "id": identifier,
            "name": organization.name,
            "login": f"link-{new_token()}".casefold(),
            "role": Role.ORG_EDITOR.value,
            "organization_id": organization.id,
            "email": "",
        },
    )
    return identifier


def _known(store: Store, organization_id: str, address: str) -> list[str]:
    """Return the accounts that links to this address have opened, or will open."""
    rows = store.query(
        "select account_id from guest_links where organization_id = :id and email = :email"
        " union select account_id from entry_links where organization_id = :id"
        " and email = :email and account_id is not null",
        {"id": organization_id, "email": address},
    )
    return sorted(row["account_id"] for row in rows)
