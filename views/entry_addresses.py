"""The addresses that mails about registrations, entries and ties lead to."""

from collections.abc import Mapping
from typing import Final

from data.letters import Letter, Occasion
from views.settings import settings

CONFIRM_EMAIL: Final = "/anmeldung/bestaetigen"
ANSWER: Final = "/anmeldung/antwort"
OPEN_ENTRY: Final = "/eintrag/oeffnen"
ASK_FOR_LINK: Final = "/eintrag/link"
STILL_RIGHT: Final = "/eintrag/stimmt"
SETTLE_TIE: Final = "/beziehung"

_BY_OCCASION: Final[Mapping[Occasion, str]] = {
    Occasion.RECEIVED: CONFIRM_EMAIL,
    Occasion.PUBLISHED: OPEN_ENTRY,
    Occasion.MERGED: OPEN_ENTRY,
    Occasion.ASKED_BACK: ANSWER,
    Occasion.ENTRY_LINK: OPEN_ENTRY,
    Occasion.STILL_RIGHT: STILL_RIGHT,
    Occasion.TIE_STATED: SETTLE_TIE,
}


def link_of(letter: Letter) -> str:
    """Return the whole address of the link in a letter, "" where it has none."""
    if not letter.token:
        return ""
    language = "?lang=en" if letter.language == "en" else ""
    return f"{settings().public_url}{_BY_OCCASION[letter.occasion]}/{letter.token}{language}"
