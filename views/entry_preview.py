"""How an entry looks to everybody: as it is, or as it would be with what was typed."""

from dataclasses import replace

import streamlit as st

from accounts.identity import GUEST
from data.store import Store
from network.entry import FIELDS, EntryFacts
from network.organization import Organization
from views import entry_state, network_panel
from views.inert import inert
from views.kinds import KINDS
from views.network_address import CHOSEN
from views.page_files import NETWORK_MAP
from views.words import _


def show(store: Store, organization: Organization) -> None:
    """Show the entry as a visitor sees it."""
    facts = st.session_state.get(f"{entry_state.form_of(organization.id)}_preview")
    shown = organization
    st.header(_("How everybody sees it"), anchor=False)
    if isinstance(facts, EntryFacts):
        shown = replace(organization, **{name: getattr(facts, name) for name in FIELDS})
        st.info(_("Preview of what you typed. It is not saved yet."), icon=":material/visibility:")
    with st.container(border=True):
        st.subheader(inert(shown.name), anchor=False)
        st.text(_(KINDS[shown.classification]))
        network_panel.show_facts(store, GUEST, shown)
    st.page_link(
        NETWORK_MAP,
        label=_("Show on the network map"),
        icon=":material/hub:",
        query_params={CHOSEN: organization.id, "schritte": "1"},
    )
