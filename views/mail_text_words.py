"""Occasions of mails, what can be filled in, and what is wrong with a text, in words."""

from collections.abc import Mapping
from typing import Final

from data.letters import Occasion
from data.mail_texts import INVITATION, PLACES, REMINDER, InvalidMailText
from views.words import _, mark

OCCASIONS: Final[Mapping[str, str]] = {
    Occasion.RECEIVED.value: mark("A registration came in: please confirm the address"),
    Occasion.ASKED_BACK.value: mark("A question about a registration"),
    Occasion.PUBLISHED.value: mark("A registration was published"),
    Occasion.MERGED.value: mark("A registration was joined with an entry"),
    Occasion.REJECTED.value: mark("A registration was not published"),
    Occasion.ENTRY_LINK.value: mark("Link to the own entry"),
    Occasion.CHANGE_ACCEPTED.value: mark("A change of an entry was accepted"),
    Occasion.CHANGE_REFUSED.value: mark("A change of an entry was not accepted"),
    Occasion.STILL_RIGHT.value: mark("Once a year: is the entry still right?"),
    Occasion.TIE_STATED.value: mark("Another organisation names a tie"),
    INVITATION: mark("Invitation to comment on a section"),
    REMINDER: mark("Reminder of reviews"),
}
"""In the order in which organisations meet them."""

_PLACES: Final[Mapping[str, str]] = {
    "name": mark("name of the organisation"),
    "other": mark("name of the other organisation"),
    "tie": mark("kind of the tie"),
    "link": mark("the link"),
    "until": mark("last day of the link"),
    "section": mark("title of the section"),
    "count": mark("how many sections"),
}
_TEXTS: Final[Mapping[str, str]] = {
    Occasion.ASKED_BACK.value: mark("what the coordination asks"),
    INVITATION: mark("what the coordination writes, if anything"),
    REMINDER: mark("the sections with what is wanted"),
}
_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_long": mark("At most {word} characters fit here. Please shorten it."),
    "one_line": mark("A subject has only one line."),
    "unknown_place": mark(
        "{word} is nothing that can be filled in here. Only the words in braces that are listed "
        "may stand in braces."
    ),
    "not_in_subject": mark("{word} may only stand in the text, not in the subject."),
    "missing_place": mark(
        "{word} is missing. Without it the mail does not do what it is for; please put it in."
    ),
}


def place_lines(occasion: str, language: str) -> list[tuple[str, str]]:
    """Return what can be filled in: the braces, and what will stand there."""
    found = []
    for place in PLACES[occasion]:
        text = _TEXTS.get(occasion, mark("the reason that the coordination gives"))
        words = _(_PLACES.get(place.key, text))
        notes = [
            *([_("needed in the text")] if place.needed else []),
            *([_("also in the subject")] if place.in_subject else []),
        ]
        found.append(
            (f"{{{place.name(language)}}}", f"{words} ({', '.join(notes)})" if notes else words)
        )
    return found


def error_texts(invalid: InvalidMailText) -> dict[str, str]:
    """Return what is wrong with each field, in the reader's language."""
    return {field: _(_ERRORS[code], word=word) for field, (code, word) in invalid.errors.items()}
