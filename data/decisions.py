"""Decisions on proposals, and working an accepted one into the text."""

import json
from dataclasses import replace

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from concept_review.block import blocks_from_json
from concept_review.proposal import (
    Decision,
    DecisionResult,
    Proposal,
    ProposalAction,
    check_decision,
)
from concept_review.rebase import Rebased, Wording, rebase
from concept_review.section import Section
from data.change import change
from data.clock import today
from data.concepts import replace_wording, section
from data.proposals import proposal, set_state
from data.rows import from_row, to_row
from data.store import Conflict, Store


def decide(
    store: Store,
    actor: Identity,
    decision: Decision,
    *,
    expected: int,
    against_version_id: str,
    key: str | None = None,
) -> Decision:
    """Record a decision in the actor's name; an accepted proposal is the next wording.

    `expected` is the revision of the proposal, `against_version_id` the wording of the
    section that the page showed: where either has changed since, `Conflict` is raised.
    Raises `InvalidDecision` with errors by field, `NotPossible` where the proposal is decided
    or withdrawn already, and `Contradicted` where it contradicts what the text says by now.
    """
    decision = replace(decision, recorded_by=actor.id)
    with change(
        store,
        actor,
        Permission.PROPOSAL_DECIDE,
        Verb.DECIDED,
        ("proposal", decision.proposal_id),
        key=key,
    ) as detail:
        decided = proposal(store, actor, decision.proposal_id)
        check_decision(decision, decided.author_id, today=today())
        present = section(store, decided.section_id)
        if present.version_id != against_version_id:
            raise Conflict({"id": present.id})
        store.insert("decisions", to_row(decision))
        if decision.result is DecisionResult.ACCEPTED:
            set_state(store, decided, ProposalAction.ACCEPT, expected)
            wording = wording_if_accepted(store, decided, present).required()
            detail["wording"] = replace_wording(
                store, present, wording.title, wording.blocks, decision.id
            )
        else:
            set_state(store, decided, ProposalAction.REJECT, expected)
        detail |= {"decision": decision.id, "result": decision.result.value}
    return decision


def wording_if_accepted(store: Store, offered: Proposal, present: Section) -> Rebased:
    """Return what the section would say: the proposal, carried over to the present text."""
    base = store.get("section_versions", offered.base_version_id)
    return rebase(
        Wording(base["title"], blocks_from_json(json.loads(base["blocks"]))),
        Wording(present.title, present.blocks),
        Wording(offered.title, offered.blocks),
    )


def decision_on(store: Store, proposal_id: str) -> Decision | None:
    """Return the decision on a proposal, or None while there is none."""
    rows = store.find("decisions", proposal_id=proposal_id)
    return from_row(Decision, rows[-1]) if rows else None
