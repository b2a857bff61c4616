"""Forgetting who stood behind registrations from which nothing came."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from data.change import change
from data.clock import today
from data.letters import Occasion
from data.mail_erasure import blot_words, blotted
from data.mails import BLOT
from data.store import Row, Store

KEPT: Final = timedelta(days=90)
"""So long after the decision the contact stays, for questions about it."""
ERASED_ADDRESS: Final = "entfernt@entfernt.invalid"
"""Stands where an e-mail address was; no mail ever reaches it (RFC 2606)."""


def forget_contacts(store: Store, actor: Identity, day: date | None = None) -> int:
    """Blot out contact persons of registrations rejected or archived 90 days ago, and count them.

    What was asked and answered goes with them, and so do links and mails that still wait; mails
    that were sent forget whom they went to and what they asked. What the organisation said of
    itself stays. With nothing to forget nothing is written.
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
    said = [content[name] for name in ("contact_name", "contact_phone", "contact_email")]
    content["description"] = blotted(content["description"], said)
    content |= {
        "contact_name": "",
        "contact_phone": "",
        "contact_email": ERASED_ADDRESS,
        "contact_public": False,
    }
    forgotten = {"content": json.dumps(content, ensure_ascii=False), "question": "", "answer": ""}
    forgotten["reason"] = blotted(row["reason"], said)
    store.update("registrations", row["id"], forgotten, expected=row["revision"])
    store.delete("entry_links", registration_id=row["id"])
    _forget_mails(store, row["id"], said)


def _forget_mails(store: Store, registration_id: str, said: Sequence[str]) -> None:
    for mail in store.find("mails", subject_id=registration_id):
        if mail["sent_at"] is None:
            store.delete("mails", id=mail["id"])
            continue
        changes = {"recipient": BLOT}
        if mail["purpose"] == Occasion.ASKED_BACK:
            changes["body"] = BLOT
        store.update("mails", mail["id"], changes, expected=mail["revision"])
    blot_words(store, said, (registration_id,))
