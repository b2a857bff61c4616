"""Who reads mails for an organisation: its contact persons and the accounts that speak for it."""

from dataclasses import dataclass

from accounts.identity import Identity, Role
from accounts.permissions import Permission, require
from data.store import Store


@dataclass(frozen=True, slots=True)
class Addressee:
    """An address, and the language in which it is written to."""

    email: str
    language: str


def addressees(store: Store, organization_id: str) -> list[Addressee]:
    """Return all addresses of an organisation, each once; internal, for mails only."""
    found: dict[str, Addressee] = {}
    for row in store.find("persons", organization_id=organization_id):
        _add(found, row["email"], row["language"])
    for row in store.find("accounts", organization_id=organization_id, disabled_at=None):
        if row["role"] == Role.ORG_EDITOR:
            _add(found, row["email"], "de")
    return list(found.values())


def without_address(store: Store, actor: Identity) -> frozenset[str]:
    """Return the ids of entries to which no mail can go; raise `NotPermitted`."""
    require(actor, Permission.ENTRY_LINK_SEND)
    rows = store.query(
        "select id from organizations where merged_into_id is null"
        " and id not in (select organization_id from persons where email <> '')"
        " and id not in (select organization_id from accounts where organization_id is not null"
        " and disabled_at is null and email <> '' and role = :role)",
        {"role": Role.ORG_EDITOR.value},
    )
    return frozenset(row["id"] for row in rows)


def _add(found: dict[str, Addressee], email: str, language: str) -> None:
    if email:
        found.setdefault(email.casefold(), Addressee(email, language))
