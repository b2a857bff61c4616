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
    """One line of an entry's history; `fields` are those that were changed or wait."""

    at: datetime
    actor_id: str
    verb: Verb
    kind: str
    fields: tuple[str, ...]


def entry_history(
    store: Store, actor: Identity, organization_id: str, limit: int = 20
) -> list[Happening]:
    """Return what happened to an entry, its contact persons and posts; raise `NotPermitted`."""
    require(actor, entry_permission(actor, organization_id))
    rows = store.query(
        "select * from events where subject_id = :id or (subject_type in ('person', 'post')"
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
    fields = (*detail.get("fields", ()), *detail.get("waiting", ()))
    moment = now().fromisoformat(event.at)
    return Happening(moment, event.actor, Verb(event.verb), event.subject_type, fields)
