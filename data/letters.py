"""Mails to organisations: what they have to say; their words are composed by whoever sends them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.mails import insert_mail
from data.store import Store


class Occasion(StrEnum):
    """Why a mail is written."""

    RECEIVED = "received"
    """A registration came in; its link confirms the address."""
    PUBLISHED = "published"
    """A registration was confirmed; its link opens the entry."""
    MERGED = "merged"
    """A registration was merged into the entry that was there; its link opens that."""
    ASKED_BACK = "asked_back"
    """The coordination asks back; its link leads to the answer."""
    REJECTED = "rejected"
    ENTRY_LINK = "entry_link"
    """Somebody asked for a link to the entry, or the coordination sends it."""
    STILL_RIGHT = "still_right"
    """Once a year: is the entry still right?"""
    TIE_STATED = "tie_stated"
    """Another organisation stated a tie; its link confirms or disputes it."""
    CHANGE_ACCEPTED = "change_accepted"
    CHANGE_REFUSED = "change_refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a mail has to say; its words are the city's or ours, in one language.

    `text` is what a person wrote: a reason or a question. `other` is the organisation at the
    other end of a tie, `tie` its kind (a `RelationKind` or `TieKind`). `token` is the secret of
    the link, `until` its last day.
    """

    occasion: Occasion
    name: str
    language: str = "de"
    text: str = ""
    other: str = ""
    tie: str = ""
    token: str = ""
    until: date | None = None


Compose = Callable[[Store, Letter], tuple[str, str]]
"""Puts a letter into words: its subject and its text."""


def post(store: Store, compose: Compose, letter: Letter, recipient: str, subject_id: str) -> str:
    """Put a letter into the outbox and return the id of the mail; part of a change."""
    subject, body = compose(store, letter)
    return insert_mail(
        store,
        recipient,
        subject,
        body,
        purpose=letter.occasion.value,
        subject_id=subject_id,
        secret=letter.token,
        language=letter.language,
    )
