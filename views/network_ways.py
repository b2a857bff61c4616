"""The panel for several chosen: the ways between them, what they share, and their ties."""

from collections.abc import Sequence

import streamlit as st

from data.store import Store
from network.picture import name_of
from network.shared import Shared, shared
from views import network_moves
from views.facet_words import FACETS_WORDS, value_text
from views.inert import inert
from views.network_address import Asked
from views.shown_network import ShownNetwork
from views.shown_view import ways_of
from views.tie_words import details_text, tie_text
from views.way_text import way_text
from views.words import _, plural


def show(store: Store, network: ShownNetwork, asked: Asked, chosen: Sequence[str]) -> None:
    """Show what connects the chosen nodes and what they have in common."""
    st.header(plural("{n} chosen", "{n} chosen", len(chosen)), anchor=False)
    for node in chosen:
        st.button(
            inert(name_of(network.records[node])),
            key=f"only_{node}",
            on_click=network_moves.choose,
            args=(node,),
            icon=":material/my_location:",
            help=_("Choose only this one"),
            wrap=True,
        )
    st.header(_("Way between them"), anchor=False)
    for way in ways_of(store, asked):
        st.text(way_text(network.records, way))
    if not asked.view.path:
        st.button(
            _("Who connects both?") if len(chosen) == 2 else _("Who connects them?"),
            key="connect",
            on_click=network_moves.connect,
            icon=":material/route:",
            help=_("Shows only the shortest ways between the chosen"),
        )
    found = shared(network.graph, chosen)
    _show_shared(network, found)
    _show_ties(network, found)


def _show_shared(network: ShownNetwork, found: Shared) -> None:
    st.header(_("In common"), anchor=False)
    for facet, values in found.values.items():
        st.caption(_(FACETS_WORDS[facet]))
        st.text(", ".join(value_text(network.graph, facet, value) for value in values))
    for label, nodes in (
        (_("All take part in"), found.groups),
        (_("All are tied to"), found.neighbours),
    ):
        if nodes:
            st.caption(label)
            for node in nodes:
                st.button(
                    inert(name_of(network.records[node])),
                    key=f"common_{node}",
                    on_click=network_moves.choose,
                    args=(node,),
                    icon=":material/my_location:",
                    wrap=True,
                )
    if not (found.values or found.groups or found.neighbours):
        st.text(_("Nothing that the entries tell."))


def _show_ties(network: ShownNetwork, found: Shared) -> None:
    st.header(_("Ties among them"), anchor=False)
    if not found.ties:
        st.text(_("No direct tie."))
    for tie in found.ties:
        start, end = (name_of(network.records[n]) for n in (tie.subject_id, tie.object_id))
        with st.container(border=True):
            st.text(f"{start} {tie_text(tie, tie.subject_id)} {end} ({details_text(tie)})")
