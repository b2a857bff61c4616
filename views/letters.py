"""The words of mails to organisations, as plain text."""

from collections.abc import Mapping
from typing import Final

from data.letters import Letter, Occasion
from data.store import Store
from views.entry_addresses import link_of
from views.mail_wording import Text, one_line, open_places, quoted, worded
from views.tie_words import stated_text
from views.words import LANGUAGES, _, date_text, mark, speaking

DEFAULTS: Final[Mapping[Occasion, Text]] = {
    Occasion.RECEIVED: (
        mark("Please confirm: registration of “{name}”"),
        mark(
            "Good day,\n\nthank you for registering “{name}”. Please confirm with this link that "
            "the message reached you:\n\n{link}\n\nThe link is valid until {until}. Once you have "
            "confirmed, the coordination of the city looks at your registration. If you did not "
            "register anything, you need not do anything."
        ),
    ),
    Occasion.PUBLISHED: (
        mark("Published: “{name}”"),
        mark(
            "Good day,\n\nyour organisation “{name}” is on the network map now. With this link "
            "you can change your entry:\n\n{link}\n\nIt works once and until {until}; you can ask "
            "for a new one at any time."
        ),
    ),
    Occasion.MERGED: (
        mark("Your registration was joined with the entry “{name}”"),
        mark(
            "Good day,\n\nthere was an entry “{name}” already. What you registered was joined "
            "with it. With this link you can change the entry:\n\n{link}\n\nIt works once and "
            "until {until}; you can ask for a new one at any time."
        ),
    ),
    Occasion.ASKED_BACK: (
        mark("A question about your registration of “{name}”"),
        mark(
            "Good day,\n\nthe coordination of the city has a question about your registration of "
            "“{name}”:\n\n{text}\n\nPlease answer by this link:\n\n{link}\n\nIt is valid until "
            "{until}."
        ),
    ),
    Occasion.REJECTED: (
        mark("Your registration of “{name}”"),
        mark(
            "Good day,\n\nyour registration of “{name}” was not published. The coordination "
            "gives this reason:\n\n{text}"
        ),
    ),
    Occasion.ENTRY_LINK: (
        mark("Your link to the entry “{name}”"),
        mark(
            "Good day,\n\nwith this link you can change the entry “{name}”:\n\n{link}\n\nIt works "
            "once and until {until}. Please do not pass it on. If you did not ask for it, you "
            "need not do anything."
        ),
    ),
    Occasion.STILL_RIGHT: (
        mark("Is this still right? Your entry “{name}”"),
        mark(
            "Good day,\n\nonce a year we ask whether the entry “{name}” on the network map is "
            "still right. Please look at it and answer by this link:\n\n{link}\n\nIt is valid "
            "until {until}."
        ),
    ),
    Occasion.TIE_STATED: (
        mark("“{other}” names a tie with “{name}”"),
        mark(
            "Good day,\n\n“{other}” states this tie with “{name}”: {tie}. Please say by this link "
            "whether that is right:\n\n{link}\n\nIt is valid until {until}."
        ),
    ),
    Occasion.CHANGE_ACCEPTED: (
        mark("Your change of the entry “{name}” is published"),
        mark("Good day,\n\nthe coordination has accepted your change of the entry “{name}”."),
    ),
    Occasion.CHANGE_REFUSED: (
        mark("Your change of the entry “{name}”"),
        mark(
            "Good day,\n\nthe coordination has not taken over your change of the entry “{name}”. "
            "It gives this reason:\n\n{text}"
        ),
    ),
}
CLOSING: Final = mark("Kind regards\nThe coordination of the city")


def ours(occasion: Occasion, language: str) -> Text:
    """Return our own words for an occasion, with the places still open."""
    subject, body = DEFAULTS[occasion]
    places = open_places(occasion.value, language)
    with speaking(language):
        return _(subject, **places), f"{_(body, **places)}\n\n{_(CLOSING)}"


def compose(store: Store, letter: Letter) -> Text:
    """Return subject and text of a letter in its language, in the city's words or in ours."""
    with speaking(letter.language):
        values = {
            "name": one_line(letter.name),
            "other": one_line(letter.other),
            "tie": stated_text(letter.tie),
            "text": quoted(letter.text),
            "link": link_of(letter),
            "until": date_text(letter.until),
        }
    language = letter.language if letter.language in LANGUAGES else "de"
    return worded(store, letter.occasion.value, language, ours(letter.occasion, language), values)
