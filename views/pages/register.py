"""Organisation anmelden: an organisation adds itself without an account."""

import streamlit as st

from views import register_keeping, register_likely, register_steps, register_thanks, session
from views.register_sending import SENT
from views.register_sending import show as show_sending
from views.words import _

st.title(_("Register an organisation"), anchor=False)
store = session.store()
sent = st.session_state.get(SENT)
found = [] if sent or register_steps.step() else register_likely.likely(store)
register_keeping.mount(register_likely.said(found))
with st.container(key="register", width=720):
    if sent:
        register_thanks.show(store, sent)
    else:
        register_keeping.show_notice()
        register_steps.show(store, found)
        if register_steps.step() == register_steps.LAST:
            show_sending()
        register_steps.show_ways()
        register_keeping.show_discard()
