"""Overview: the city at a glance and the ways into the three jobs."""

import streamlit as st

from views.words import _

st.title(_("Overview"))
