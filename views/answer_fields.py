"""The fields of a registration that can be corrected by an answer, and what is wrong with them."""

from collections.abc import Mapping
from typing import Final

from network.registration import FieldError, Registration
from views.words import _, mark, number_text

LINES: Final[Mapping[str, str]] = {
    "name": mark("Name of the organisation"),
    "website": mark("Website"),
    "district": mark("District or area in which you work"),
    "contact_name": mark("Name of the contact person"),
    "contact_phone": mark("Telephone"),
}
"""Fields of one line that can be corrected, in the order of the page."""
TEXTS: Final[Mapping[str, str]] = {
    "description": mark("In a few sentences: what do you do?"),
    "offers": mark("What you can offer (one on each line)"),
    "needs": mark("What you need (one on each line)"),
}
"""Fields of several lines that can be corrected."""

_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_short": mark("Please write at least {min_length} characters."),
    "too_long": mark("At most {max_length} characters fit here; please shorten it."),
    "too_many": mark("At most {max_length} lines fit here."),
    "web_address": mark(
        "This is not a complete web address. It looks like https://www.beispiel-verein.de."
    ),
    "not_a_name": mark("Please write the name in one line, with letters."),
}


def error_text(error: FieldError) -> str:
    """Return what is wrong with a field, and what to do, as plain text."""
    message = _ERRORS.get(error.code, mark("This could not be understood; please check it."))
    numbers = {
        name: number_text(value) if isinstance(value, int) else value
        for name, value in error.context.items()
    }
    return _(message, **numbers)


def as_registered(content: Registration) -> dict[str, str]:
    """Return what was registered, as it stands in the fields."""
    texts = {name: getattr(content, name) for name in (*LINES, *TEXTS)}
    return {"answer": ""} | {
        name: "\n".join(value) if isinstance(value, tuple) else value
        for name, value in texts.items()
    }


def longest(name: str) -> int:
    """Return how much a field takes, so that browsers stop there."""
    limits = (
        getattr(each, "max_length", None) for each in Registration.model_fields[name].metadata
    )
    return next((each for each in limits if each), 500)
