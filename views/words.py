"""The interface in the reader's language: German by default, English by choice.

Messages stand in English in the code; `locales/de` holds their German.
"""

import gettext
import io
import math
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final

from babel.dates import format_date, format_datetime
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

LANGUAGES: Final = ("de", "en")
LOCALES: Final = Path(__file__).parent / "locales"

_language: ContextVar[str] = ContextVar("language", default="de")


def language() -> str:
    """Return the language in use: `de` or `en`."""
    return _language.get()


def speak(chosen: str) -> None:
    """Use a language from here on in this thread or task; anything unknown is German."""
    _language.set(chosen if chosen in LANGUAGES else "de")


@contextmanager
def speaking(chosen: str) -> Iterator[None]:
    """Use a language for a while."""
    before = _language.get()
    speak(chosen)
    try:
        yield
    finally:
        _language.set(before)


def _(message: str, **values: object) -> str:
    """Return a message in the reader's language, with its values put in."""
    return _catalogue(language()).gettext(message).format(**values)


def plural(one: str, many: str, number: int, **values: object) -> str:
    """Return the message for a number of things; `{n}` in it is the number."""
    text = _catalogue(language()).ngettext(one, many, number)
    return text.format(n=number_text(number), **values)


def mark(message: str) -> str:
    """Mark a message that is translated later, where it is shown."""
    return message


def date_text(day: date | None) -> str:
    """Return a day as people write it: 5. Juli 2017."""
    return "" if day is None else format_date(day, "long", locale=_locale())


def short_date_text(day: date) -> str:
    """Return a day in figures: 05.07.2017."""
    return format_date(day, "dd.MM.y" if language() == "de" else "dd/MM/y", locale=_locale())


def moment_text(moment: datetime) -> str:
    """Return a moment in the city's time: 05.07.2017, 14:30."""
    from data.clock import CITY  # noqa: PLC0415  (words alone need no store)

    pattern = "dd.MM.y, HH:mm" if language() == "de" else "d MMM y, HH:mm"
    return format_datetime(moment.astimezone(CITY), pattern, locale=_locale())


def partial_date_text(text: str | None) -> str:
    """Return a date that may stop at month or year: September 2014."""
    if not text:
        return ""
    if len(text) == 4:
        return text
    if len(text) == 7:
        return format_date(date.fromisoformat(f"{text}-01"), "MMMM y", locale=_locale())
    return date_text(date.fromisoformat(text))


def number_text(number: float) -> str:
    """Return a number with the separators of the language: 2.245."""
    if isinstance(number, int) and 0 <= number < 1000:
        return str(number)  # the same in all languages, and at once
    return format_decimal(number, locale=_locale())


def percent_text(share: float) -> str:
    """Return a share of 1 in whole percent, rounded down: only the whole is 100 %."""
    return format_percent(math.floor(share * 100) / 100, locale=_locale())


def _locale() -> str:
    return "de_DE" if language() == "de" else "en_GB"


@cache
def _catalogue(chosen: str) -> gettext.NullTranslations:
    source = LOCALES / chosen / "LC_MESSAGES" / "bindeglied.po"
    if not source.exists():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=chosen))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
