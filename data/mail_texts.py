"""The city's own words for its mails, by occasion and language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.identifier import new_id
from data.letters import Occasion
from data.rows import from_row
from data.store import Conflict, Row, Store

REMINDER: Final = "reminder"
INVITATION: Final = "guest_link"
SUBJECT_LIMIT: Final = 150
BODY_LIMIT: Final = 5_000


@dataclass(frozen=True, slots=True)
class Place:
    """A word in braces that is filled in when a mail is written; it has a name in each language.

    Only what stands in every mail and is short may be `in_subject`; what a mail is for is `needed`
    in its text.
    """

    key: str
    german: str
    english: str
    in_subject: bool = False
    needed: bool = False

    def name(self, language: str) -> str:
        """Return the word that stands between the braces."""
        return self.german if language == "de" else self.english


_NAME = Place("name", "name", "name", in_subject=True)
_OTHER = Place("other", "andere", "other", in_subject=True)
_TIE = Place("tie", "beziehung", "tie", needed=True)
_LINK = Place("link", "link", "link", needed=True)
_UNTIL = Place("until", "frist", "until")
_REASON = Place("text", "grund", "reason", needed=True)
_QUESTION = Place("text", "frage", "question", needed=True)
PLACES: Final[Mapping[str, tuple[Place, ...]]] = {
    Occasion.RECEIVED.value: (_NAME, _LINK, _UNTIL),
    Occasion.PUBLISHED.value: (_NAME, _LINK, _UNTIL),
    Occasion.MERGED.value: (_NAME, _LINK, _UNTIL),
    Occasion.ASKED_BACK.value: (_NAME, _QUESTION, _LINK, _UNTIL),
    Occasion.REJECTED.value: (_NAME, _REASON),
    Occasion.ENTRY_LINK.value: (_NAME, _LINK, _UNTIL),
    Occasion.STILL_RIGHT.value: (_NAME, _LINK, _UNTIL),
    Occasion.TIE_STATED.value: (_NAME, _OTHER, _TIE, _LINK, _UNTIL),
    Occasion.CHANGE_ACCEPTED.value: (_NAME,),
    Occasion.CHANGE_REFUSED.value: (_NAME, _REASON),
    INVITATION: (
        _NAME,
        Place("section", "abschnitt", "section", in_subject=True),
        Place("text", "nachricht", "message", needed=True),
        _LINK,
        _UNTIL,
    ),
    REMINDER: (
        Place("count", "anzahl", "count", in_subject=True),
        Place("text", "liste", "list", needed=True),
        Place("link", "adresse", "address"),
    ),
}
"""What can be filled in on each occasion."""
LANGUAGES: Final = ("de", "en")
GERMAN_ONLY: Final = frozenset({REMINDER, INVITATION})
"""Mails that are written in German alone: to staff, and in the coordination's own words."""
_BRACES: Final = re.compile(r"\{([^{}]*)\}")
_UNPRINTABLE: Final = re.compile(r"[^\S \n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")


class InvalidMailText(ValueError):
    """A text that would not do; `errors` names for each field a code and the word meant.

    Codes: `required`, `too_long`, `one_line`, `unknown_place`, `not_in_subject`, `missing_place`.
    """

    def __init__(self, errors: Mapping[str, tuple[str, str]]) -> None:
        """Keep what is wrong, by field."""
        super().__init__(", ".join(f"{field}: {code}" for field, (code, _word) in errors.items()))
        self.errors = errors


@dataclass(frozen=True, slots=True, kw_only=True)
class MailText:
    """The city's words for one occasion in one language."""

    id: str
    occasion: str
    language: str
    subject: str
    body: str
    revision: int


def mail_text(store: Store, occasion: str, language: str) -> MailText | None:
    """Return the city's words, or None where it has none of its own."""
    rows = store.find("mail_texts", occasion=str(occasion), language=language)
    return from_row(MailText, rows[0]) if rows else None


def all_texts(store: Store, actor: Identity) -> list[MailText]:
    """Return all words of the city's own; raise `NotPermitted`."""
    require(actor, Permission.MAIL_TEXT_EDIT)
    return [from_row(MailText, row) for row in store.find("mail_texts", order="occasion")]


