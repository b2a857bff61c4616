"""What organisations were called before, and until which day."""

from collections.abc import Iterable
from datetime import date

from data.identifier import new_id
from data.rows import from_row, to_row
from data.store import Store
from network.former_name import FormerName, called_on
from network.organization import Organization


def former_names(store: Store, organization_id: str) -> list[FormerName]:
    """Return the names of before, the latest first."""
    rows = store.find("former_names", order="until desc", organization_id=organization_id)
    return [from_row(FormerName, row) for row in rows]


def keep_former_name(store: Store, before: Organization, until: date) -> None:
    """Remember what an organisation was called until a day; part of a change."""
    kept = FormerName(
        id=new_id(),
        organization_id=before.id,
        name=before.name,
        short_name=before.short_name,
        until=until,
    )
    store.insert("former_names", to_row(kept))


def all_former_names(store: Store) -> dict[str, list[FormerName]]:
    """Return the names of before by the id of the organisation."""
    found: dict[str, list[FormerName]] = {}
    for row in store.find("former_names", order="id"):
        found.setdefault(row["organization_id"], []).append(from_row(FormerName, row))
    return found


def all_called_on(
    store: Store, organizations: Iterable[Organization], day: date
) -> list[Organization]:
    """Return organisations with the names they had on a day; other names stay findable."""
    former = all_former_names(store)
    return [called_on(each, former.get(each.id, ()), day) for each in organizations]
