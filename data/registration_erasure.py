"""Forgetting who stood behind registrations from which nothing came."""

import json
from datetime import date, timedelta
from typing import Final

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from data.change import change
from data.clock import today
from data.mails import BLOT
from data.store import Row, Store

KEPT: Final = timedelta(days=90)
"""So long after the decision the contact stays, for questions about it."""
ERASED_ADDRESS: Final = "entfernt@entfernt.invalid"
"""Stands where an e-mail address was; no mail ever reaches it (RFC 2606)."""


def forget_contacts(store: Store, actor: Identity, day: date | None = None) -> int:
    """Blot out contact persons of registrations rejected or archived 90 days ago, and count them.

    What was asked and answered goes with them, and mails that were sent and links forget the
    address. What the organisation said of itself stays. With nothing to forget nothing is written.
    """
    rows = _due(store, day or today())
    if not rows:
        return 0
    with change(
        store,
        actor,
        Permission.REMINDER_SEND,
        Verb.ERASED,
        ("registrations", "all"),
    ) as detail:
        for row in rows:
            _forget(store, row)
        detail["registrations"] = [row["id"] for row in rows]
    return len(rows)


def _due(store: Store, day: date) -> list[Row]:
    return store.query(
        "select * from registrations where status in ('rejected', 'archived')"
        " and coalesce(decided_on, substr(modified_at, 1, 10)) <= :until"
        " and json_extract(content, '$.contact_email') is not :erased order by id",
        {"until": (day - KEPT).isoformat(), "erased": ERASED_ADDRESS},
    )


def _forget(store: Store, row: Row) -> None:
    content = json.loads(row["content"])
    content |= {
        "contact_name": "",
        "contact_phone": "",
        "contact_email": ERASED_ADDRESS,
        "contact_public": False,
    }
    blotted = {"content": json.dumps(content, ensure_ascii=False), "question": "", "answer": ""}
    store.update("registrations", row["id"], blotted, expected=row["revision"])
    store.delete("entry_links", registration_id=row["id"])
    for mail in store.find("mails", subject_id=row["id"]):
        if mail["sent_at"]:
            store.update("mails", mail["id"], {"recipient": BLOT}, expected=mail["revision"])
