"""Entries that are probably the same, over the whole network, and what to do about each pair."""

from typing import Final

import streamlit as st

from accounts.identity import Identity
from data.distinct import distinct_pairs, say_distinct
from data.organizations import organizations
from data.store import Store
from network.probable_twins import ProbableTwins, probable_twins
from views import reshape_search, session
from views.page_files import RESHAPE
from views.reshape_merge import OTHER
from views.shown_network import stamp
from views.words import _, plural

_PAGE: Final = 10


def show(store: Store, actor: Identity) -> None:
    """Show probable duplicates, the likeliest first, page by page."""
    st.header(_("Probably entered twice"), anchor=False)
    distinct = distinct_pairs(store, actor)
    found = [each for each in _twins(store, *stamp(store)) if each.pair not in distinct]
    if not found:
        st.text(_("No two entries look as if they meant the same."))
        return
    st.text(plural("{n} pair", "{n} pairs", len(found)))
    pages = -(-len(found) // _PAGE)
    page = st.pagination(pages, key="twins_page") if pages > 1 else 1
    for each in found[(page - 1) * _PAGE : page * _PAGE]:
        _show_pair(each)


@st.cache_resource(max_entries=2, show_spinner=False)
def _twins(_store: Store, version: int, file: str) -> tuple[ProbableTwins, ...]:
    del version, file
    return probable_twins(organizations(_store))


def _show_pair(found: ProbableTwins) -> None:
    with st.container(border=True, gap="small"):
        st.text(reshape_search.label(found.one))
        st.text(reshape_search.label(found.two))
        st.text(reason_text(found))
        with st.container(horizontal=True):
            st.page_link(
                RESHAPE,
                label=_("Compare and merge"),
                icon=":material/merge:",
                query_params={"id": found.one.id, "was": "zusammenfuehren", OTHER: found.two.id},
            )
            st.button(
                _("Not the same"),
                key=f"distinct_{found.one.id}_{found.two.id}",
                on_click=_say_distinct,
                args=(*found.pair, session.form_key(f"distinct_{'_'.join(found.pair)}")),
                icon=":material/do_not_disturb_on:",
            )


def reason_text(found: ProbableTwins) -> str:
    """Return in words why two entries may be one."""
    if found.likeness == 100:
        reason = _("Same name but for legal form or order of words")
    else:
        reason = _("Likeness of names: {percent} %", percent=found.likeness)
    names = (found.one.name, found.two.name)
    others = [text for text, name in zip(found.texts, names, strict=True) if text != name]
    website = [_("Same website")] if found.same_website else []
    return "; ".join([reason + (f" ({', '.join(others)})" if others else ""), *website])


def _say_distinct(one: str, two: str, key: str) -> None:
    session.language()
    with session.explained():
        session.done_once(say_distinct, session.store(), session.identity(), one, two, key=key)
        session.tell(_("Noted: these are two. The pair is not shown again."))
