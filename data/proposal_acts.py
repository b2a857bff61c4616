"""Steps on a proposal's way: admitted, returned, recommended, signed, resumed, withdrawn."""

import json
from collections.abc import Mapping
from dataclasses import replace

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import NotPermitted, Permission, may
from concept_review.block import blocks_to_json
from concept_review.continuity import with_known_ids
from concept_review.decision import RETURNING
from concept_review.proposal import Offer, Proposal, check_proposal
from concept_review.proposal_records import proposal_capacities
from concept_review.proposal_steps import (
    NotPossible,
    ProposalAction,
    ProposalCapacity,
    ProposalState,
    ProposalStep,
    check_step,
    next_state,
    possible,
)
from concept_review.rebase import Wording
from concept_review.section import Section
from data.change import change
from data.clock import today
from data.concepts import section, sections
from data.proposal_history import (
    add_revision,
    ask_to_sign,
    proposal_cosignatures,
    record_step,
    void_signatures,
)
from data.proposals import proposal
from data.responsibilities import responsibilities
from data.store import Conflict, Row, Store

_A = ProposalAction
VERBS: Mapping[ProposalAction, Verb] = {
    _A.SUBMIT: Verb.SUBMITTED,
    _A.ADMIT: Verb.ADMITTED,
    _A.RETURN: Verb.RETURNED,
    _A.EXCLUDE: Verb.EXCLUDED,
    _A.READMIT: Verb.READMITTED,
    _A.RECOMMEND: Verb.RECOMMENDED,
    _A.REQUEST_COSIGN: Verb.ASKED,
    _A.END_COSIGN: Verb.RETURNED,
    _A.UNTABLE: Verb.UNTABLED,
    _A.RESUME: Verb.RESUMED,
    _A.WITHDRAW: Verb.WITHDRAWN,
}
"""The steps that `take_step` takes; the others have verbs of their own."""


def capacities_on(store: Store, actor: Identity, wanted: Proposal) -> frozenset[ProposalCapacity]:
    """Return in which functions somebody may act on a proposal."""
    concept_id = store.get("sections", wanted.section_id)["concept_id"]
    everybody = responsibilities(store, sections(store, concept_id))
    return proposal_capacities(
        is_author=wanted.author_id == actor.id,
        coordinates=may(actor, Permission.TASK_COORDINATE),
        reviews=may(actor, Permission.PROPOSAL_STEER),
        decides=may(actor, Permission.PROPOSAL_DECIDE),
        organization_id=actor.organization_id,
        responsible=everybody.get(wanted.section_id, ()),
        asked=proposal_cosignatures(store, wanted.id),
    )


def allowed(
    store: Store, actor: Identity, wanted: Proposal, action: ProposalAction
) -> ProposalState:
    """Return where an action leads; raise `NotPossible` or `NotPermitted` where it may not be."""
    state = next_state(wanted.state, action)
    if action is _A.RESUME and wanted.result not in RETURNING:
        raise NotPossible(wanted.state, action)
    if action not in possible(wanted.state, capacities_on(store, actor, wanted)):
        raise NotPermitted(actor, Permission.PROPOSAL_STEER)
    return state


def take_step(
    store: Store,
    actor: Identity,
    proposal_id: str,
    action: ProposalAction,
    step: ProposalStep,
    *,
    expected: int,
    key: str | None = None,
) -> Proposal:
    """Take a step with a proposal; wording, papers and decisions have verbs of their own.

    Raises `NotPossible` where the table has no such step, `NotPermitted` for whoever has not the
    function for it, `InvalidProposalStep` with errors by input, and `Conflict` where somebody
    else was there first.
    """
    if action not in VERBS:
        raise NotPossible(ProposalState.SUBMITTED, action)
    with change(
        store, actor, Permission.PROPOSAL_READ, VERBS[action], ("proposal", proposal_id), key=key
    ) as detail:
        wanted = proposal(store, actor, proposal_id)
        if wanted.revision != expected:
            raise Conflict({"id": proposal_id})
        state = allowed(store, actor, wanted, action)
        check_step(action, step, today=today())
        move(store, wanted, {"state": state.value, **_effects(store, wanted, action, step)})
        record_step(store, actor, wanted, action, step)
        detail["state"] = state.value
    return proposal(store, actor, proposal_id)


