"""Choosing an entry by its name; the address keeps the choice."""

from collections.abc import Collection

import streamlit as st

from data.organizations import find_organizations, found_by
from data.store import Store
from network.organization import Organization
from views.inert import inert
from views.kinds import KINDS
from views.words import _


def ask(
    store: Store, name: str, key: str, *, without: Collection[str] = (), several: bool = False
) -> None:
    """Ask for an entry while its name is typed; a click puts its id into the address."""
    typed = st.text_input(
        _("Name of the entry"),
        key=f"search_{key}",
        type="search",
        live=True,
        placeholder=_("Name, short or former name"),
    )
    found = [each for each in find_organizations(store, typed, 9) if each.id not in without]
    if typed.strip() and not found:
        st.text(_("Nothing found for “{typed}”.", typed=typed))
    with st.container(horizontal=True, gap="small"):
        for each in found[:8]:
            st.button(
                inert(label(each, found_by(each, typed))),
                key=f"{key}_{each.id}",
                on_click=_choose,
                args=(name, each.id, several),
                icon=":material/check_circle:",
                wrap=True,
            )


def label(each: Organization, former: str = "") -> str:
    """Return name and kind of an entry, and the former or other name by which it was found."""
    name = (
        _("{name} (formerly or also: {text})", name=each.name, text=former)
        if former
        else (each.name)
    )
    return f"{name} ({_(KINDS[each.classification])})"


def _choose(name: str, identifier: str, several: bool) -> None:
    known = st.query_params.get_all(name) if several else []
    st.query_params[name] = [*known, identifier]


def let_go(name: str, identifier: str) -> None:
    """Take an entry out of the address again."""
    st.query_params[name] = [each for each in st.query_params.get_all(name) if each != identifier]
