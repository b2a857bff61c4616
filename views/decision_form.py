"""Recording a decision on a proposal: who decided, when, under which reference."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from accounts.identity import Identity
from concept_review.proposal import (
    Competence,
    Decision,
    DecisionResult,
    InvalidDecision,
    NotPossible,
    Proposal,
)
from concept_review.rebase import Contradicted
from data.clock import today
from data.decisions import decide
from data.identifier import new_id
from data.proposals import withdraw
from data.store import Store
from views import session
from views.words import _, mark

_COMPETENCES: Final[Mapping[Competence, str]] = {
    Competence.COUNCIL: mark("City council"),
    Competence.COMMITTEE: mark("Committee"),
    Competence.ADMINISTRATION: mark("Administration (editorial changes only)"),
}

_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "in_future": mark("The date lies in the future."),
    "too_long": mark("This is too long; please shorten it."),
    "two_names": mark(
        "You proposed this yourself. An editorial change needs a second person to record it."
    ),
}

_FIELDS: Final[Mapping[str, str]] = {
    "body": mark("Body"),
    "decided_on": mark("Decided on"),
    "reference": mark("Reference"),
    "note": mark("Note"),
    "recorded_by": mark("Recorded by"),
}


def ask(
    store: Store, actor: Identity, proposal: Proposal, against: str, *, can_accept: bool
) -> None:
    """Ask what was decided, and by whom."""
    with st.form(f"decision_{proposal.id}", border=True):
        st.text(_("Record a decision"))
        competence = st.selectbox(
            _("Decided by"), list(_COMPETENCES), format_func=lambda each: _(_COMPETENCES[each])
        )
        body = st.text_input(
            _("Body"), placeholder=_("for example: Stadtverordnetenversammlung"), max_chars=300
        )
        decided_on = st.date_input(_("Decided on"), value=today(), format="DD.MM.YYYY")
        reference = st.text_input(
            _("Reference"), placeholder=_("for example: 14/SVV/0123"), max_chars=300
        )
        note = st.text_input(_("Note"), max_chars=2000)
        with st.container(horizontal=True):
            accepted = st.form_submit_button(
                _("Accept and work into the text"), type="primary", disabled=not can_accept
            )
            rejected = st.form_submit_button(_("Reject"))
    if accepted or rejected:
        result = DecisionResult.ACCEPTED if accepted else DecisionResult.REJECTED
        decision = Decision(
            id=new_id(),
            proposal_id=proposal.id,
            result=result,
            competence=competence,
            body=body.strip(),
            decided_on=decided_on,
            reference=reference.strip(),
            note=note.strip(),
            recorded_by=actor.id,
        )
        _save(store, actor, proposal, decision, against)


def ask_withdraw(store: Store, actor: Identity, proposal: Proposal) -> None:
    """Let the author take the proposal back."""
    if st.button(_("Withdraw my proposal"), key=f"withdraw_{proposal.id}"):
        with session.explained():
            withdraw(store, actor, proposal.id, expected=proposal.revision)
            session.tell_after_rerun(_("Your proposal is withdrawn; it stays readable."))
            st.rerun()


def _save(
    store: Store, actor: Identity, proposal: Proposal, decision: Decision, against: str
) -> None:
    with session.explained():
        try:
            decide(
                store,
                actor,
                decision,
                expected=proposal.revision,
                against_version_id=against,
            )
        except InvalidDecision as invalid:
            for field, code in invalid.errors.items():
                st.error(f"{_(_FIELDS[field])}: {_(_ERRORS[code])}")
            return
        except (NotPossible, Contradicted):
            st.error(_("This is not possible any more. Please look at the proposal again."))
            return
        accepted = decision.result is DecisionResult.ACCEPTED
        session.tell_after_rerun(
            _("The decision is recorded, and the section has its new wording.")
            if accepted
            else _("The decision is recorded.")
        )
        st.rerun()