def reword(
    store: Store,
    actor: Identity,
    proposal_id: str,
    offer: Offer,
    *,
    base_version_id: str,
    expected: int,
    key: str | None = None,
) -> Proposal:
    """Write another revision of one's proposal, on the section as it was read.

    Raises what `propose` and `take_step` raise.
    """
    with change(
        store, actor, Permission.PROPOSAL_READ, Verb.REVISED, ("proposal", proposal_id), key=key
    ) as detail:
        wanted = proposal(store, actor, proposal_id)
        present = section(store, wanted.section_id)
        if wanted.revision != expected or present.version_id != base_version_id:
            raise Conflict({"id": proposal_id})
        state = allowed(store, actor, wanted, _A.REVISE)
        offer = replace(
            offer,
            kind=wanted.kind,
            anchor_id=wanted.anchor_id,
            placement=wanted.placement,
        )
        old = Wording(present.title, present.blocks) if wanted.rewords else Wording("", ())
        check_proposal(offer, old)
        changes = {
            "headline": offer.headline.strip(),
            "rationale": offer.rationale.strip(),
            "editorial": int(offer.editorial),
            "state": state.value,
        }
        write_wording(store, actor, wanted, offer.wording, present, "revised", changes)
        record_step(store, actor, wanted, _A.REVISE, ProposalStep())
        detail["number"] = wanted.number + 1
    return proposal(store, actor, proposal_id)


def write_wording(
    store: Store,
    actor: Identity,
    wanted: Proposal,
    wording: Wording,
    present: Section,
    reason: str,
    changes: Mapping[str, object] | None = None,
) -> None:
    """Write the next revision of a proposal, based on the present text; part of a change.

    What was signed is void.
    """
    blocks = with_known_ids(present.blocks, wording.blocks) if wanted.rewords else wording.blocks
    move(
        store,
        wanted,
        {
            "title": wording.title.strip(),
            "blocks": json.dumps(blocks_to_json(blocks), ensure_ascii=False),
            "base_version_id": present.version_id,
            "base_fingerprint": present.fingerprint,
            "number": wanted.number + 1,
            **(changes or {}),
        },
    )
    void_signatures(store, wanted.id)
    add_revision(store, proposal(store, actor, wanted.id), actor, reason)


def move(store: Store, wanted: Proposal, changes: Mapping[str, object]) -> Row:
    """Change a proposal that is as it was read, else raise `Conflict`; part of a change."""
    return store.update("proposals", wanted.id, changes, expected=wanted.revision)


def _effects(
    store: Store, wanted: Proposal, action: ProposalAction, step: ProposalStep
) -> dict[str, object]:
    """Return what else changes with a step."""
    match action:
        case _A.RECOMMEND:
            return {"recommendation": step.result, "recommendation_note": step.reason.strip()}
        case _A.REQUEST_COSIGN:
            ask_to_sign(store, wanted, step)
        case _A.UNTABLE | _A.RESUME:
            return {"paper_id": None, "alternative": 0, "result": None, "resubmit_on": None}
        case _A.END_COSIGN | _A.WITHDRAW:
            _end_asking(store, wanted.id)
        case _:
            pass
    return {}


def _end_asking(store: Store, proposal_id: str) -> None:
    """Nobody is asked any more; what was signed stays signed."""
    for row in store.find("proposal_cosignatures", proposal_id=proposal_id, void=0, answer=None):
        store.update("proposal_cosignatures", row["id"], {"void": 1}, expected=row["revision"])
