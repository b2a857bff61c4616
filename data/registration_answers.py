"""What organisations answer when the coordination asked back; the link says who they are."""

from dataclasses import dataclass
from typing import Final

from accounts.event import Verb
from accounts.permissions import Permission
from data.change import change
from data.clock import timestamp
from data.entry_links import EntryLink, Purpose, usable, use
from data.registration_rows import registration_of
from data.store import NotFound, Row, Store
from network.registration import Registration, RegistrationStatus, SubmittedRegistration

ANSWER_LENGTH: Final = 2000
"""So many characters an answer may have."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A registration about which something was asked, and the link that may answer."""

    registration: SubmittedRegistration
    link: EntryLink


def asked_by(store: Store, token: str) -> Asked:
    """Return what a link asks, and change nothing.

    Raises `NotFound` where the link is used, too old or made up, or nothing is asked any more.
    """
    link = usable(store, token, Purpose.ANSWER)
    row = store.get("registrations", str(link.registration_id))
    if row["status"] != RegistrationStatus.RETURNED:
        raise NotFound("question")
    return Asked(registration_of(row), link)


def answer(store: Store, token: str, text: str, corrected: Registration) -> None:
    """Keep an answer with what was corrected, and put the registration back into the inbox.

    Whoever answers has read the mail, so the address counts as confirmed. The link is used up.
    Raises `NotFound` as `asked_by` does, `ValueError` for an endless answer.
    """
    if len(text) > ANSWER_LENGTH:
        raise ValueError("too long")
    asked = asked_by(store, token)
    before = asked.registration
    with change(
        store,
        asked.link.identity,
        Permission.LINK_REDEEM,
        Verb.ANSWERED,
        ("registration", before.id),
    ) as detail:
        use(store, token, Purpose.ANSWER)
        said: Row = {
            "status": RegistrationStatus.SUBMITTED.value,
            "content": corrected.model_dump_json(),
            "answer": text,
            "answered_at": timestamp(),
            "email_confirmed_at": timestamp(before.email_confirmed_at),
        }
        store.update("registrations", before.id, said, expected=before.revision)
        detail["fields"] = _differing(before.content, corrected)


def _differing(old: Registration, new: Registration) -> list[str]:
    return [name for name in type(new).model_fields if getattr(old, name) != getattr(new, name)]
