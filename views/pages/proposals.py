"""Vorschläge: what is proposed, and recording what was decided."""

import streamlit as st

from concept_review.proposal import ProposalState
from data.proposals import proposals
from views import citizen_switch, proposal_card, session
from views.words import _, plural

store, actor = session.store(), session.identity()
st.title(_("Proposals"))
wanted = st.query_params.get("id")
found = [each for each in proposals(store, actor) if wanted in (None, each.id)]
waiting = [each for each in found if each.state is ProposalState.SUBMITTED]
if wanted:
    if st.button(_("Show all proposals"), icon=":material/list:"):
        del st.query_params["id"]
        st.rerun()
else:
    st.text(
        plural(
            "{n} proposal waits for a decision.",
            "{n} proposals wait for a decision.",
            len(waiting),
        )
    )
for each in waiting + [each for each in found if each not in waiting]:
    proposal_card.show(store, actor, each)
citizen_switch.show(store, actor)
