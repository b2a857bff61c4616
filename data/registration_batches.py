"""Several registrations decided one after the other: what can be done is done, and told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from accounts.identity import Identity
from data.letters import Compose
from data.registration_decisions import confirm, reject
from data.registration_inbox import duplicates_of, registration, twins_of
from data.store import Conflict, NotFound, Store
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

    def act(each: SubmittedRegistration, expected: int) -> Hindrance | None:
        if each.email_confirmed_at is None:
            return Hindrance.UNCONFIRMED
        if duplicates_of(store, actor, each):
            return Hindrance.DUPLICATE
        if twins_of(store, actor, each, 1):
            return Hindrance.TWIN
        confirm(store, actor, each.id, compose, expected=expected, key=f"{key}:{each.id}")
        return None

    return tuple(_outcome(store, actor, each, key, act) for each in chosen)


def reject_each(
    store: Store, actor: Identity, chosen: Chosen, reason: str, compose: Compose, *, key: str
) -> tuple[Outcome, ...]:
    """Reject all for one reason, each in a change of its own; raise `NotPermitted`."""

    def act(each: SubmittedRegistration, expected: int) -> Hindrance | None:
        of_its_own = f"{key}:{each.id}"
        reject(store, actor, each.id, reason, compose, expected=expected, key=of_its_own)
        return None

    return tuple(_outcome(store, actor, each, key, act) for each in chosen)


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
