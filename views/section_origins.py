"""Where each sentence of a section comes from, in words beside the words."""

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.section import Section
from data.clock import day_of
from data.origins import Adoption, Provenance, origins
from data.proposals import proposal
from data.store import Store
from views.inert import inert
from views.page_files import PROPOSALS
from views.words import _, date_text


def show(store: Store, actor: Identity, section: Section) -> None:
    """Show, folded, since when and by whose decision each passage stands there."""
    with st.expander(_("Where does each sentence come from?"), icon=":material/account_tree:"):
        if not st.toggle(_("Show the origin of every passage"), key=f"origins_{section.id}"):
            return
        for run in origins(store, section.id):
            if run.text.strip():
                _show(store, actor, run)


def _show(store: Store, actor: Identity, run: Provenance) -> None:
    with st.container(border=True, gap=None):
        st.text(run.text.strip())
        day = date_text(day_of(run.since))
        st.caption(_("Since wording {number} of {day}", number=run.number, day=day))
        if not run.adoptions:
            st.caption(_("Came with a file that was taken in"))
        for each in run.adoptions:
            st.caption(inert(_decision(each)))
            if may(actor, Permission.PROPOSAL_READ):
                brought = proposal(store, actor, each.proposal_id)
                label = inert(brought.headline)
                st.page_link(PROPOSALS, label=label, query_params={"id": brought.id})


def _decision(each: Adoption) -> str:
    decision = each.decision
    body = decision.body or _("Administration (editorial)")
    words = (body, date_text(decision.decided_on), decision.reference, decision.agenda_item)
    return ", ".join(word for word in words if word)
