"""Auswertung: how much of the concept holds, what waits, and what falls due before a meeting."""

import streamlit as st

from data.concepts import concepts
from views import concept_list, debt_groups, due_list, reading_link, session
from views.page_files import CONCEPT
from views.shown_debt import debt_of
from views.words import _

store = session.store()
st.title(_("Evaluation"))
known = concepts(store)
if not known:
    st.text(_("No concept is here yet."))
    st.stop()

concept = concept_list.choose(known)
if len(known) == 1:
    st.text(concept.title)
with st.container(horizontal=True, vertical_alignment="center"):
    newest = concept.id == known[-1].id
    st.page_link(
        CONCEPT,
        label=_("To the concept"),
        icon=":material/menu_book:",
        query_params={} if newest else {concept_list.CONCEPT: concept.id},
    )
    reading_link.show(concept)
shown = debt_of(store, concept.id)
debt_groups.show_numbers(shown)
debt_groups.show(_("By field of action"), _("Field of action"), shown.by_field())
debt_groups.show(_("By responsible unit"), _("Lead"), shown.by_unit())
due_list.show(shown, concept.id)
