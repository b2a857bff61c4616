"""Forgetting a contact person of an organisation: in links, mails and what was submitted."""

import json
from typing import Final

from accounts.identity import Identity
from data.clock import timestamp
from data.mail_erasure import blot_words, blotted, forget_recipient, same_address
from data.mails import BLOT
from data.merges import gone_entries
from data.store import Row, Store
from network.naming import fold
from network.organization import Person

GONE: Final = "entfernt@example.invalid"
"""Stands in a registration where the address of an erased contact person was."""


def forget_person(store: Store, actor: Identity, organization_id: str, person: Person) -> None:
    """Leave nothing of a contact person who is removed; part of a change.

    What was asked and answered about their registration goes as well. A mailbox that another
    contact person of the organisation reads too stays as it is.
    """
    forget_address(store, actor, organization_id, person.email)
    shared = _is_shared(store, organization_id, person.email)
    for row in _registered(store, organization_id):
        _forget_submitted(store, row, person, shared=shared)
    words = [person.name, person.phone] + ([] if shared else [person.email])
    blot_words(store, words, _subjects(store, organization_id))


def forget_address(store: Store, actor: Identity, organization_id: str, email: str) -> None:
    """Let nobody enter by an address any more and blot it out; part of a change.

    Nothing happens while another contact person of the organisation has the same address.
    """
    if not email or _is_shared(store, organization_id, email):
        return
    ended: set[str | None] = set()
    subjects = _subjects(store, organization_id)
    for table, link in _links(store, organization_id, email):
        blotted = {"email": BLOT, "used_at": link["used_at"] or timestamp()}
        store.update(table, link["id"], blotted, expected=link["revision"])
        ended.add(link["account_id"])
        subjects.add(link["id"])
    forget_recipient(store, email, subjects)
    for account_id in sorted(filter(None, ended - {actor.id})):
        _end(store, account_id)
    for row in _registered(store, organization_id):
        content = json.loads(row["content"])
        if same_address(content.get("contact_email"), email):
            content |= {"contact_email": GONE, "contact_name": "", "contact_phone": ""}
            _keep(store, row, content)


def _is_shared(store: Store, organization_id: str, email: str) -> bool:
    others = store.find("persons", organization_id=organization_id)
    return bool(email) and any(same_address(each["email"], email) for each in others)


def _registered(store: Store, organization_id: str) -> list[Row]:
    return store.find("registrations", organization_id=organization_id)


def _subjects(store: Store, organization_id: str) -> set[str]:
    """Return what mails about an organisation are about: itself, also as it was, and its parts."""
    merged = {each for each, now in gone_entries(store).items() if now == organization_id}
    registered = {row["id"] for row in _registered(store, organization_id)}
    links = {
        row["id"]
        for table in ("entry_links", "guest_links")
        for row in store.find(table, organization_id=organization_id)
    }
    return {organization_id} | merged | registered | links


def _links(store: Store, organization_id: str, email: str) -> list[tuple[str, Row]]:
    """Return the links that went to an address, also those about its registration."""
    found = [
        (table, link)
        for table in ("entry_links", "guest_links")
        for link in store.find(table, organization_id=organization_id)
    ]
    found += [
        ("entry_links", link)
        for row in _registered(store, organization_id)
        for link in store.find("entry_links", registration_id=row["id"], organization_id=None)
    ]
    return [(table, link) for table, link in found if same_address(link["email"], email)]


def _end(store: Store, account_id: str) -> None:
    row = store.get("accounts", account_id)
    store.update("accounts", account_id, {"disabled_at": timestamp()}, expected=row["revision"])
    for session in store.find("sessions", account_id=account_id, revoked_at=None):
        revoked = {"revoked_at": timestamp()}
        store.update("sessions", session["id"], revoked, expected=session["revision"])


def _forget_submitted(store: Store, row: Row, person: Person, *, shared: bool) -> None:
    """Take the person out of a registration that named them, with what was talked about it."""
    content = json.loads(row["content"])
    email = content.get("contact_email") or ""
    named = bool(person.name) and fold(content.get("contact_name") or "") == fold(person.name)
    if not (named or email == GONE or (not shared and same_address(email, person.email))):
        return
    words = [person.name, person.phone, content.get("contact_phone") or ""]
    content["description"] = blotted(content.get("description") or "", words)
    content |= {"contact_name": "", "contact_phone": ""}
    if not shared:
        content["contact_email"] = GONE
    _keep(store, row, content, question="", answer="", reason=blotted(row["reason"], words))


def _keep(store: Store, row: Row, content: Row, **also: str) -> None:
    fresh = store.get("registrations", row["id"])
    text = json.dumps(content, ensure_ascii=False)
    store.update("registrations", row["id"], {"content": text, **also}, expected=fresh["revision"])
