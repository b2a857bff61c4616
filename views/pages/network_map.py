"""Netzkarte: the network as picture, panel and table."""

import streamlit as st

from data.clock import today
from views import network_filters, network_legend, network_panel, network_table, session
from views.graph_component import Wish, show_control, show_picture
from views.network_address import read
from views.shown_network import network_of
from views.shown_scene import drawing_of, members_of, scene_of
from views.words import _

st.title(_("Network map"))
if not session.store().find("organizations"):
    st.text(_("Nothing is entered yet. The example city is loaded with: bindeglied demo"))
    st.stop()


@st.fragment
def explore() -> None:
    """Show what is asked for; a click runs only this part again."""
    session.language()
    store = session.store()
    searching, kinds, day = st.columns([4, 4, 2])
    with day:
        as_of = network_filters.ask_day()
        network = network_of(store, as_of)
    with kinds:
        wanted = network_filters.ask_kinds(network)
    with searching:
        typed = network_filters.ask_name()
    # Containers that are always there keep the picture at its place in the page, and so alive.
    with st.container():
        network_filters.show_hits(network, typed)
    with st.container():
        view = network_filters.ask_surroundings(network, wanted)
    shown = network_filters.shown(network, view)
    counted = network_filters.counted(shown)
    left, right = st.columns([5, 2])
    with left:
        st.text(counted)
        asked = read(st.query_params.get_all, today())
        show_picture(drawing_of(store, asked))
        visible, faded, picked = network_filters.places(
            scene_of(store, asked),
            members_of(store, asked),
            network_filters.shown(network, asked.view),
            asked,
        )
        description = _("Network map. {counted} The table below says the same.", counted=counted)
        way = asked.view.path and set(network_filters.shown(network, asked.view).ties)
        lines = {tie.id for tie in way or ()}
        path = [at for at, line in enumerate(scene_of(store, asked).lines) if line.id in lines]
        wish = Wish(visible, faded, picked, path, description, "")
        show_control(wish, network_filters.take_click)
        network_legend.show(network, shown)
    with right:
        network_panel.show(store, session.identity(), network, next(iter(view.chosen), None))
    network_table.show(network, shown)


explore()
