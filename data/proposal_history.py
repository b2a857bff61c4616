"""What became of a proposal: its revisions, its steps, and who signed it."""

import json
from datetime import datetime

from accounts.identity import Identity
from accounts.permissions import Permission, require
from concept_review.block import blocks_from_json, blocks_to_json
from concept_review.proposal import Proposal
from concept_review.proposal_records import ProposalCosignature, ProposalRevision, TakenStep
from concept_review.proposal_steps import ProposalAction, ProposalStep
from data.identifier import new_id
from data.rows import from_row, to_row
from data.store import Store


def revisions(store: Store, actor: Identity, proposal_id: str) -> list[ProposalRevision]:
    """Return every revision of a proposal, newest first; raise `NotPermitted`."""
    require(actor, Permission.PROPOSAL_READ)
    rows = store.find("proposal_revisions", order="number desc", proposal_id=proposal_id)
    return [
        ProposalRevision(
            **{
                **{name: row[name] for name in ProposalRevision.__dataclass_fields__},
                "blocks": blocks_from_json(json.loads(row["blocks"])),
                "created_at": datetime.fromisoformat(row["created_at"]),
            }
        )
        for row in rows
    ]


def steps_of(store: Store, actor: Identity, proposal_id: str) -> list[TakenStep]:
    """Return all that was done with a proposal, newest first; raise `NotPermitted`."""
    require(actor, Permission.PROPOSAL_READ)
    rows = store.find("proposal_steps", order="id desc", proposal_id=proposal_id)
    return [from_row(TakenStep, row) for row in rows]


def add_revision(store: Store, present: Proposal, actor: Identity, reason: str) -> None:
    """Keep a proposal as it is worded now; part of a change."""
    store.insert(
        "proposal_revisions",
        {
            "id": new_id(),
            "proposal_id": present.id,
            "number": present.number,
            "headline": present.headline,
            "rationale": present.rationale,
            "title": present.title,
            "blocks": json.dumps(blocks_to_json(present.blocks), ensure_ascii=False),
            "base_version_id": present.base_version_id,
            "base_fingerprint": present.base_fingerprint,
            "author_id": actor.id,
            "reason": reason,
        },
    )


def record_step(
    store: Store, actor: Identity, present: Proposal, action: ProposalAction, step: ProposalStep
) -> None:
    """Add one line to the history of a proposal; part of a change."""
    for organization_id in step.organization_ids or (None,):
        store.insert(
            "proposal_steps",
            {
                "id": new_id(),
                "proposal_id": present.id,
                "action": action.value,
                "actor_id": actor.id,
                "reason": step.reason.strip(),
                "result": step.result,
                "day": step.day.isoformat() if step.day else None,
                "organization_id": organization_id,
                "number": present.number,
            },
        )


def proposal_cosignatures(store: Store, proposal_id: str) -> list[ProposalCosignature]:
    """Return who was asked to sign a proposal, and the answers, in the order of asking."""
    rows = store.find("proposal_cosignatures", proposal_id=proposal_id)
    return [from_row(ProposalCosignature, row) for row in rows]


def ask_to_sign(store: Store, present: Proposal, step: ProposalStep) -> None:
    """Ask units to sign this revision of a proposal until a day; part of a change."""
    for organization_id in dict.fromkeys(step.organization_ids):
        store.get("organizations", organization_id)
        asked = ProposalCosignature(
            id=new_id(),
            proposal_id=present.id,
            organization_id=organization_id,
            due_on=step.day,
            number=present.number,
        )
        store.insert("proposal_cosignatures", to_row(asked))


def void_signatures(store: Store, proposal_id: str) -> None:
    """Make void what was signed and what was asked for; part of a change."""
    for row in store.find("proposal_cosignatures", proposal_id=proposal_id, void=0):
        store.update("proposal_cosignatures", row["id"], {"void": 1}, expected=row["revision"])
