"""Search as one types: names, former names, posts and topics, each hit with what it matched."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from data.store import Store
from network.facets import Facet
from network.finding import LONGEST, By, Hit, find
from network.picture import name_of
from views import network_moves
from views.inert import inert
from views.network_address import Asked
from views.shown_network import ShownNetwork
from views.shown_view import ever_of, index_for
from views.tie_words import period_text
from views.words import _, mark

_FOUND_BY: Final[Mapping[By, str]] = {
    By.SHORT_NAME: mark("{name} (short: {text})"),
    By.FORMER_NAME: mark("{name} (formerly or also: {text})"),
    By.TOPIC: mark("Topic: {text}"),
}


def ask() -> str:
    """Ask for a name, while it is typed."""
    return st.text_input(
        _("Search"),
        key="suche",
        type="search",
        live=True,
        max_chars=LONGEST,
        placeholder=_("Name, former name, topic or post"),
    )


def show_hits(store: Store, network: ShownNetwork, asked: Asked, typed: str) -> None:
    """Show what the typed words find; a click chooses it, or adds it to the choice."""
    typed = typed[:LONGEST]
    if not typed.strip():
        return
    hits = find(index_for(store, asked), typed)
    if not hits:
        st.text(_("Nothing found for “{typed}”.", typed=typed))
    elif hits[0].near:
        st.text(_("Nothing found for “{typed}”. Similar:", typed=typed))
    if not hits or hits[0].near:
        _tell_other_days(store, network, typed)
    with st.container(horizontal=True, gap="small"):
        for hit in hits:
            _show_hit(network, hit, asked.view.chosen)


def _tell_other_days(store: Store, network: ShownNetwork, typed: str) -> None:
    """Say who bears the name, but was there on other days only."""
    ever, index = ever_of(store)
    for hit in find(index, typed):
        record = ever.records.get(hit.id)
        if record and not hit.near and hit.id not in network.records:
            period = period_text(record.start_date, record.end_date)
            st.text(
                _("Not there on this day: {name} ({period})", name=name_of(record), period=period)
            )


def _show_hit(network: ShownNetwork, hit: Hit, chosen: tuple[str, ...]) -> None:
    if hit.by is By.TOPIC:
        st.button(
            inert(hit_text(network, hit)),
            key=f"hit_{hit.id}",
            on_click=network_moves.want,
            args=(Facet.TOPIC, frozenset({hit.id})),
            icon=":material/sell:",
            help=_("Shows only who works on this topic"),
            wrap=True,
        )
        return
    st.button(
        inert(hit_text(network, hit)),
        key=f"hit_{hit.id}",
        on_click=network_moves.choose,
        args=(hit.id,),
        icon=":material/my_location:",
        wrap=True,
    )
    if chosen and hit.id not in chosen:
        st.button(
            _("also {name}", name=inert(name_of(network.records[hit.id]))),
            key=f"also_{hit.id}",
            on_click=network_moves.add,
            args=(hit.id,),
            icon=":material/add:",
            type="tertiary",
            wrap=True,
        )


def hit_text(network: ShownNetwork, hit: Hit) -> str:
    """Return what a hit is called, with the words by which it was found."""
    name = name_of(network.records[hit.id]) if hit.id in network.records else ""
    if hit.by is By.SHORT_NAME and hit.text.casefold() in name.casefold():
        return name
    return _(_FOUND_BY[hit.by], name=name, text=hit.text) if hit.by in _FOUND_BY else name
