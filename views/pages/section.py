"""Abschnitt: read a section, say whether it holds, propose a new wording, compare versions."""

import streamlit as st

from accounts.permissions import Permission, may
from data.standings import standings
from data.store import NotFound
from views import (
    citizen_form,
    concept_list,
    editorial_form,
    guest_link_form,
    proposal_form,
    section_discussion,
    section_lineage,
    section_links,
    section_origins,
    section_proposals,
    section_review,
    section_tasks,
    section_versions,
    session,
    sign_in_link,
)
from views.inert import inert
from views.page_files import CONCEPT
from views.prose import markdown_of
from views.standing_words import currency_word, look, reason
from views.words import _

store, actor = session.store(), session.identity()
wanted = st.query_params.get("id", "")
wanted = section_lineage.follower(store, wanted) or wanted
try:
    concept_id = store.get("sections", wanted)["concept_id"]
except NotFound:
    st.title(_("Section"))
    st.error(_("This section does not exist. Please choose it from the concept."))
    st.page_link(CONCEPT, label=_("To the concept"))
    st.stop()

everything = standings(store, concept_id, with_retired=True)
place = next(i for i, each in enumerate(everything) if each.section.id == wanted)
here = everything[place]
section = here.section
st.page_link(
    CONCEPT,
    label=_("Back to all sections"),
    icon=":material/arrow_back:",
    query_params=concept_list.kept_query(section),
)
st.title(inert(section.heading))
color, icon = look(here.standing.currency)
st.badge(currency_word(here.standing.currency), icon=icon, color=color)
st.text(reason(here))
section_lineage.show(store, section)
with st.container():  # always there, so that what is open below stays open
    section_review.show_what_changed(store, here)
    editorial_form.show(store, actor, here)

reading, working = st.columns([3, 2], gap="large")
with reading:
    if section.blocks:
        st.markdown(markdown_of(section.blocks))
    else:
        st.text(_("Under this heading there is no text of its own."))
    section_review.show_neighbours(everything, place)
with working:
    in_force = section.reviewable and section.retired_on is None
    if in_force and may(actor, Permission.SECTION_REVIEW):
        section_review.ask(store, actor, here)
    elif in_force and not actor.signed_in:
        sign_in_link.show_sign_in(
            _("Sign in to review this section or to propose another wording.")
        )
    section_tasks.show(store, actor, here)
    section_links.show(store, actor, here)
    if may(actor, Permission.PROPOSAL_READ):
        section_proposals.show(store, actor, section)
if section.retired_on is None and may(actor, Permission.PROPOSAL_SUBMIT):
    proposal_form.ask(store, actor, section)
citizen_form.show(store, section)
section_discussion.show(store, actor, section)
guest_link_form.show(store, actor, section)
section_versions.show(store, actor, section)
if in_force:
    section_origins.show(store, actor, section)
