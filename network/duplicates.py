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
    for organization in organizations:
        if wanted in {bare_name(known) for known in _names(organization)}:
            return organization
    return None


def likely_duplicates(
    name: str, website: str, organizations: Iterable[Organization], limit: int = 3
) -> tuple[Duplicate, ...]:
    """Return the likeliest organisations first, at most `limit`.

    Likeness is the best rapidfuzz ratio (0 to 100) of the bare names in any word order;
    an equal web host counts whatever the name.
    """
    wanted, host = bare_name(name), _host(website)
    found = []
    for organization in organizations:
        likeness = max(_likeness(wanted, bare_name(known)) for known in _names(organization))
        same_website = bool(host) and host == _host(organization.website)
        if likeness >= THRESHOLD or same_website:
            found.append(Duplicate(organization, likeness, same_website))
    found.sort(key=lambda each: (-each.same_website, -each.likeness, each.organization.name))
    return tuple(found[:limit])


def _names(organization: Organization) -> tuple[str, ...]:
    names = (organization.name, organization.short_name, *organization.other_names)
    return tuple(name for name in names if name)


def _likeness(left: str, right: str) -> int:
    """Compare whole names; one that merely contains the other counts a little less."""
    whole = max(fuzz.ratio(left, right), fuzz.token_sort_ratio(left, right))
    contained = fuzz.token_set_ratio(left, right) * 0.9 if min(len(left), len(right)) >= 6 else 0.0
    return round(max(whole, contained))


def _host(website: str) -> str:
    return (urlsplit(website).hostname or "").removeprefix("www.")
