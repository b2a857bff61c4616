"""Proposals: a new wording of a section, with who proposed it and where it stands."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import NotPermitted, Permission, require
from concept_review.block import blocks_from_json, blocks_to_json
from concept_review.continuity import with_known_ids
from concept_review.proposal import (
    Proposal,
    ProposalAction,
    ProposalState,
    check_proposal,
    next_state,
)
from concept_review.rebase import Wording
from data.change import change
from data.concepts import section
from data.identifier import new_id
from data.store import Conflict, Store


def propose(
    store: Store,
    actor: Identity,
    section_id: str,
    headline: str,
    rationale: str,
    wording: Wording,
    *,
    base_version_id: str,
    key: str | None = None,
) -> Proposal:
    """Submit a new wording of a section as it was read.

    Raises `InvalidProposal` with errors by field, and `Conflict` where the section got
    another wording since it was read.
    """
    identifier = new_id()
    with change(
        store, actor, Permission.PROPOSAL_SUBMIT, Verb.PROPOSED, ("proposal", identifier), key=key
    ) as detail:
        present = section(store, section_id)
        if present.version_id != base_version_id:
            raise Conflict({"id": section_id})
        check_proposal(
            headline, rationale, present.title, present.blocks, wording.title, wording.blocks
        )
        named = with_known_ids(present.blocks, wording.blocks)
        store.insert(
            "proposals",
            {
                "id": identifier,
                "section_id": section_id,
                "headline": headline.strip(),
                "rationale": rationale.strip(),
                "state": ProposalState.SUBMITTED.value,
                "author_id": actor.id,
                "base_version_id": base_version_id,
                "base_fingerprint": present.fingerprint,
                "title": wording.title.strip(),
                "blocks": json.dumps(blocks_to_json(named), ensure_ascii=False),
            },
        )
        detail["section"] = section_id
    return proposal(store, actor, identifier)


def withdraw(store: Store, actor: Identity, proposal_id: str, *, expected: int) -> Proposal:
    """Take back one's own proposal; it stays readable.

    Raises `NotPermitted` for somebody else's, `NotPossible` where it is decided already and
    `Conflict` where it changed since it was read.
    """
    with change(
        store, actor, Permission.PROPOSAL_SUBMIT, Verb.WITHDRAWN, ("proposal", proposal_id)
    ):
        present = proposal(store, actor, proposal_id)
        if present.author_id != actor.id:
            raise NotPermitted(actor, Permission.PROPOSAL_SUBMIT)
        set_state(store, present, ProposalAction.WITHDRAW, expected)
    return proposal(store, actor, proposal_id)


def set_state(store: Store, present: Proposal, action: ProposalAction, expected: int) -> None:
    """Move a proposal along the table of transitions; part of a change."""
    state = next_state(present.state, action)
    store.update("proposals", present.id, {"state": state.value}, expected=expected)


def proposal(store: Store, actor: Identity, proposal_id: str) -> Proposal:
    """Return one proposal; raise `NotFound`, or `NotPermitted` for whoever may not read it."""
    require(actor, Permission.PROPOSAL_READ)
    return _from_row(store.get("proposals", proposal_id))


def proposals(
    store: Store,
    actor: Identity,
    *,
    section_id: str | None = None,
    state: ProposalState | None = None,
) -> list[Proposal]:
    """Return proposals, newest first, of a section or in a state; raise `NotPermitted`."""
    require(actor, Permission.PROPOSAL_READ)
    only: dict[str, object] = {}
    if section_id is not None:
        only["section_id"] = section_id
    if state is not None:
        only["state"] = state.value
    return [_from_row(row) for row in store.find("proposals", order="id desc", **only)]


def _from_row(row: Mapping[str, Any]) -> Proposal:
    return Proposal(
        id=row["id"],
        section_id=row["section_id"],
        headline=row["headline"],
        rationale=row["rationale"],
        state=ProposalState(row["state"]),
        author_id=row["author_id"],
        created_at=datetime.fromisoformat(row["created_at"]),
        base_fingerprint=row["base_fingerprint"],
        base_version_id=row["base_version_id"],
        title=row["title"],
        blocks=blocks_from_json(json.loads(row["blocks"])),
        revision=row["revision"],
    )
