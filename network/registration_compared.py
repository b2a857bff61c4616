"""What a registration says beside what an entry says already, field by field."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from network.naming import bare_name, fold
from network.organization import Organization
from network.registration import Registration

SINGLE: Final = ("name", "classification", "website", "district", "description")
"""Fields that hold one value."""
LISTS: Final = ("topic_ids", "target_groups", "languages", "offers", "needs")
"""Fields that hold several values, so that those of both sides can stand together."""
FIELDS: Final = (*SINGLE, *LISTS)

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One field on both sides; `same` where they say the same, if not to the letter."""

    field: str
    entry: Value
    registered: Value
    same: bool

    @property
    def several(self) -> bool:
        """Whether the field holds several values."""
        return self.field in LISTS


def compared(organization: Organization, registered: Registration) -> tuple[Compared, ...]:
    """Return all fields that both can have, in the order in which they are shown.

    A registration that leaves a field empty says nothing against the entry: that is the same.
    """
    return tuple(_compared(field, organization, registered) for field in FIELDS)


def is_known_as(organization: Organization, name: str) -> bool:
    """Say whether this is one of the names of an organisation, but for case and legal form."""
    names = (organization.name, organization.short_name, *organization.other_names)
    return bare_name(name) in {bare_name(each) for each in names if each}


def _compared(field: str, organization: Organization, registered: Registration) -> Compared:
    left, right = getattr(organization, field), getattr(registered, field)
    return Compared(field, left, right, not right or _says_the_same(field, left, right))


def _says_the_same(field: str, left: Value, right: Value) -> bool:
    if isinstance(left, tuple):
        return {fold(each) or each for each in right} <= {fold(each) or each for each in left}
    if field == "website":
        return _bare_address(left) == _bare_address(str(right))
    return " ".join(left.split()) == " ".join(str(right).split())


def _bare_address(address: str) -> tuple[str, ...]:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return (address,)
    return (host, parts.path.rstrip("/"), parts.query, parts.fragment)
