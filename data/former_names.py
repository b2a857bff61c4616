"""What organisations were called before, and until which day."""

from collections.abc import Iterable
from datetime import date, timedelta

from data.clock import today
from data.identifier import new_id
from data.rows import from_row, to_row
from data.store import Store
from network.former_name import FormerName, called_on
from network.naming import fold
from network.organization import Organization


def former_names(store: Store, organization_id: str) -> list[FormerName]:
    """Return the names of before, the latest first."""
    rows = store.find("former_names", order="until desc", organization_id=organization_id)
    return [from_row(FormerName, row) for row in rows]


def keep_former_name(
    store: Store, before: Organization, name: str, short_name: str, since: date
) -> tuple[str, ...]:
    """Remember what an organisation was called before a day; part of a change.

    Returns the other names under which it is then found.
    """
    others = dict.fromkeys((*before.other_names, before.name, before.short_name))
    until = since - timedelta(days=1)
    if not _began_later(store, before.id, until):
        kept = FormerName(
            id=new_id(),
            organization_id=before.id,
            name=before.name,
            short_name=before.short_name,
            until=until,
        )
        store.insert("former_names", to_row(kept))
    return tuple(each for each in others if each not in ("", name, short_name))


def keep_if_renamed(
    store: Store, before: Organization, name: str, short_name: str
) -> tuple[str, ...]:
    """Remember until when the names held that are replaced today; part of a change.

    Returns the other names as `keep_former_name` does. What is only written in other capitals
    or signs is corrected, and a short name that is given for the first time replaces none.
    """
    shortened = bool(before.short_name) and fold(before.short_name) != fold(short_name)
    if shortened or fold(before.name) != fold(name):
        return keep_former_name(store, before, name, short_name, today())
    return tuple(each for each in before.other_names if each not in (name, short_name))


def _began_later(store: Store, organization_id: str, until: date) -> bool:
    """Say whether the name of before was not yet the name on a day: it held for no whole one."""
    known = former_names(store, organization_id)
    return bool(known) and known[0].until >= until


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
