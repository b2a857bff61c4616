"""“Sind Sie das schon?”: entries that a name probably means, shown while it is typed."""

from html import escape
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from data.likely_entries import likely_entries
from data.organizations import organizations
from data.store import Store
from network.duplicates import same_name
from network.organization import Organization
from views import session
from views.entry_addresses import ASK_FOR_LINK
from views.kinds import KINDS
from views.register_draft import KEYS, NOT_US
from views.shown_network import stamp
from views.words import _, language, plural

_LEAST: Final = 3
"""So many letters say something about a name."""


@st.cache_resource(max_entries=2, show_spinner=False)
def _published(_store: Store, version: tuple[int, str]) -> list[Organization]:
    del version
    return organizations(_store)


def published(store: Store) -> list[Organization]:
    """Return all published organisations, read once for each version of the data."""
    return _published(store, stamp(store))


def likely(store: Store) -> list[Organization]:
    """Return the entries that the typed name may mean, without those said to be others."""
    name = str(st.session_state.get(KEYS["name"]) or "").strip()
    if len(name) < _LEAST or len(name) > 200:
        return []
    found = [each.organization for each in likely_entries(store, name)]
    others = st.session_state.get(NOT_US, ())
    return [each for each in found if each.id not in others]


def same(store: Store) -> Organization | None:
    """Return the entry that bears the very name, unless it was said to be another one."""
    name = str(st.session_state.get(KEYS["name"]) or "")
    found = same_name(name, published(store))
    return found if found and found.id not in st.session_state.get(NOT_US, ()) else None


def said(found: list[Organization]) -> str:
    """Return what a screen reader says of the entries that were found."""
    if not found:
        return ""
    return plural(
        "{n} entry has a similar name; it is shown below the name.",
        "{n} entries have a similar name; they are shown below the name.",
        len(found),
    )


def show(found: list[Organization]) -> None:
    """Show the entries that are likely meant, with both ways on."""
    if not found:
        return
    with st.container(border=True, gap="small", key="likely"):
        st.subheader(_("Is this you already?"), anchor=False)
        for each in found:
            with st.container(gap="xsmall"):
                st.text(each.name)
                st.text(", ".join(filter(None, (_(KINDS[each.classification]), each.district))))
                st.html(_way_on(each))
        st.button(
            _("No, we are somebody else"),
            key="not_us",
            on_click=_say_others,
            args=(tuple(each.id for each in found),),
        )


def _way_on(each: Organization) -> str:
    asked = {"id": each.id} | ({} if language() == "de" else {"lang": language()})
    address = escape(f"{ASK_FOR_LINK}?{urlencode(asked)}")
    yes = _("Yes, that is us")
    whole = escape(f"{yes}: {each.name}")
    return f'<a class="sign" href="{address}" target="_self" aria-label="{whole}">{escape(yes)}</a>'


def _say_others(ids: tuple[str, ...]) -> None:
    session.language()
    st.session_state[NOT_US] = {*st.session_state.get(NOT_US, ()), *ids}
