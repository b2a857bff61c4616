"""Which organisations a new name probably means."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from network.naming import bare_name
from network.organization import Organization

THRESHOLD = 82
"""Likeness in percent from which two names are shown beside each other."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An organisation that may be the one meant, and why."""

    organization: Organization
    likeness: int
    same_website: bool


def same_name(name: str, organizations: Iterable[Organization]) -> Organization | None:
    """Return the organisation that bears this name already, but for case and legal form."""
    wanted = bare_name(name)
    for organization in organizations if wanted else ():
        if wanted in {bare_name(known) for known in _names(organization)}:
            return organization
    return None


def likely_duplicates(
    name: str, website: str, organizations: Iterable[Organization], limit: int = 3
) -> tuple[Duplicate, ...]:
    """Return the likeliest organisations first, at most `limit`.

    Likeness is the best rapidfuzz ratio (0 to 100) of the bare names in any word order.
    A web host counts whatever the name, unless several organisations share it already.
    """
    known = list(organizations)
    wanted, host = bare_name(name), _host(website)
    telling = bool(host) and sum(_host(each.website) == host for each in known) == 1
    found = []
    for organization in known:
        names = [bare_name(each) for each in _names(organization)]
        likeness = max((_likeness(wanted, each) for each in names if each and wanted), default=0)
        same_website = telling and host == _host(organization.website)
        if likeness >= THRESHOLD or same_website:
            found.append(Duplicate(organization, likeness, same_website))
    found.sort(
        key=lambda each: (
            each.likeness < 95,
            not each.same_website,
            -each.likeness,
            each.organization.name,
        )
    )
    return tuple(found[:limit])


def _names(organization: Organization) -> tuple[str, ...]:
    names = (organization.name, organization.short_name, *organization.other_names)
    return tuple(name for name in names if name)


def _likeness(left: str, right: str) -> int:
    """Compare whole names; one that merely contains the other counts a little less.

    A single common word ("Verein", a city's name) inside another name says nothing.
    """
    whole = max(fuzz.ratio(left, right), fuzz.token_sort_ratio(left, right))
    shorter = min(left, right, key=len)
    telling = len(shorter) >= 10 or (" " in shorter and len(shorter) >= 6)
    contained = fuzz.token_set_ratio(left, right) * 0.9 if telling else 0.0
    return round(max(whole, contained))


def _host(website: str) -> str:
    try:
        return (urlsplit(website).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
