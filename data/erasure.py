"""Forgetting an e-mail address of an organisation: in links, mails and what was submitted."""

import json
from typing import Final

from accounts.identity import Identity
from data.clock import timestamp
from data.mails import BLOT
from data.store import Store

GONE: Final = "entfernt@example.invalid"
"""Stands in a registration where the address of an erased contact person was."""


def forget_address(store: Store, actor: Identity, organization_id: str, email: str) -> None:
    """Let nobody enter by an address any more and blot it out; part of a change.

    Nothing happens while another contact person of the organisation has the same address.
    """
    if not email or store.find("persons", organization_id=organization_id, email=email):
        return
    ended: set[str | None] = set()
    subjects = {organization_id}
    for table in ("entry_links", "guest_links"):
        for link in store.find(table, organization_id=organization_id, email=email):
            blotted = {"email": BLOT, "used_at": link["used_at"] or timestamp()}
            store.update(table, link["id"], blotted, expected=link["revision"])
            ended.add(link["account_id"])
            subjects.add(link["id"])
    _forget_mails(store, email, subjects)
    for account_id in sorted(filter(None, ended - {actor.id})):
        _end(store, account_id)
    _forget_submitted(store, organization_id, email)


def _forget_mails(store: Store, email: str, subjects: set[str]) -> None:
    """Drop mails about an organisation that wait, and blot out to whom others went."""
    for mail in store.find("mails", recipient=email):
        if mail["subject_id"] not in subjects:
            continue
        if mail["sent_at"] is None:
            store.delete("mails", id=mail["id"])
        else:
            store.update("mails", mail["id"], {"recipient": BLOT}, expected=mail["revision"])


def _end(store: Store, account_id: str) -> None:
    row = store.get("accounts", account_id)
    store.update("accounts", account_id, {"disabled_at": timestamp()}, expected=row["revision"])
    for session in store.find("sessions", account_id=account_id, revoked_at=None):
        revoked = {"revoked_at": timestamp()}
        store.update("sessions", session["id"], revoked, expected=session["revision"])


def _forget_submitted(store: Store, organization_id: str, email: str) -> None:
    for row in store.find("registrations", organization_id=organization_id):
        content = json.loads(row["content"])
        if content.get("contact_email") == email:
            content |= {"contact_email": GONE, "contact_name": "", "contact_phone": ""}
            text = json.dumps(content, ensure_ascii=False)
            store.update("registrations", row["id"], {"content": text}, expected=row["revision"])
