"""Verzeichnis: all organisations as a list to search and to read."""

import streamlit as st

from accounts.permissions import Permission, may
from data.addressees import without_address
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
sends = may(actor, Permission.ENTRY_LINK_SEND)
unreachable = without_address(store, actor) if sends else None
typed, kinds, wanted = directory_list.ask(organizations, outdated(store), unreachable)
found = [
    each
    for each in directory_list.matching(store, organizations, typed, kinds)
    if each.id in wanted
]
st.text(plural("{n} organisation", "{n} organisations", len(found)))
reshape_link.show_all(actor)
directory_list.show(store, actor, found)
network_downloads.lead_in(actor)
