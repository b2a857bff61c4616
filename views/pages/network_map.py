"""Netzkarte: the network as picture, panel, table and text."""

import streamlit as st

from views import network_page, session
from views.words import _

st.title(_("Network map"))
if session.store().find("organizations"):
    network_page.explore()
else:
    st.text(_("Nothing is entered yet. The example city is loaded with: bindeglied demo"))
