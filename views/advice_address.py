"""What the address of “Was zu tun ist” says; its widgets bear keys of their own.

The map uses some of the same names for other widgets, so the state is kept under another name.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

import streamlit as st

from data.clock import today
from views.network_address import CHOSEN, EARLIEST, LATEST, read
from views.words import _, mark

PART: Final = "teil"
DAY: Final = "stand"
ABOUT: Final = "stelle"
SOURCE: Final = "von"
TARGET: Final = "nach"
GONE: Final = "ohne"
WHAT: Final = "was"
KINDS: Final = "verbindung"
DIRECTION: Final = "richtung"
FIELD: Final = "feld"

PARTS: Final[Mapping[str, str]] = {
    "vorstellungen": mark("Introductions"),
    "abdeckung": mark("Coverage of the concept"),
    "wenn": mark("What if"),
    "reichweite": mark("Reach"),
    "offenes": mark("Posts and ties"),
}
"""The parts of the page by their names in the address."""


def key_of(name: str) -> str:
    """Return the key of the widget that stands for a name in the address."""
    return f"advice_{name}"


def follow(name: str, parse: Callable[[Sequence[str]], object]) -> str:
    """Set a widget's state from the address, as `address.follow` does, and return its key."""
    key = key_of(name)
    values = tuple(st.query_params.get_all(name))
    if key not in st.session_state or st.session_state.get(f"address_{key}") != values:
        st.session_state[key] = parse(values)
        st.session_state[f"address_{key}"] = values
    return key


def write(name: str, values: Sequence[str]) -> None:
    """Put values into the address; none removes the name from it."""
    if tuple(st.query_params.get_all(name)) != tuple(values):
        if values:
            st.query_params[name] = list(values)
        else:
            del st.query_params[name]
    st.session_state[f"address_{key_of(name)}"] = tuple(values)


def one_of(options: Sequence[str] | Mapping[str, object]) -> Callable[[Sequence[str]], str | None]:
    """Return how to read one value of an address that has to be one of the options, or None."""
    return lambda values: values[0] if values and values[0] in options else None


def ask_part() -> str:
    """Ask which part of the page is shown."""
    first = next(iter(PARTS))
    key = follow(PART, lambda values: one_of(PARTS)(values) or first)
    chosen = st.pills(
        _("What is it about?"),
        list(PARTS),
        key=key,
        required=True,
        format_func=lambda part: _(PARTS[part]),
        wrap=True,
    )
    part = str(chosen or first)
    write(PART, [] if part == first else [part])
    return part


def ask_day() -> date:
    """Ask for which day all of it is worked out."""
    key = follow(DAY, lambda _values: read(st.query_params.get_all, today()).day)
    day = st.date_input(
        _("As of"), key=key, min_value=EARLIEST, max_value=LATEST, format="DD.MM.YYYY"
    )
    write(DAY, [] if day == today() else [day.isoformat()])
    return day


def ask_one(name: str, label: str, options: Mapping[str, str], empty: str = "") -> str | None:
    """Ask for one of some entries by name; the address holds its id."""
    key = follow(name, one_of(options))
    chosen = st.selectbox(
        label,
        list(options),
        key=key,
        index=None,
        format_func=lambda each: options.get(each, each),
        placeholder=empty or _("Please choose"),
    )
    write(name, [chosen] if chosen else [])
    return chosen


def on_map(day: date, *nodes: str, **more: str) -> dict[str, str | list[str]]:
    """Return the address of the map that shows some nodes on a day."""
    dated = {} if day == today() else {DAY: day.isoformat()}
    chosen: dict[str, str | list[str]] = {CHOSEN: list(nodes)} if nodes else {}
    return {**chosen, **dated, **more}
