"""Beschlussvorlagen: what lies before the bodies, what they decided, and what becomes of it."""

import streamlit as st

from views import paper_list, paper_page, session

store, actor = session.store(), session.identity()
wanted = st.query_params.get("id")
if wanted:
    paper_page.show(store, actor, wanted)
else:
    paper_list.show(store, actor)
