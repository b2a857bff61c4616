"""Recording a decision on a proposal: who decided, when, under which reference."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import streamlit as st

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
from data.store import Conflict
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


def ask(proposal: Proposal, against: str, *, can_accept: bool) -> None:
    """Ask what was decided, and by whom.

    The buttons carry the revision of the proposal and the wording of the section (`against`)
    that are shown with them.
    """
    form = _form(proposal.id)
    errors, key = session.kept_errors(form), session.form_key(form)
    with st.form(form, border=True, enter_to_submit=False):
        st.text(_("Record a decision"))
        st.selectbox(
            _("Decided by"),
            list(_COMPETENCES),
            format_func=lambda each: _(_COMPETENCES[each]),
            key=f"competence_{form}",
        )
        example = _("for example: Stadtverordnetenversammlung")
        st.text_input(
            _("Body (required unless the administration decides)"),
            placeholder=example,
            max_chars=300,
            key=f"body_{form}",
        )
        session.show_error(errors, "body")
        st.date_input(
            _("Decided on"),
            value=today(),
            min_value=date(1949, 1, 1),
            max_value=today(),
            format="DD.MM.YYYY",
            key=f"day_{form}",
        )
        session.show_error(errors, "decided_on")
        example = _("for example: 14/SVV/0123")
        st.text_input(
            _("Reference (required unless the administration decides)"),
            placeholder=example,
            max_chars=300,
            key=f"reference_{form}",
        )
        session.show_error(errors, "reference")
        st.text_input(_("Note"), max_chars=2000, key=f"note_{form}")
        session.show_error(errors, "note")
        session.show_error(errors, "recorded_by")
        with st.container(horizontal=True):
            for result, label in _RESULTS.items():
                accepting = result is DecisionResult.ACCEPTED
                st.form_submit_button(
                    _(label),
                    type="primary" if accepting else "secondary",
                    disabled=accepting and not can_accept,
                    key=f"{result.value}_{form}",
                    on_click=_save,
                    args=(proposal.id, result, proposal.revision, against, key),
                )


def ask_withdraw(proposal: Proposal) -> None:
    """Let the author take the proposal back."""
    st.button(
        _("Withdraw my proposal"),
        key=f"withdraw_{proposal.id}",
        on_click=_withdraw,
        args=(proposal.id, proposal.revision),
    )


def _form(proposal_id: str) -> str:
    return f"decision_{proposal_id}"


def _withdraw(proposal_id: str, revision: int) -> None:
    session.language()
    with session.explained():
        withdraw(session.store(), session.identity(), proposal_id, expected=revision)
        session.tell(_("Your proposal is withdrawn; it stays readable."))


def _save(proposal_id: str, result: DecisionResult, revision: int, against: str, key: str) -> None:
    session.language()
    form, actor = _form(proposal_id), session.identity()
    session.keep_errors(form, {})
    typed = {name: st.session_state[f"{name}_{form}"] for name in _TYPED}
    decision = Decision(
        id=new_id(),
        proposal_id=proposal_id,
        result=result,
        competence=typed["competence"],
        body=typed["body"].strip(),
        decided_on=typed["day"],
        reference=typed["reference"].strip(),
        note=typed["note"].strip(),
        recorded_by=actor.id,
    )
    with session.explained():
        try:
            session.done_once(
                decide,
                session.store(),
                actor,
                decision,
                expected=revision,
                against_version_id=against,
                key=key,
            )
        except InvalidDecision as invalid:
            session.keep_errors(form, {at: _(_ERRORS[code]) for at, code in invalid.errors.items()})
            return
        except (NotPossible, Contradicted):
            raise Conflict({"id": proposal_id}) from None
        accepted = result is DecisionResult.ACCEPTED
        session.tell(
            _("The decision is recorded, and the section has its new wording.")
            if accepted
            else _("The decision is recorded.")
        )


_TYPED: Final = ("competence", "body", "day", "reference", "note")

_RESULTS: Final[Mapping[DecisionResult, str]] = {
    DecisionResult.ACCEPTED: mark("Accept and work into the text"),
    DecisionResult.REJECTED: mark("Reject"),
}
