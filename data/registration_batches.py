"""Several registrations decided one after the other: what can be done is done, and told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from accounts.identity import Identity
from data.letters import Compose
from data.registration_decisions import confirm, reject
from data.registration_inbox import duplicates_of, registration, twins_of
from data.registration_rows import registration_of
from data.store import Conflict, NotFound, Store
from network.duplicates import likely_duplicates
from network.organization import Organization
from network.registration import SubmittedRegistration


class Hindrance(StrEnum):
    """Why one of several could not be decided."""

    CHANGED = "changed"
    """Somebody else decided, or the organisation answered, since it was read."""
    DUPLICATE = "duplicate"
    """It may be entered already."""
    TWIN = "twin"
    """Another open registration is of the same organisation."""
    UNCONFIRMED = "unconfirmed"
    """Nobody confirmed that mails to its address are read."""
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one registration: no hindrance where it was decided."""

    registration_id: str
    name: str
    hindrance: Hindrance | None = None


Chosen = Iterable[tuple[str, int]]
"""Ids with the revisions that the page showed."""


def confirm_each(
    store: Store, actor: Identity, chosen: Chosen, compose: Compose, *, key: str
) -> tuple[Outcome, ...]:
    """Publish all that need no closer look, each in a change of its own.

    Those that may be entered already, wait twice, or whose address nobody confirmed stay. Two
    of the same name among the chosen: neither is published. Raises `NotPermitted`.
    """
    to_publish = tuple(chosen)
    similar = _similar_to_entries(store, actor, to_publish)
    published: list[Organization] = []

    def act(each: SubmittedRegistration, expected: int) -> Hindrance | None:
        if each.email_confirmed_at is None:
            return Hindrance.UNCONFIRMED
        content = each.content
        if each.id in similar or likely_duplicates(content.name, content.website, published):
            return Hindrance.DUPLICATE
        if twins_of(store, actor, each, 1):
            return Hindrance.TWIN
        of_its_own = f"{key}:{each.id}"
        published.append(confirm(store, actor, each.id, compose, expected=expected, key=of_its_own))
        return None

    return tuple(_outcome(store, actor, each, key, act) for each in to_publish)


def reject_each(
    store: Store, actor: Identity, chosen: Chosen, reason: str, compose: Compose, *, key: str
) -> tuple[Outcome, ...]:
    """Reject all for one reason, each in a change of its own; raise `NotPermitted`."""

    def act(each: SubmittedRegistration, expected: int) -> Hindrance | None:
        of_its_own = f"{key}:{each.id}"
        reject(store, actor, each.id, reason, compose, expected=expected, key=of_its_own)
        return None

    return tuple(_outcome(store, actor, each, key, act) for each in chosen)


def _similar_to_entries(
    store: Store, actor: Identity, chosen: Iterable[tuple[str, int]]
) -> frozenset[str]:
    """Return which registrations may be entered already, asked before anything is published.

    Each publication makes what was known of all names out of date; to learn them anew for every
    single one would take seconds in a large city.
    """
    rows = [
        row
        for identifier, _revision in chosen
        for row in store.find("registrations", id=identifier)
    ]
    found = (registration_of(row) for row in rows)
    return frozenset(each.id for each in found if duplicates_of(store, actor, each))


def _outcome(
    store: Store,
    actor: Identity,
    chosen: tuple[str, int],
    key: str,
    act: Callable[[SubmittedRegistration, int], Hindrance | None],
) -> Outcome:
    identifier, expected = chosen
    try:
        found = registration(store, actor, identifier)
    except NotFound:
        return Outcome(identifier, "", Hindrance.GONE)
    if store.find("form_keys", order="key", key=f"{key}:{identifier}"):
        return Outcome(identifier, found.content.name)  # a second click on the same form
    try:
        hindrance = Hindrance.CHANGED if found.revision != expected else act(found, expected)
    except Conflict:
        hindrance = Hindrance.CHANGED
    return Outcome(identifier, found.content.name, hindrance)
