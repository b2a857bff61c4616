"""What the coordination decides on changes that organisations made to their entries."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.clock import today
from data.entry_changes import ChangeStatus, EntryChange
from data.entry_contacts import mail_contacts
from data.entry_writing import write_entry
from data.former_names import keep_if_renamed
from data.letters import Compose, Letter, Occasion, post
from data.organizations import organization
from data.rows import from_row
from data.store import Conflict, Row, Store
from network.organization import Classification, Organization


def waiting_changes(store: Store, actor: Identity) -> int:
    """Return how many changes wait; raise `NotPermitted`."""
    require(actor, Permission.ENTRY_CHECK)
    (row,) = store.query("select count(*) as n from entry_changes where status = 'submitted'")
    return int(row["n"])


def pending(store: Store, actor: Identity, *, page: int = 1, size: int = 20) -> list[EntryChange]:
    """Return a page of the changes that wait, oldest first; raise `NotPermitted`."""
    require(actor, Permission.ENTRY_CHECK)
    rows = store.query(
        "select * from entry_changes where status = 'submitted'"
        " order by submitted_at, id limit :limit offset :offset",
        {"limit": size, "offset": (max(page, 1) - 1) * size},
    )
    return [from_row(EntryChange, row) for row in rows]


def changed_meanwhile(entry: Organization, proposed: EntryChange) -> tuple[str, ...]:
    """Return the fields in which the entry says neither what it said then nor what is wanted."""
    return tuple(
        field
        for field, wanted in proposed.after.items()
        if _plain(getattr(entry, field)) not in (_plain(proposed.before.get(field)), _plain(wanted))
    )


def accept(
    store: Store,
    actor: Identity,
    change_id: str,
    compose: Compose,
    *,
    expected: int,
    entry_expected: int | None = None,
    key: str | None = None,
) -> Organization:
    """Make a change of an entry public, tell the organisation, and return the entry.

    Raises `Conflict` where the change was decided or replaced since it was read, or the entry
    was changed in the same fields since it was submitted. Whoever has seen that and accepts
    all the same names the revision of the entry that was shown, as `entry_expected`.
    """
    with change(
        store,
        actor,
        Permission.ENTRY_CHECK,
        Verb.CONFIRMED,
        ("entry_change", change_id),
        key=key,
    ) as detail:
        waiting = _waiting(store, change_id, expected)
        old = organization(store, waiting.organization_id)
        if _is_stale(old, waiting, entry_expected):
            raise Conflict(store.get("organizations", old.id))
        new = replace(old, **_typed(waiting.after), confirmed_on=today())
        fields = write_entry(store, old, _with_former_name(store, old, new))
        _close(store, actor, waiting, ChangeStatus.ACCEPTED)
        _tell(store, compose, Occasion.CHANGE_ACCEPTED, new)
        detail |= {"organization": old.id, "fields": sorted(fields)}
    return organization(store, old.id)


def refuse(
    store: Store,
    actor: Identity,
    change_id: str,
    reason: str,
    compose: Compose,
    *,
    expected: int,
    key: str | None = None,
) -> None:
    """Leave an entry as it is, and tell the organisation why; raise `Conflict` as `accept`."""
    with change(
        store,
        actor,
        Permission.ENTRY_CHECK,
        Verb.REJECTED,
        ("entry_change", change_id),
        key=key,
    ) as detail:
        waiting = _waiting(store, change_id, expected)
        _close(store, actor, waiting, ChangeStatus.REFUSED, reason)
        entry = organization(store, waiting.organization_id)
        _tell(store, compose, Occasion.CHANGE_REFUSED, entry, reason)
        detail["organization"] = entry.id


def _waiting(store: Store, change_id: str, expected: int) -> EntryChange:
    row = store.get("entry_changes", change_id)
    if row["revision"] != expected or row["status"] != ChangeStatus.SUBMITTED:
        raise Conflict(row)
    return from_row(EntryChange, row)


def _is_stale(entry: Organization, waiting: EntryChange, seen: int | None) -> bool:
    if entry.merged_into_id:
        return True
    return bool(changed_meanwhile(entry, waiting)) if seen is None else entry.revision != seen


def _typed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as the entry holds them: lists as tuples, the kind as a kind."""
    typed: dict[str, Any] = {
        name: tuple(v) if isinstance(v, list) else v for name, v in values.items()
    }
    if "classification" in typed:
        typed["classification"] = Classification(typed["classification"])
    return typed


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _with_former_name(store: Store, old: Organization, new: Organization) -> Organization:
    """Keep the name of before with its last day, so that the entry is found by both."""
    others = keep_if_renamed(store, old, new.name, new.short_name)
    return replace(new, other_names=others)


def _close(
    store: Store, actor: Identity, waiting: EntryChange, status: ChangeStatus, reason: str = ""
) -> None:
    decided: Row = {
        "status": status.value,
        "decided_by": actor.id,
        "decided_on": today().isoformat(),
        "reason": reason,
    }
    store.update("entry_changes", waiting.id, decided, expected=waiting.revision)


def _tell(
    store: Store, compose: Compose, occasion: Occasion, entry: Organization, reason: str = ""
) -> None:
    """Mail everybody who is a contact of the organisation, each address once."""
    found = mail_contacts(store, entry.id)
    for person in {each.email.casefold(): each for each in found}.values():
        letter = Letter(occasion=occasion, name=entry.name, language=person.language, text=reason)
        post(store, compose, letter, person.email, entry.id)