def reword(
    store: Store,
    actor: Identity,
    occasion: str,
    language: str,
    subject: str,
    body: str,
    *,
    expected: int,
) -> None:
    """Keep the city's words; `expected` is the revision they are based on, 0 for ours.

    Raises `InvalidMailText`, and `Conflict` where somebody else has worded it since.
    """
    words = checked(occasion, language, subject, body)
    present = mail_text(store, occasion, language)
    identifier = present.id if present else new_id()
    with change(
        store, actor, Permission.MAIL_TEXT_EDIT, Verb.REWORDED, ("mail_text", identifier)
    ) as detail:
        detail |= {"occasion": str(occasion), "language": language}
        row = _expected(store, occasion, language, expected)
        if row is None:
            own = {"id": identifier, "occasion": str(occasion), "language": language}
            store.insert("mail_texts", {**own, **words})
        else:
            store.update("mail_texts", row["id"], words, expected=expected)


def reset(store: Store, actor: Identity, occasion: str, language: str, *, expected: int) -> None:
    """Go back to our words; raise `Conflict` where somebody else has worded it since."""
    present = mail_text(store, occasion, language)
    identifier = present.id if present else new_id()
    with change(
        store, actor, Permission.MAIL_TEXT_EDIT, Verb.REWORDED, ("mail_text", identifier)
    ) as detail:
        detail |= {"occasion": str(occasion), "language": language, "reset": 1}
        row = _expected(store, occasion, language, expected)
        if row is not None:
            store.delete("mail_texts", id=row["id"])


def checked(occasion: str, language: str, subject: str, body: str) -> dict[str, str]:
    """Return subject and body as they are kept; raise `InvalidMailText`."""
    places = {place.name(language): place for place in PLACES[occasion]}
    subject = _UNPRINTABLE.sub(lambda hit: " " if hit[0] == "\t" else "", subject.strip())
    body = body.replace("\r\n", "\n").replace("\r", "\n").strip()
    body = _UNPRINTABLE.sub(lambda hit: " " if hit[0] == "\t" else "", body)
    errors = {
        "subject": _fault(subject, SUBJECT_LIMIT, places, in_subject=True),
        "body": _fault(body, BODY_LIMIT, places, in_subject=False),
    }
    found = {field: fault for field, fault in errors.items() if fault}
    if found:
        raise InvalidMailText(found)
    return {"subject": subject, "body": body}


def filled(text: str, values: Mapping[str, str]) -> str:
    """Put values into their places, once: what looks like a place inside a value stays as it is."""
    return _BRACES.sub(lambda hit: values.get(hit[1], hit[0]), text)


def _fault(
    text: str, limit: int, places: Mapping[str, Place], *, in_subject: bool
) -> tuple[str, str] | None:
    """Return what is wrong with a text, and the word meant."""
    named = _BRACES.findall(text)
    bare = _BRACES.sub("", text)
    strange = [each for each in named if each not in places]
    if not text.strip():
        return ("required", "")
    if len(text) > limit:
        return ("too_long", str(limit))
    if in_subject and "\n" in text:
        return ("one_line", "")
    if strange or "{" in bare or "}" in bare:
        return ("unknown_place", f"{{{strange[0][:30]}}}" if strange else "{ }")
    if in_subject:
        refused = [each for each in named if not places[each].in_subject]
        return ("not_in_subject", f"{{{refused[0]}}}") if refused else None
    missing = [name for name, place in places.items() if place.needed and name not in named]
    return ("missing_place", f"{{{missing[0]}}}") if missing else None


def _expected(store: Store, occasion: str, language: str, expected: int) -> Row | None:
    """Return the row as it is now, if it is as expected; raise `Conflict`."""
    rows = store.find("mail_texts", occasion=str(occasion), language=language)
    if (rows[0]["revision"] if rows else 0) != expected:
        raise Conflict(rows[0] if rows else {"id": occasion})
    return rows[0] if rows else None
