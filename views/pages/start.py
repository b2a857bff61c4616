"""Overview: the city at a glance, and the ways into the three jobs."""

import streamlit as st

from data.clock import today
from network.view import top_organization
from views import session, start_cards
from views.inert import inert
from views.shown_network import network_of
from views.words import _

store, actor = session.store(), session.identity()
network = network_of(store, today())
city = top_organization(network.graph)
st.title(inert(city.name) if city else _("Overview"))
st.text(_("Who works together, and which parts of the integration concept still hold."))
if not network.records:
    st.text(_("Nothing is entered yet. The example city is loaded with: bindeglied demo"))
left, middle, right = st.columns(3)
with left.container(border=True, height="stretch"):
    start_cards.show_network(network, actor)
with middle.container(border=True, height="stretch"):
    start_cards.show_concept(store)
with right.container(border=True, height="stretch"):
    start_cards.show_registration()
start_cards.show_waiting(store, actor)
start_cards.show_upkeep(store, actor)
start_cards.show_groups(network)
