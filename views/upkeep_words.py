"""How well an entry is kept, in a word and a sign: confirmed on a day, or possibly outdated."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from data.clock import today
from data.store import Store
from data.upkeep import Standing, possibly_outdated, standing
from network.organization import Organization
from views.inert import inert
from views.shown_network import network_of, stamp
from views.words import _, date_text, language, short_date_text


def standing_text(known: Standing) -> str:
    """Return in words when an entry was confirmed, and whether it may be outdated."""
    said = _last_known(known)
    return f"{said} – {_old()}" if known.possibly_outdated else said


def _last_known(known: Standing) -> str:
    if known.confirmed_on:
        return _("confirmed on {day}", day=date_text(known.confirmed_on))
    return _("entered on {day}", day=date_text(known.entered_on))


def _old() -> str:
    return _("possibly outdated")


def show_standing(store: Store, record: Organization) -> None:
    """Show the sign and the words of one entry; nothing where there is nothing to say."""
    known = standing(store, record.id)
    if known.possibly_outdated:
        st.badge(_old(), icon=":material/history:", color="orange")
        st.caption(inert(_last_known(known)))
    elif known.confirmed_on:
        st.badge(inert(_last_known(known)), icon=":material/verified:", color="green")


def outdated(store: Store) -> frozenset[str]:
    """Return the ids of entries that may be outdated today."""
    return _outdated(store, today(), stamp(store))


def upkeep_texts(store: Store) -> Mapping[str, str]:
    """Return for tables, by id, when an entry was confirmed or that it may be outdated."""
    return _texts(store, today(), stamp(store), language())


# The arguments without an underscore tell one entry of a cache from another.


@st.cache_resource(max_entries=4, show_spinner=False)
def _outdated(_store: Store, day: date, state: tuple[int, str]) -> frozenset[str]:
    del state
    return possibly_outdated(_store, day)


@st.cache_resource(max_entries=4, show_spinner=False)
def _texts(
    _store: Store, day: date, state: tuple[int, str], chosen_language: str
) -> Mapping[str, str]:
    del state, chosen_language
    old, mark = outdated(_store), f"⚠ {_old()}"
    found = {}
    for key, record in network_of(_store, day).records.items():
        if key in old:
            found[key] = mark
        elif isinstance(record, Organization) and record.confirmed_on:
            found[key] = _("confirmed on {day}", day=short_date_text(record.confirmed_on))
    return found
