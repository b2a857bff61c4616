"""What organisations were called before, and until which day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from data.identifier import new_id
from data.rows import from_row, to_row
from data.store import Store
from network.organization import Organization


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name of before, and the last day on which it held."""

    id: str
    organization_id: str
    name: str
    short_name: str
    until: date


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


def called_on(store: Store, organizations: Iterable[Organization], day: date) -> list[Organization]:
    """Return organisations with the names they had on a day; other names stay findable."""
    rows = store.query(
        "select * from former_names where until >= :day order by until desc, id desc",
        {"day": day.isoformat()},
    )
    names = {row["organization_id"]: row for row in rows}  # the last is the earliest to end
    return [
        _called(each, names[each.id]["name"], names[each.id]["short_name"])
        if each.id in names
        else each
        for each in organizations
    ]


def _called(organization: Organization, name: str, short_name: str) -> Organization:
    others = dict.fromkeys((*organization.other_names, organization.name))
    others.pop(name, None)
    return replace(organization, name=name, short_name=short_name, other_names=tuple(others))
