"""Recording what a body decided on one proposal."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

import streamlit as st

from accounts.identity import Identity
from concept_review.decision import RETURNING, Competence, Decision, DecisionResult, InvalidDecision
from concept_review.proposal import Proposal, ProposalKind
from concept_review.proposal_steps import NotPossible, ProposalAction, possible
from concept_review.section import Section
from concept_review.unreadable import UnreadableConcept
from data.clock import today
from data.decisions import decide
from data.proposal_acts import capacities_on
from data.proposals import proposals
from data.store import Conflict, Store
from views import decided_wording, decision_fields, session
from views.decision_fields import OF_BODIES, Sitting
from views.inert import inert
from views.proposal_words import ACTIONS, DECISION_ERRORS, RESULTS
from views.unreadable_words import unreadable_text
from views.words import _

_FURTHEST: Final = timedelta(days=365 * 5)


def ask(
    store: Store,
    actor: Identity,
    wanted: Proposal,
    present: Section,
    sitting: Sitting,
) -> None:
    """Ask what was decided on a proposal, where this person may record it now.

    The button carries the revision of the proposal and the wording of the section that are shown
    with it. `sitting` is what is suggested for the fields.
    """
    if ProposalAction.DECIDE not in possible(wanted.state, capacities_on(store, actor, wanted)):
        return
    form = form_of(wanted)
    errors = session.kept_errors(form)
    label = _(ACTIONS[ProposalAction.DECIDE])
    with st.expander(label, icon=":material/gavel:", expanded=bool(errors)):
        result = st.selectbox(
            _("Result"),
            _results(wanted),
            format_func=lambda each: _(RESULTS[each]),
            key=f"result_{form}",
        )
        session.show_error(errors, "result")
        _ask_more(store, actor, wanted, present, result, errors)
        decision_fields.ask(form, errors, replace(sitting, competence=_competence(present)))
        st.button(
            _("Record the decision"),
            type="primary",
            key=f"save_{form}",
            on_click=_save,
            args=(wanted.id, wanted.revision, present.version_id, form, session.form_key(form)),
        )


def form_of(wanted: Proposal) -> str:
    """Return the name of the form for a proposal as it stands; another revision begins anew."""
    return f"decision_{wanted.id}_{wanted.revision}"


def errors_of(invalid: InvalidDecision) -> dict[str, str]:
    """Return what is wrong with a decision in words, field by field."""
    return {at: _(DECISION_ERRORS[code]) for at, code in invalid.errors.items()}


def _competence(present: Section) -> Competence:
    given = present.competence
    return given if given in OF_BODIES else Competence.COMMITTEE


def _results(wanted: Proposal) -> Sequence[DecisionResult]:
    """Return the results there are; what moves or goes has no wording that one could change."""
    words = wanted.rewords or wanted.kind is ProposalKind.INSERT
    modified = DecisionResult.ACCEPTED_MODIFIED
    return [each for each in DecisionResult if words or each is not modified]


def _ask_more(
    store: Store,
    actor: Identity,
    wanted: Proposal,
    present: Section,
    result: DecisionResult,
    errors: Mapping[str, str],
) -> None:
    """Ask for what only some results need: a wording, another proposal, a day."""
    form = form_of(wanted)
    if result is DecisionResult.ACCEPTED_MODIFIED:
        decided_wording.ask(store, wanted, present, form)
    session.show_error(errors, "wording")
    if result is DecisionResult.SUPERSEDED:
        others = {
            each.id: each.headline
            for each in proposals(store, actor, concept_id=present.concept_id)
            if each.id != wanted.id
        }
        st.selectbox(
            _("Done with by which proposal? (required)"),
            list(others),
            index=None,
            format_func=others.__getitem__,
            key=f"superseded_by_{form}",
        )
        session.show_error(errors, "superseded_by")
    if result in RETURNING:
        st.session_state.setdefault(f"resubmit_on_{form}", None)
        st.date_input(
            _("Comes again on (required)"),
            min_value=today() + timedelta(days=1),
            max_value=today() + _FURTHEST,
            format="DD.MM.YYYY",
            key=f"resubmit_on_{form}",
        )
        session.show_error(errors, "resubmit_on")


def _save(proposal_id: str, revision: int, against: str, form: str, key: str) -> None:
    session.language()
    session.keep_errors(form, {})
    if decision_fields.without_day(form):
        return
    made = _typed(proposal_id, form)
    with session.explained():
        try:
            modified = made.result is DecisionResult.ACCEPTED_MODIFIED
            session.done_once(
                decide,
                session.store(),
                session.identity(),
                made,
                expected=revision,
                against_version_id=against,
                wording=decided_wording.typed(form) if modified else None,
                key=key,
            )
        except UnreadableConcept as unreadable:
            session.keep_errors(form, {"wording": unreadable_text(unreadable)})
            return
        except InvalidDecision as invalid:
            session.keep_errors(form, errors_of(invalid))
            return
        except NotPossible:
            raise Conflict({"id": proposal_id}) from None
        session.form_done(form)
        decision_fields.forget(form)
        result = _(RESULTS[made.result])
        session.tell(_("The decision is recorded: {result}.", result=inert(result)))


def _typed(proposal_id: str, form: str) -> Decision:
    result = st.session_state[f"result_{form}"]
    returning = result in RETURNING
    superseded = result is DecisionResult.SUPERSEDED
    return replace(
        decision_fields.decision(decision_fields.typed(form), proposal_id, result),
        superseded_by=st.session_state.get(f"superseded_by_{form}") if superseded else None,
        resubmit_on=st.session_state.get(f"resubmit_on_{form}") if returning else None,
    )
