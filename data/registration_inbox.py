"""The coordinator's inbox of registrations: its lists, a page at a time."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.likely_entries import likely_entries
from data.registration_rows import registration_of
from data.store import Row, Store
from network.duplicates import Duplicate
from network.naming import bare_name
from network.registration import SubmittedRegistration

PAGE: Final = 20
"""So many registrations stand on one page of a list."""


class Tray(StrEnum):
    """A list of the inbox."""

    WAITING = "waiting"
    UNCONFIRMED = "unconfirmed"
    """Nobody has confirmed yet that mails to their address are read."""
    ASKED = "asked"
    DECIDED = "decided"


_WHERE: Final[Mapping[Tray, str]] = {
    Tray.WAITING: "status = 'submitted' and email_confirmed_at is not null",
    Tray.UNCONFIRMED: "status = 'submitted' and email_confirmed_at is null",
    Tray.ASKED: "status = 'returned'",
    Tray.DECIDED: "status in ('confirmed', 'rejected', 'archived')",
}
_ORDER: Final[Mapping[Tray, str]] = {
    Tray.DECIDED: "decided_on desc, modified_at desc, id",
}
_SPELLINGS: Final[Mapping[str, str]] = {"a": "aAäÄ", "o": "oOöÖ", "u": "uUüÜ", "s": "sSß"}


def sizes(store: Store, actor: Identity) -> dict[Tray, int]:
    """Return how many registrations lie in each list; raise `NotPermitted`."""
    require(actor, Permission.REGISTRATION_READ)
    counted = ", ".join(f"coalesce(sum({where}), 0) as {tray}" for tray, where in _WHERE.items())
    (row,) = store.query(f"select {counted} from registrations")  # noqa: S608  (our own words)
    return {tray: int(row[tray.value]) for tray in Tray}


def page_of(
    store: Store, actor: Identity, tray: Tray, *, text: str = "", page: int = 1, size: int = PAGE
) -> tuple[list[SubmittedRegistration], int]:
    """Return one page of a list, and how many there are on all pages; pages count from 1.

    Open ones come oldest first, decided ones newest first. `text` is what their names hold:
    capitals and umlauts make no difference. Raises `NotPermitted`.
    """
    require(actor, Permission.REGISTRATION_READ)
    values: Row = {"limit": size, "offset": (max(page, 1) - 1) * size}
    where = _WHERE[tray]
    for place, word in enumerate(text.split()):
        where += f" and json_extract(content, '$.name') glob :word{place}"
        values[f"word{place}"] = _glob(word)
    rows = store.query(
        f"select *, count(*) over () as all_of_them from registrations where {where}"  # noqa: S608  (our own words)
        f" order by {_ORDER.get(tray, 'submitted_at, id')} limit :limit offset :offset",
        values,
    )
    total = int(rows[0]["all_of_them"]) if rows else 0
    return [registration_of(row) for row in rows], total


def registration(store: Store, actor: Identity, registration_id: str) -> SubmittedRegistration:
    """Return one registration in whatever state; raise `NotPermitted` and `NotFound`."""
    require(actor, Permission.REGISTRATION_READ)
    return registration_of(store.get("registrations", registration_id))


def duplicates_of(
    store: Store, actor: Identity, registration: SubmittedRegistration
) -> tuple[Duplicate, ...]:
    """Return published organisations that the registration may mean."""
    require(actor, Permission.REGISTRATION_READ)
    content = registration.content
    return likely_entries(store, content.name, content.website)


def twins_of(
    store: Store, actor: Identity, registration: SubmittedRegistration, limit: int = 5
) -> list[SubmittedRegistration]:
    """Return open registrations of the same organisation: by name, or from the same address."""
    require(actor, Permission.REGISTRATION_READ)
    rows = store.query(
        "select id, json_extract(content, '$.name') as name,"
        " lower(json_extract(content, '$.contact_email')) as email"
        " from registrations where status in ('submitted', 'returned') order by submitted_at, id"
    )
    name, email = bare_name(registration.content.name), registration.content.contact_email.lower()
    same = [
        row["id"]
        for row in rows
        if row["id"] != registration.id
        and (bare_name(row["name"]) == name or row["email"] == email)
    ]
    return [registration_of(store.get("registrations", each)) for each in same[:limit]]


def _glob(word: str) -> str:
    """Return a pattern of SQLite for texts that hold a word, whatever its case and umlauts."""
    return f"*{''.join(_spellings(char) for char in word)}*"


def _spellings(char: str) -> str:
    if not char.isalpha():
        return f"[{char}]" if char in "*?[" else char
    plain = {"ä": "a", "ö": "o", "ü": "u", "ß": "s"}.get(char.lower(), char.lower())
    return f"[{_SPELLINGS.get(plain, char.lower() + char.upper())}]"
