"""Whether somebody reads the address that a registration gave, and what becomes of it if not."""

from datetime import date, datetime, timedelta
from typing import Final

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.clock import day_of, timestamp, today
from data.entry_links import Purpose, usable, use
from data.letters import Occasion
from data.mails import REFUSED
from data.store import Row, Store
from network.registration import Registration, RegistrationStatus

PATIENCE: Final = timedelta(days=30)
"""So long after the mail went out a registration waits for its address to be confirmed."""
NOBODY: Final = "entfernt@entfernt.invalid"
"""Stands where the address was; no mail can go there (RFC 2606)."""


def name_behind(store: Store, token: str) -> str:
    """Return the name of the registration whose address a link confirms.

    Raises `NotFound` where the link is used, too old or made up.
    """
    link = usable(store, token, Purpose.CONFIRM_EMAIL)
    return _content(store.get("registrations", str(link.registration_id))).name


def confirm_address(store: Store, token: str) -> None:
    """Record that somebody reads the address, and use the link up; raise `NotFound` as above."""
    link = usable(store, token, Purpose.CONFIRM_EMAIL)
    subject = ("registration", str(link.registration_id))
    with change(store, link.identity, Permission.LINK_REDEEM, Verb.VERIFIED, subject):
        used = use(store, token, Purpose.CONFIRM_EMAIL)
        row = store.get("registrations", str(used.registration_id))
        changes = {"email_confirmed_at": timestamp()}
        store.update("registrations", row["id"], changes, expected=row["revision"])


def archive_unconfirmed(store: Store, actor: Identity, day: date | None = None) -> int:
    """Close the registrations whose address nobody confirmed in time; return how many.

    Only those count whose mail went out, or could never arrive: without a mail server nobody
    can confirm anything. Of what they said, name, kind and topics are left, nothing personal.
    """
    require(actor, Permission.REMINDER_SEND)
    before = (day or today()) - PATIENCE
    if not _unconfirmed(store, before):
        return 0
    with store.atomic():  # asked once more, now that nobody else can write
        late = _unconfirmed(store, before)
        for row in late:
            subject = ("registration", row["id"])
            with change(store, actor, Permission.REMINDER_SEND, Verb.ARCHIVED, subject):
                _archive(store, row)
    return len(late)


def _unconfirmed(store: Store, before: date) -> list[Row]:
    rows = store.query(
        "select registration.*, mail.sent_at, mail.fault, mail.modified_at as tried_at"
        " from registrations registration join mails mail"
        " on mail.subject_id = registration.id and mail.purpose = :purpose"
        " where registration.status = :status and registration.email_confirmed_at is null"
        " and registration.answered_at is null",
        {"purpose": Occasion.RECEIVED.value, "status": RegistrationStatus.SUBMITTED.value},
    )
    return [row for row in rows if (_asked_on(row) or before) < before]


def _asked_on(row: Row) -> date | None:
    """Return when the mail went out, or turned out to be in vain; None while it waits."""
    moment = row["sent_at"] or (row["tried_at"] if row["fault"] in REFUSED else None)
    return day_of(datetime.fromisoformat(moment)) if moment else None


def _archive(store: Store, row: Row) -> None:
    content = _content(row)
    left = Registration(
        name=content.name,
        classification=content.classification,
        topic_ids=content.topic_ids,
        contact_email=NOBODY,
        consent=True,
    )
    changes = {"status": RegistrationStatus.ARCHIVED.value, "content": left.model_dump_json()}
    store.update("registrations", row["id"], changes, expected=row["revision"])
    store.delete("mails", subject_id=row["id"])
    store.delete("entry_links", registration_id=row["id"])


def _content(row: Row) -> Registration:
    return Registration.model_validate_json(row["content"])
