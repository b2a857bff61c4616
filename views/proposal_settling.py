"""Confirming with a second name that only the form changes, or refusing to."""

from datetime import date
from typing import Final

import streamlit as st

from concept_review.decision import (
    NOTE_LIMIT,
    REFERENCE_LIMIT,
    Competence,
    Decision,
    DecisionResult,
)
from concept_review.proposal import Proposal
from concept_review.proposal_steps import ProposalAction
from concept_review.section import Section
from data.clock import today
from data.decisions import decide
from data.identifier import new_id
from views import session
from views.proposal_acting import act
from views.proposal_words import ACTIONS, RESULTS
from views.words import _

_RESULTS: Final = (DecisionResult.ACCEPTED, DecisionResult.REJECTED)
_SHOWN: Final = ("decided_on", "reference", "note")


def ask(wanted: Proposal, present: Section) -> None:
    """Ask for the editorial record, in the name of whoever sends it.

    The button carries the revision of the proposal and the wording of the section shown with it.
    """
    form = _form(wanted.id)
    errors = session.kept_errors(form)
    with st.expander(_(ACTIONS[ProposalAction.SETTLE]), expanded=bool(errors)):
        st.text(_("With your name beside the author's, the administration decides this itself."))
        st.radio(
            _("Result"),
            _RESULTS,
            format_func=lambda each: _(RESULTS[each]),
            key=f"result_{form}",
            horizontal=True,
        )
        st.date_input(
            _("Decided on"),
            value=today(),
            min_value=date(1949, 1, 1),
            max_value=today(),
            format="DD.MM.YYYY",
            key=f"decided_on_{form}",
        )
        session.show_error(errors, "decided_on")
        st.text_input(_("File reference"), max_chars=REFERENCE_LIMIT, key=f"reference_{form}")
        session.show_error(errors, "reference")
        st.text_area(_("Note"), max_chars=NOTE_LIMIT, height=80, key=f"note_{form}")
        session.show_error(errors, "note")
        for field in sorted(set(errors) - set(_SHOWN)):
            session.show_error(errors, field)
        st.button(
            _("Record it"),
            type="primary",
            key=f"do_{form}",
            on_click=_save,
            args=(wanted.id, wanted.revision, present.version_id, session.form_key(form)),
        )


def _form(proposal_id: str) -> str:
    return f"step_settle_{proposal_id}"


def _save(proposal_id: str, revision: int, against: str, key: str) -> None:
    form = _form(proposal_id)
    typed = {name: st.session_state[f"{name}_{form}"] for name in ("result", *_SHOWN)}
    decision = Decision(
        id=new_id(),
        proposal_id=proposal_id,
        result=typed["result"],
        competence=Competence.ADMINISTRATION,
        body="",
        decided_on=typed["decided_on"],
        reference=typed["reference"].strip(),
        note=typed["note"].strip(),
        recorded_by="",
    )
    act(
        form, ProposalAction.SETTLE, decide, decision,
        expected=revision, against_version_id=against, key=key,
    )  # fmt: skip
