"""Anmeldungen: the coordinator's inbox of registrations and of changes of entries."""

import streamlit as st

from views import registration_list, session
from views.words import _

store, actor = session.store(), session.identity()
st.title(_("Registrations"))
registration_list.show(store, actor)
