"""A registration that means an organisation that is entered already."""

from collections.abc import Mapping
from dataclasses import replace

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from data.change import change
from data.clock import today
from data.entry_writing import keep_difference, write_entry
from data.letters import Compose, Occasion
from data.organizations import organization as entry_of
from data.positions import place_new
from data.publication import insert_ties, keep_contact, source_of
from data.registration_decisions import close, post_with_link, undecided
from data.store import Conflict, Store
from network.organization import Organization
from network.registration import RegistrationStatus
from network.registration_compared import FIELDS
from network.registration_joined import Holds, joined


def merge(
    store: Store,
    actor: Identity,
    registration_id: str,
    entry: Organization,
    holds: Mapping[str, Holds],
    compose: Compose,
    *,
    expected: int,
    key: str | None = None,
) -> Organization:
    """Take a registration over into an entry, with the values that hold, and return the entry.

    `entry` is the entry as it was read. Ties and contact person come along where it has no such
    ones. Raises `Conflict` where registration or entry was changed since they were read.
    """
    with change(
        store,
        actor,
        Permission.REGISTRATION_DECIDE,
        Verb.MERGED,
        ("registration", registration_id),
        key=key,
    ) as detail:
        registration = undecided(store, registration_id, expected)
        old = _as_read(store, entry)
        new = joined(old, registration.content, holds)
        changed = write_entry(store, old, _with_source(new, source_of(registration)))
        keep_difference(store, actor, old, new, [each for each in FIELDS if each in changed])
        insert_ties(store, registration, old.id, compose)
        keep_contact(store, registration, old.id)
        place_new(store)
        close(store, actor, registration, RegistrationStatus.CONFIRMED, old.id)
        post_with_link(store, compose, Occasion.MERGED, registration, new)
        detail |= {"organization": old.id, "fields": list(changed)}
    return entry_of(store, entry.id)


def _as_read(store: Store, entry: Organization) -> Organization:
    found = entry_of(store, entry.id)
    if found.revision != entry.revision or found.merged_into_id:
        raise Conflict(store.get("organizations", entry.id))
    return found


def _with_source(entry: Organization, source: tuple[str, ...]) -> Organization:
    """Return the entry as the organisation itself has stated it today."""
    sources = (*entry.sources, *(each for each in source if each not in entry.sources))
    return replace(entry, sources=sources, confirmed_on=today())
