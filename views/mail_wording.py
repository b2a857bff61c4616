"""Puts a mail into the city's own words where it has some, else into ours."""

import re
from collections.abc import Mapping

from data.mail_texts import PLACES, filled, mail_text
from data.store import Store

Text = tuple[str, str]
"""Subject and text."""
_GAP = re.compile(r"\n{3,}")


def worded(
    store: Store | None, occasion: str, language: str, ours: Text, values: Mapping[str, str]
) -> Text:
    """Return subject and text with the values (by the key of their place) put in."""
    own = mail_text(store, occasion, language) if store else None
    return filled_in(occasion, language, (own.subject, own.body) if own else ours, values)


def filled_in(occasion: str, language: str, words: Text, values: Mapping[str, str]) -> Text:
    """Put the values into their places, once and as they are.

    Whatever a stranger's name looks like, it is text and no place.
    """
    named = {place.name(language): values.get(place.key, "") for place in PLACES[occasion]}
    subject, body = (filled(each, named) for each in words)
    return one_line(subject), _GAP.sub("\n\n", body).strip() + "\n"


def open_places(occasion: str, language: str) -> dict[str, str]:
    """Return for each key the braces that stand for it, to be put into our own words."""
    return {place.key: f"{{{place.name(language)}}}" for place in PLACES[occasion]}


def one_line(text: str) -> str:
    """Keep text of others on one line, so that it cannot pose as another part of the mail."""
    return " ".join(text.split())


def quoted(text: str) -> str:
    """Mark every line of what a person wrote, so that it cannot pose as part of the mail."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
