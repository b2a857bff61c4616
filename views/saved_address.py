"""The address of a view as it is kept: names and values, and nothing that the map does not know."""

from datetime import date
from typing import TypeAlias
from urllib.parse import parse_qsl, urlencode

from data.clock import today
from views.network_address import Asked, Values, read, words

Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""Names and values of an address."""


def fixed_words(asked: Asked) -> Pairs:
    """Return the words of an address with its day, even where that is today."""
    return tuple(words(asked, date.min))


def values_of(pairs: Pairs) -> Values:
    """Return all values of a name, as `read` wants them."""
    return lambda name: [value for each, value in pairs if each == name]


def query_of(asked: Asked, *, fixed: bool = True) -> str:
    """Return an address as text to keep or to link to; `fixed` keeps the day, even if it is today.

    Without it the view moves on with the calendar.
    """
    return urlencode(fixed_words(asked) if fixed else words(asked, today()))


def read_query(text: str) -> Asked:
    """Read an address that was kept; what the map does not know is left out."""
    return read(values_of(tuple(parse_qsl(text))), today())


def moves(text: str) -> bool:
    """Say whether a kept address names no day, so that it shows the present one."""
    return not any(name == "stand" for name, _value in parse_qsl(text))
