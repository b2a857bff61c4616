"""Verzeichnis: all organisations as a list to search and to read."""

import streamlit as st

from data.clock import today
from network.organization import Organization
from views import directory_list, network_downloads, reshape_link, session
from views.shown_network import network_of
from views.upkeep_words import outdated
from views.words import _, plural

store, actor = session.store(), session.identity()
st.title(_("Directory"))
network = network_of(store, today())
organizations = [each for each in network.records.values() if isinstance(each, Organization)]
old = outdated(store)
typed, kinds, only_old = directory_list.ask(organizations, old)
found = [
    each
    for each in directory_list.matching(store, organizations, typed, kinds)
    if not only_old or each.id in old
]
st.text(plural("{n} organisation", "{n} organisations", len(found)))
reshape_link.show_all(actor)
directory_list.show(store, actor, found)
network_downloads.lead_in(actor)
