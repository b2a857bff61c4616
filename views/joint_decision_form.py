"""Recording that a body decided several proposals of a paper as they were recommended."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from concept_review.decision import DecisionResult
from concept_review.proposal import Proposal
from concept_review.proposal_records import Paper
from concept_review.proposal_steps import NotPossible, ProposalState
from data.joint_decisions import InvalidAmong, decide_together
from data.store import Conflict
from views import decision_fields, session
from views.decision_fields import Sitting
from views.decision_form import errors_of
from views.inert import inert
from views.proposal_text import Known, choice_text
from views.proposal_words import RESULTS
from views.words import _, plural

AT_ONCE: Final = frozenset({DecisionResult.ACCEPTED, DecisionResult.REJECTED, DecisionResult.NOTED})
"""Results that need nothing but the sitting: no wording, no day, no other proposal."""


def ask(paper: Paper, held: Sequence[Proposal], known: Known, sitting: Sitting) -> None:
    """Offer to record one sitting for all proposals whose recommendation was followed."""
    fit = [
        each
        for each in held
        if each.state is ProposalState.TABLED
        and each.recommendation in AT_ONCE
        and each.section_id in known
    ]
    if len(fit) < 2:
        return
    form = f"joint_{paper.id}"
    errors = session.kept_errors(form)
    label = _("Record several at once: decided as recommended")
    with st.expander(label, icon=":material/done_all:", expanded=bool(errors)):
        chosen = [each for each in fit if _choose(each, known, form, errors)]
        decision_fields.ask(form, errors, sitting)
        count = plural("Record {n} decision", "Record {n} decisions", len(chosen))
        st.button(
            count,
            type="primary",
            disabled=not chosen,
            key=f"save_{form}",
            on_click=_save,
            args=(
                {each.id: each.recommendation for each in chosen},
                {each.id: each.revision for each in chosen},
                {each.id: known[each.section_id].version_id for each in chosen},
                form,
                session.form_key(form),
            ),
        )


def _choose(each: Proposal, known: Known, form: str, errors: Mapping[str, str]) -> bool:
    """Ask whether this one is among them; alternatives are chosen one by one."""
    result = _(RESULTS[each.recommendation]) if each.recommendation else ""
    key = f"joint_{form}_{each.id}"
    st.session_state.setdefault(key, not each.alternative)
    chosen = st.checkbox(f"{choice_text(each, known)}: {inert(result)}", key=key)
    session.show_error(errors, each.id)
    return chosen


def _save(
    results: Mapping[str, DecisionResult],
    expected: Mapping[str, int],
    against: Mapping[str, str],
    form: str,
    key: str,
) -> None:
    session.language()
    session.keep_errors(form, {})
    if decision_fields.without_day(form):
        return
    sitting = decision_fields.typed(form)
    made = [decision_fields.decision(sitting, each, result) for each, result in results.items()]
    with session.explained():
        try:
            session.done_once(
                decide_together,
                session.store(),
                session.identity(),
                made,
                expected=expected,
                against=against,
                key=key,
            )
        except InvalidAmong as invalid:
            session.keep_errors(form, _errors(invalid))
            return
        except NotPossible:
            raise Conflict({"id": form}) from None
        session.form_done(form)
        decision_fields.forget(form)
        session.tell(
            plural("{n} decision is recorded.", "{n} decisions are recorded.", len(results))
        )


def _errors(invalid: InvalidAmong) -> dict[str, str]:
    """Put what is wrong with the sitting at its fields, and the rest at the proposal."""
    found = errors_of(invalid)
    shared = {at: words for at, words in found.items() if at in (*decision_fields.FIELDS, "votes")}
    own = " ".join(words for at, words in found.items() if at not in shared)
    return {**shared, invalid.proposal_id: own} if own else shared
