"""Kennzahlen: how what the map shows is tied, as sentences, ranking and files."""

import streamlit as st

from views import measure_groups, measure_page, session
from views.shown_measures import asked_of, measures_of
from views.words import _

st.title(_("Measures"))
store = session.store()
measure_page.ask_day()
values = st.query_params.get_all
asked = asked_of(store, values)
measure_page.show_view(asked)
if not asked.shown.nodes:
    st.text(_("There is nothing to measure: the network is empty."))
    st.stop()

measure_page.ask_manner()
found = measures_of(store, asked, values)
measure_page.show_whole(found.measures)
measure_page.show_ranking(asked, found.measures)
measure_page.show_entry(asked, found)
measure_groups.show_groups(asked, found)
measure_page.show_questions()
