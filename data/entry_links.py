"""Links by mail about a registration, an entry or a tie: shown by GET, used once by POST."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from accounts.identity import Identity, Role
from accounts.token import new_token, token_hash
from data.clock import day_of, now, timestamp
from data.identifier import new_id
from data.rows import from_row
from data.store import NotFound, Store


class Purpose(StrEnum):
    """What a link is good for."""

    CONFIRM_EMAIL = "confirm_email"
    """Somebody reads the address that a registration gave."""
    ANSWER = "answer"
    """Answer what the coordination asked back about a registration."""
    OPEN_ENTRY = "open_entry"
    """Begin a session for one's own entry."""
    STILL_RIGHT = "still_right"
    """Say that one's entry is still right."""
    SETTLE_TIE = "settle_tie"
    """Confirm or dispute a tie that another organisation stated."""


LIFETIMES: Final[Mapping[Purpose, timedelta]] = {
    Purpose.CONFIRM_EMAIL: timedelta(days=30),
    Purpose.ANSWER: timedelta(days=30),
    Purpose.OPEN_ENTRY: timedelta(days=2),
    Purpose.STILL_RIGHT: timedelta(days=60),
    Purpose.SETTLE_TIE: timedelta(days=60),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLink:
    """A link as it is kept: what it is good for, about what, and to whom it went."""

    id: str
    purpose: Purpose
    organization_id: str | None
    registration_id: str | None
    tie_table: str | None
    tie_id: str | None
    email: str
    language: str
    expires_at: datetime
    used_at: datetime | None
    revision: int

    @property
    def identity(self) -> Identity:
        """Return on whose behalf the link acts: nobody signed in, for one organisation."""
        return Identity(f"link:{self.id}", "", Role.PUBLIC, self.organization_id)


@dataclass(frozen=True, slots=True)
class Issued:
    """A fresh link: its id, the secret for the mail, and its last day."""

    id: str
    token: str
    until: date


def issue(
    store: Store,
    purpose: Purpose,
    email: str,
    language: str = "de",
    *,
    organization_id: str | None = None,
    registration_id: str | None = None,
    tie: tuple[str, str] | None = None,
) -> Issued:
    """Keep a link and return its secret; part of a change. `tie` is its table and its id."""
    identifier, token, until = new_id(), new_token(), now() + LIFETIMES[purpose]
    table, tie_id = tie or (None, None)
    store.insert(
        "entry_links",
        {
            "id": identifier,
            "token_hash": token_hash(token),
            "purpose": purpose.value,
            "organization_id": organization_id,
            "registration_id": registration_id,
            "tie_table": table,
            "tie_id": tie_id,
            "email": email,
            "language": language,
            "expires_at": timestamp(until),
        },
    )
    return Issued(identifier, token, day_of(until))


def usable(store: Store, token: str, purpose: Purpose) -> EntryLink:
    """Return a link that may still be used, without using it.

    Raises `NotFound` where it is used, too old, of another purpose or made up.
    """
    rows = store.find(
        "entry_links", token_hash=token_hash(token), purpose=purpose.value, used_at=None
    )
    if not rows or rows[0]["expires_at"] < timestamp():
        raise NotFound("link")
    return from_row(EntryLink, rows[0])


def use(store: Store, token: str, purpose: Purpose) -> EntryLink:
    """Use a link up and return it; part of a change. Raises `NotFound` as `usable` does."""
    link = usable(store, token, purpose)
    store.update("entry_links", link.id, {"used_at": timestamp()}, expected=link.revision)
    return link
