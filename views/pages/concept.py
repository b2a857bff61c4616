"""Integrationskonzept: every section with its Prüfstand, and how much of it is current."""

import streamlit as st

from concept_review.progress import progress
from data.clock import day_of
from data.concepts import concepts, versions
from data.standings import standings
from views import concept_head, concept_list, session
from views.inert import inert
from views.prose_notice import show_notice
from views.words import _, date_text

store = session.store()
known = concepts(store)
if not known:
    st.title(_("Integration concept"))
    st.text(_("No concept is here yet."))
    concept_head.show_import(session.identity())
    st.stop()

concept = concept_list.choose(known)
st.title(inert(concept.title or _("Integration concept")))
newest = versions(store, concept.id)[0]
st.text(
    _("Version {number} of {day}", number=newest.number, day=date_text(day_of(newest.created_at)))
)
concept_head.show_ways(session.identity(), concept)
concept_head.show_unsettled(store, session.identity(), concept)
show_notice(concept.notice)
all_standings = standings(store, concept.id)
concept_list.show_progress(
    progress((each.standing.currency, each.section.characters) for each in all_standings)
)
concept_list.show(all_standings)
concept_head.show_retired(store, concept)
