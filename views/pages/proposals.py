"""Vorschläge: what is proposed and what it waits for; with an id, one of them as a whole."""

import streamlit as st

from accounts.permissions import Permission, may
from data.concepts import concepts
from data.proposals import proposal
from data.store import NotFound
from views import (
    citizen_switch,
    concept_list,
    proposal_card,
    proposal_filters,
    proposal_list,
    session,
)
from views.page_files import PROPOSALS, PROPOSALS_IMPORT
from views.words import _, plural

store, actor = session.store(), session.identity()
wanted = st.query_params.get("id")
if wanted:
    st.page_link(
        PROPOSALS,
        label=_("Back to all proposals"),
        icon=":material/arrow_back:",
        query_params=proposal_filters.kept_query(),
    )
    try:
        shown = proposal(store, actor, wanted)
    except NotFound:
        st.title(_("Proposals"))
        st.error(_("This proposal does not exist."))
        st.stop()
    proposal_card.show(store, actor, shown)
else:
    st.title(_("Proposals"))
    known = concepts(store)
    if may(actor, Permission.PROPOSAL_SUBMIT):
        label = _("Read in proposals from Word")
        st.page_link(PROPOSALS_IMPORT, label=label, icon=":material/upload_file:")
    if known:
        proposal_list.show(store, actor, concept_list.choose(known))
    else:
        st.text(
            plural("{n} proposal waits for a decision.", "{n} proposals wait for a decision.", 0)
        )
    citizen_switch.show(store, actor)
