"""Changes of public facts that wait for the coordination: one open change for each entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, may, require
from data.change import change
from data.clock import now
from data.entry_rights import entry_permission
from data.identifier import new_id
from data.rows import from_row, to_row
from data.store import Conflict, Store


class ChangeStatus(StrEnum):
    """Where a change stands."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """The organisation took it back, or what it says came about otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """What an organisation wants changed: the fields as they were, and as they shall be."""

    id: str
    organization_id: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    status: ChangeStatus
    submitted_by: str
    submitted_at: datetime
    decided_by: str | None = None
    decided_on: date | None = None
    reason: str = ""
    revision: int = 0


def open_change(store: Store, actor: Identity, organization_id: str) -> EntryChange | None:
    """Return the change of an entry that waits, for whoever looks after the entry or checks it."""
    _require_reading(actor, organization_id)
    return waiting_change(store, organization_id)


def last_refusal(store: Store, actor: Identity, organization_id: str) -> EntryChange | None:
    """Return the last change of an entry where it was refused, so that the reason can be read."""
    _require_reading(actor, organization_id)
    rows = store.find("entry_changes", order="submitted_at desc", organization_id=organization_id)
    last = from_row(EntryChange, rows[0]) if rows else None
    return last if last and last.status is ChangeStatus.REFUSED else None


def withdraw_change(
    store: Store, actor: Identity, organization_id: str, change_id: str, *, expected: int
) -> None:
    """Take back the change of an entry that waits; raise `Conflict` where it does not any more."""
    permission = entry_permission(actor, organization_id)
    subject = ("organization", organization_id)
    with change(store, actor, permission, Verb.WITHDRAWN, subject) as detail:
        waiting = waiting_change(store, organization_id)
        if waiting is None or waiting.id != change_id or waiting.revision != expected:
            raise Conflict(store.get("entry_changes", change_id))
        close_change(store, waiting)
        detail |= {"fields": sorted(waiting.after), "entry_change": change_id}


def waiting_change(store: Store, organization_id: str) -> EntryChange | None:
    """Return the change of an entry that waits; for the functions of this folder only."""
    rows = store.find(
        "entry_changes",
        organization_id=organization_id,
        status=ChangeStatus.SUBMITTED.value,
    )
    return from_row(EntryChange, rows[0]) if rows else None


def submit_change(
    store: Store,
    actor: Identity,
    organization_id: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> str:
    """Let a change wait and return its id; part of a change. One that waits is replaced."""
    waiting = waiting_change(store, organization_id)
    submitted = EntryChange(
        id=waiting.id if waiting else new_id(),
        organization_id=organization_id,
        before=before,
        after=after,
        status=ChangeStatus.SUBMITTED,
        submitted_by=actor.id,
        submitted_at=now(),
    )
    row = to_row(submitted)
    if waiting:
        del row["id"]
        store.update("entry_changes", waiting.id, row, expected=waiting.revision)
    else:
        store.insert("entry_changes", row)
    return submitted.id


def close_change(store: Store, waiting: EntryChange) -> None:
    """Close a change without a decision; part of a change."""
    closed = {"status": ChangeStatus.WITHDRAWN.value}
    store.update("entry_changes", waiting.id, closed, expected=waiting.revision)


def _require_reading(actor: Identity, organization_id: str) -> None:
    if not may(actor, Permission.ENTRY_CHECK):
        require(actor, entry_permission(actor, organization_id))
