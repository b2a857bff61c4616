"""Verzeichnis: all organisations as a list to search and to read."""

import streamlit as st

from data.clock import today
from network.organization import Organization
from views import directory_list, network_downloads, session
from views.shown_network import network_of
from views.words import _, plural

store, actor = session.store(), session.identity()
st.title(_("Directory"))
network = network_of(store, today())
organizations = [each for each in network.records.values() if isinstance(each, Organization)]
typed, kinds = directory_list.ask(organizations)
found = directory_list.matching(store, organizations, typed, kinds)
st.text(plural("{n} organisation", "{n} organisations", len(found)))
directory_list.show(store, actor, found)
network_downloads.lead_in(actor)
