"""Supporting somebody else's proposal, instead of submitting the same once more."""

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.proposal import Proposal
from concept_review.proposal_steps import UNDECIDED, NotPossible
from data.proposals import join, supports
from data.store import Conflict, Store
from views import session
from views.words import _


def show(store: Store, actor: Identity, wanted: Proposal) -> None:
    """Offer to join an open proposal of somebody else that one does not support yet."""
    possible = wanted.state in UNDECIDED and wanted.author_id != actor.id
    if not possible or not may(actor, Permission.PROPOSAL_SUBMIT):
        return
    if not supports(store, actor, wanted.id):
        st.button(
            _("Join this proposal"), key=f"join_{wanted.id}", on_click=_join, args=(wanted.id,)
        )


def _join(proposal_id: str) -> None:
    session.language()
    with session.explained():
        try:
            join(session.store(), session.identity(), proposal_id)
        except NotPossible:
            raise Conflict({"id": proposal_id}) from None
        session.tell(_("You have joined the proposal."))
