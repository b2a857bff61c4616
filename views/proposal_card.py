"""One proposal: what would change, why, and the decision on it."""

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.merge import Conflict
from concept_review.outline import text_of_blocks
from concept_review.proposal import Decision, DecisionResult, Proposal, ProposalState
from concept_review.section import Section
from data.accounts import account
from data.concepts import section, wordings
from data.decisions import decision_on, wording_if_accepted
from data.store import NotFound, Store
from views import decision_form, diff_view
from views.inert import inert
from views.page_files import SECTION
from views.section_proposals import STATES
from views.words import _, date_text, moment_text


def show(store: Store, actor: Identity, proposal: Proposal) -> None:
    """Show a proposal, and what one may do with it."""
    present = section(store, proposal.section_id)
    with st.container(border=True):
        st.header(inert(proposal.headline), anchor=False)
        st.text(
            _(
                "{author}, {moment}: {state}",
                author=name_of(store, proposal.author_id),
                moment=moment_text(proposal.created_at),
                state=_(STATES[proposal.state]),
            )
        )
        label = inert(present.heading)
        st.page_link(SECTION, label=label, query_params={"id": present.id})
        st.caption(_("Rationale"))
        st.text(proposal.rationale)
        _show_changes(store, proposal)
        if proposal.state is ProposalState.SUBMITTED:
            _show_waiting(store, actor, proposal, present)
        decision = decision_on(store, proposal.id)
        if decision:
            _show_decision(store, decision)


def name_of(store: Store, account_id: str) -> str:
    """Return whose account it is."""
    try:
        return account(store, account_id).name
    except NotFound:
        return _("Example data") if account_id == "operator" else _("Unknown")


def _show_changes(store: Store, proposal: Proposal) -> None:
    base = next(
        wording
        for wording, _since in wordings(store, proposal.section_id)
        if wording.version_id == proposal.base_version_id
    )
    diff_view.show(
        f"{base.title}\n\n{text_of_blocks(base.blocks)}",
        f"{proposal.title}\n\n{text_of_blocks(proposal.blocks)}",
    )


def _show_waiting(store: Store, actor: Identity, proposal: Proposal, present: Section) -> None:
    rebased = wording_if_accepted(store, proposal, present)
    if rebased.conflicts:
        _show_conflicts(rebased.conflicts)
    elif rebased.carried_over:
        st.warning(
            _("The section has changed since. If accepted, the proposal is carried over like this:")
        )
        diff_view.show(
            f"{present.title}\n\n{text_of_blocks(present.blocks)}",
            f"{rebased.wording.title}\n\n{text_of_blocks(rebased.wording.blocks)}",
        )
    if actor.id == proposal.author_id:
        decision_form.ask_withdraw(proposal)
    if may(actor, Permission.PROPOSAL_DECIDE):
        can_accept = not rebased.conflicts
        decision_form.ask(proposal, present.version_id, can_accept=can_accept)


def _show_conflicts(conflicts: tuple[Conflict, ...]) -> None:
    st.warning(
        _(
            "The section has changed since, at the same place. The proposal cannot be accepted "
            "as it is; please propose the wording anew on the present text."
        )
    )
    for conflict in conflicts:
        st.caption(_("Before"))
        st.text(conflict.base)
        for rival in conflict.rivals:
            st.caption(_("One of the wordings"))
            st.text(rival)


def _show_decision(store: Store, decision: Decision) -> None:
    accepted = decision.result is DecisionResult.ACCEPTED
    result = _("Accepted") if accepted else _("Rejected")
    by = decision.body or _("Administration (editorial)")
    st.text(f"{result}: {by}, {date_text(decision.decided_on)}")
    st.text(
        "\n".join(
            line
            for line in (
                decision.reference,
                decision.note,
                _("Recorded by {name}", name=name_of(store, decision.recorded_by)),
            )
            if line
        )
    )
