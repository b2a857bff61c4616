"""What happened to an entry, and who did it: from the log, newest first."""

import json
from dataclasses import dataclass
from datetime import datetime

from accounts.event import Event, Verb
from accounts.identity import Identity
from accounts.permissions import require
from data.clock import now
from data.entry_rights import entry_permission
from data.rows import from_row
from data.store import Store


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of an entry's history; `waiting` are fields that wait for the coordination."""

    at: datetime
    actor_id: str
    verb: Verb
    kind: str
    fields: tuple[str, ...]
    waiting: tuple[str, ...] = ()


def entry_history(
    store: Store, actor: Identity, organization_id: str, limit: int = 20
) -> list[Happening]:
    """Return what happened to an entry, contacts, posts and links; raise `NotPermitted`."""
    require(actor, entry_permission(actor, organization_id))
    rows = store.query(
        "select * from events where subject_id = :id or (subject_type in"
        " ('person', 'post', 'entry_change', 'registration', 'entry_link')"
        " and detail like :named) order by seq desc limit :limit",
        {
            "id": organization_id,
            "named": f'%"organization": "{organization_id}"%',
            "limit": limit,
        },
    )
    return [_happening(from_row(Event, row)) for row in rows]


def _happening(event: Event) -> Happening:
    detail = json.loads(event.detail)
    return Happening(
        at=now().fromisoformat(event.at),
        actor_id=event.actor,
        verb=Verb(event.verb),
        kind=event.subject_type,
        fields=tuple(detail.get("fields", ())),
        waiting=tuple(detail.get("waiting", ())),
    )
