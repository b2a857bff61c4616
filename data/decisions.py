"""Decisions on proposals: what a body, or for the form alone the administration, has decided."""

from dataclasses import replace

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from concept_review.decision import (
    ADOPTING,
    Competence,
    Decision,
    DecisionResult,
    InvalidDecision,
    check_decision,
)
from concept_review.proposal import Proposal, same_text
from concept_review.proposal_records import adopting_decided_wording
from concept_review.proposal_steps import ProposalAction, ProposalStep
from concept_review.rebase import Wording
from concept_review.section import Section
from data.amendments import base_of, composed, is_stale
from data.change import change
from data.clock import today
from data.concepts import section, sections
from data.proposal_acts import allowed, move, write_wording
from data.proposal_history import record_step
from data.proposals import proposal, proposals
from data.rows import from_row, to_row
from data.store import Conflict, Store


def decide(
    store: Store,
    actor: Identity,
    decision: Decision,
    *,
    expected: int,
    against_version_id: str,
    wording: Wording | None = None,
    key: str | None = None,
) -> Decision:
    """Record in the actor's name what was decided on a tabled proposal.

    What the administration decides itself is a record of a change of form, by a second person.
    `expected` is the revision of the proposal, `against_version_id` the wording of its section
    that the page showed: where either has changed since, `Conflict` is raised. `wording` is
    what was decided with changes. Raises `InvalidDecision` with errors by field, `NotPossible`
    where the proposal does not lie before a body, and `NotPermitted`.
    """
    settles = decision.competence is Competence.ADMINISTRATION
    action = ProposalAction.SETTLE if settles else ProposalAction.DECIDE
    permission = Permission.PROPOSAL_STEER if settles else Permission.PROPOSAL_DECIDE
    subject = ("proposal", decision.proposal_id)
    with change(store, actor, permission, Verb.DECIDED, subject, key=key) as detail:
        decided = proposal(store, actor, decision.proposal_id)
        present = section(store, decided.section_id)
        if decided.revision != expected or present.version_id != against_version_id:
            raise Conflict({"id": decided.id})
        state = allowed(store, actor, decided, action)
        decision = _complete(decision, actor, decided, wording)
        check_decision(
            decision,
            decided.author_id,
            today(),
            of_section=present.competence,
            editorial=decided.editorial,
        )
        _check_adoption(store, actor, decision, decided, present, wording)
        store.insert("decisions", to_row(decision))
        changes: dict[str, object] = {
            "state": state.value,
            "result": decision.result.value,
            "resubmit_on": decision.resubmit_on.isoformat() if decision.resubmit_on else None,
        }
        if wording:
            write_wording(store, actor, decided, wording, present, "decided", changes)
        else:
            move(store, decided, changes)
        said = ProposalStep(reason=decision.note, result=decision.result.value)
        record_step(store, actor, decided, action, said)
        detail |= {"decision": decision.id, "result": decision.result.value}
    return decision


def decision_on(store: Store, proposal_id: str) -> Decision | None:
    """Return the last decision on a proposal, or None while there is none."""
    found = decisions_on(store, proposal_id)
    return found[-1] if found else None


def decisions_on(store: Store, proposal_id: str) -> list[Decision]:
    """Return every decision on a proposal, oldest first; one may be adjourned several times."""
    return [from_row(Decision, row) for row in store.find("decisions", proposal_id=proposal_id)]


def _complete(
    decision: Decision, actor: Identity, decided: Proposal, wording: Wording | None
) -> Decision:
    return replace(
        decision,
        recorded_by=actor.id,
        paper_id=decided.paper_id,
        revision_number=decided.number + (wording is not None),
    )


def _check_adoption(
    store: Store,
    actor: Identity,
    decision: Decision,
    decided: Proposal,
    present: Section,
    wording: Wording | None,
) -> None:
    """Raise `InvalidDecision` where what is adopted is not the text that was decided upon."""
    reworded = wording is not None and not same_text(
        wording, Wording(decided.title, decided.blocks)
    )
    fault = adopting_decided_wording(decision.result, reworded=reworded)
    if fault:
        raise InvalidDecision({"wording": fault})
    if decision.result is DecisionResult.SUPERSEDED:
        known = {each.id for each in proposals(store, actor)} - {decided.id}
        if decision.superseded_by not in known:
            raise InvalidDecision({"superseded_by": "unknown"})
    if decision.result not in ADOPTING:
        return
    now = Wording(present.title, present.blocks)
    if is_stale(decided, base_of(store, decided), now) and wording is None:
        raise InvalidDecision({"wording": "base_changed"})
    if decided.alternative and _rival_adopted(store, actor, decided, present.concept_id):
        raise InvalidDecision({"result": "alternative_adopted"})


def _rival_adopted(store: Store, actor: Identity, decided: Proposal, concept_id: str) -> bool:
    """Say whether another alternative of the same paper, with which it clashes, is adopted."""
    others = [
        each
        for each in proposals(store, actor, paper_id=decided.paper_id)
        if each.result in ADOPTING and each.id != decided.id
    ]
    text = sections(store, concept_id)
    return any(composed(store, text, [decided, each]).clashes for each in others)
