"""Mails: kept from the moment they are wanted until they are sent, and after that as a record."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.clock import now, timestamp
from data.identifier import new_id
from data.rows import from_row
from data.store import Conflict, Row, Store

SENDING = "sending"
"""The fault of a mail that somebody is sending just now, or that was cut off while sending."""
REFUSED = frozenset({"refused", "address"})
"""Faults that another try alone does not mend."""
BLOT = "…"
"""Stands in a mail that was sent where its secret was."""
PATIENCE = timedelta(minutes=15)
"""After this a mail that is still being sent counts as cut off, and is sent once more."""


class MailState(StrEnum):
    """Where a mail is."""

    WAITING = "waiting"
    """Not tried yet, or being sent."""
    FAILED = "failed"
    """Tried in vain."""
    UNADDRESSED = "unaddressed"
    """Nobody with an address was found; somebody has to be told otherwise."""
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail to one recipient, "" where nobody was found; `fault` is a code, "" without one.

    `purpose` says what it is for, `subject_id` whom or what it concerns. `secret` is a part of
    the body that only the recipient may keep: it is blotted out once the mail is sent.
    """

    id: str
    recipient: str
    subject: str
    body: str
    purpose: str
    subject_id: str
    sent_at: datetime | None
    fault: str
    tries: int
    created_at: datetime
    modified_at: datetime
    secret: str = field(default="", repr=False)
    language: str = "de"
    revision: int

    @property
    def state(self) -> MailState:
        """Return where the mail is."""
        if self.sent_at:
            return MailState.SENT
        if not self.recipient:
            return MailState.UNADDRESSED
        return MailState.FAILED if self.fault not in ("", SENDING) else MailState.WAITING


def mails(store: Store, actor: Identity) -> list[Mail]:
    """Return all mails, newest first; raise `NotPermitted`."""
    require(actor, Permission.MAIL_READ)
    return [from_row(Mail, row) for row in store.find("mails", order="id desc")]


def insert_mail(
    store: Store,
    recipient: str,
    subject: str,
    body: str,
    *,
    purpose: str,
    subject_id: str,
    secret: str = "",
    language: str = "de",
) -> str:
    """Keep a mail until it is sent and return its id; part of a change."""
    identifier = new_id()
    store.insert(
        "mails",
        {
            "id": identifier,
            "recipient": recipient,
            "subject": subject,
            "body": body,
            "purpose": purpose,
            "subject_id": subject_id,
            "fault": "",
            "tries": 0,
            "secret": secret,
            "language": language,
        },
    )
    return identifier


def waiting_mails(store: Store, *, refused_too: bool = False) -> list[Mail]:
    """Return what is to be sent, oldest first; what was refused only where that is wanted."""
    found = [from_row(Mail, row) for row in store.find("mails", sent_at=None)]
    earlier = now() - PATIENCE
    return [
        each
        for each in found
        if each.recipient
        and (each.fault != SENDING or each.modified_at < earlier)
        and (refused_too or each.fault not in REFUSED)
    ]


def claim(store: Store, mail: Mail) -> Mail | None:
    """Take a mail for sending, counting the try; None where somebody else has taken it."""
    try:
        return _noted(store, mail, {"fault": SENDING, "tries": mail.tries + 1})
    except Conflict:
        return None


def note_sent(store: Store, mail: Mail) -> Mail:
    """Record that a mail that was taken has gone out."""
    sent: Row = {"sent_at": timestamp(), "fault": ""}
    if mail.secret:
        sent |= {"body": mail.body.replace(mail.secret, BLOT), "secret": ""}
    return _noted(store, mail, sent)


def note_failed(store: Store, mail: Mail, fault: str) -> Mail:
    """Record why a mail that was taken could not be sent; it is kept for another try."""
    return _noted(store, mail, {"fault": fault})


def _noted(store: Store, mail: Mail, changes: Row) -> Mail:
    return from_row(Mail, store.update("mails", mail.id, changes, expected=mail.revision))
