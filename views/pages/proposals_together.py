"""Zusammen: which proposals can stand together, which are alternatives, and the text they make."""

import streamlit as st

from concept_review.batch import compose_concept
from concept_review.rivalry import rivalry
from views import clash_view, session, together_choice, together_list, together_text
from views.page_files import PROPOSALS
from views.words import _

store, actor = session.store(), session.identity()
st.page_link(PROPOSALS, label=_("Back to all proposals"), icon=":material/arrow_back:")
st.title(_("Proposals together"))
concept_id = together_choice.concept_of(store)
if concept_id is None:
    st.text(_("There is no concept yet."))
    st.stop()
text, chosen = together_choice.ask(store, actor, concept_id)
if not chosen.proposals:
    st.text(_("Please choose the proposals that you want to see together."))
    st.stop()
amendments = list(chosen.amendments.values())
found = rivalry(text, amendments)
together_list.show(chosen, found)
if found.clashes:
    st.header(_("What a person has to decide"), anchor=False)
    for clash in found.clashes:
        clash_view.show(clash, chosen)
together_text.show(compose_concept(text, amendments), chosen)
