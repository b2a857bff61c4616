"""Anmeldungen: the coordinator's inbox, with likely duplicates beside each entry."""

import streamlit as st

from data.registrations import registrations
from views import network_downloads, registration_card, session
from views.words import _, plural

store, actor = session.store(), session.identity()
st.title(_("Registrations"))
waiting = registrations(store, actor)
if waiting:
    st.text(
        plural(
            "{n} registration waits for your decision.",
            "{n} registrations wait for your decision.",
            len(waiting),
        )
    )
else:
    st.text(_("No registration waits. New ones appear here as soon as they are sent."))
network_downloads.lead_in(actor)
for registration in waiting:
    registration_card.show(store, actor, registration)
