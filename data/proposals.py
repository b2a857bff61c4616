"""Proposals: what a section should say or where it should stand, and who wants it."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from concept_review.block import blocks_from_json, blocks_to_json
from concept_review.continuity import with_known_ids
from concept_review.decision import DecisionResult
from concept_review.proposal import (
    InvalidProposal,
    Offer,
    Placement,
    Proposal,
    ProposalKind,
    check_proposal,
)
from concept_review.proposal_steps import UNDECIDED, NotPossible, ProposalAction, ProposalState
from concept_review.rebase import Wording
from concept_review.section import Section
from data.change import change
from data.concepts import section, sections
from data.identifier import new_id
from data.proposal_history import add_revision
from data.store import Conflict, Store


def propose(
    store: Store,
    actor: Identity,
    section_id: str,
    offer: Offer,
    *,
    base_version_id: str,
    draft: bool = False,
    key: str | None = None,
) -> Proposal:
    """Submit a proposal on a section as it was read, or keep it as a draft of one's own.

    Raises `InvalidProposal` with errors by field, and `Conflict` where the section got
    another wording since it was read.
    """
    identifier = new_id()
    with change(
        store, actor, Permission.PROPOSAL_SUBMIT, Verb.PROPOSED, ("proposal", identifier), key=key
    ) as detail:
        present = section(store, section_id)
        if present.version_id != base_version_id or present.retired_on:
            raise Conflict({"id": section_id})
        state = ProposalState.DRAFT if draft else ProposalState.SUBMITTED
        insert_proposal(store, actor, identifier, present, offer, state)
        detail |= {"section": section_id, "kind": offer.kind.value}
    return proposal(store, actor, identifier)


def insert_proposal(
    store: Store,
    actor: Identity,
    identifier: str,
    present: Section,
    offer: Offer,
    state: ProposalState,
) -> None:
    """Write a proposal and its first revision; part of a change. Raises `InvalidProposal`."""
    inserts = offer.kind is ProposalKind.INSERT
    before = Wording("", ()) if inserts else Wording(present.title, present.blocks)
    check_proposal(offer, before)
    if offer.anchor_id is not None:
        _check_anchor(store, present, offer.anchor_id)
    named = with_known_ids(before.blocks, offer.wording.blocks)
    row = {
        "id": identifier,
        "section_id": present.id,
        "kind": offer.kind.value,
        "headline": offer.headline.strip(),
        "rationale": offer.rationale.strip(),
        "state": state.value,
        "author_id": actor.id,
        "author_name": offer.author_name.strip(),
        "organization_id": actor.organization_id,
        "base_version_id": present.version_id,
        "base_fingerprint": present.fingerprint,
        "title": offer.wording.title.strip(),
        "blocks": json.dumps(blocks_to_json(named), ensure_ascii=False),
        "anchor_id": offer.anchor_id,
        "placement": offer.placement.value if offer.placement else None,
        "editorial": int(offer.editorial),
        "copied_from": offer.copied_from,
        "number": 1,
    }
    store.insert("proposals", row)
    add_revision(store, _from_row(store.get("proposals", identifier)), actor, "proposed")


def _check_anchor(store: Store, present: Section, anchor_id: str) -> None:
    """Raise `InvalidProposal` where a section cannot move to its anchor: not below itself."""
    known = {each.id: each for each in sections(store, present.concept_id)}
    here: str | None = anchor_id
    if here not in known:
        raise InvalidProposal({"place": "impossible"})
    while here is not None:
        if here == present.id:
            raise InvalidProposal({"place": "impossible"})
        here = known[here].parent_id


def join(
    store: Store, actor: Identity, proposal_id: str, name: str = "", *, key: str | None = None
) -> None:
    """Support somebody else's open proposal, instead of submitting the same once more.

    Raises `NotPossible` where it is decided or withdrawn, and `Conflict` for one's own and for
    what one supports already.
    """
    with change(
        store, actor, Permission.PROPOSAL_SUBMIT, Verb.JOINED, ("proposal", proposal_id), key=key
    ):
        wanted = proposal(store, actor, proposal_id)
        if wanted.state not in UNDECIDED:
            raise NotPossible(wanted.state, ProposalAction.SUBMIT)
        held = store.find("proposal_supporters", proposal_id=proposal_id, account_id=actor.id)
        if held or wanted.author_id == actor.id:
            raise Conflict({"id": proposal_id})
        store.insert(
            "proposal_supporters",
            {
                "id": new_id(),
                "proposal_id": proposal_id,
                "account_id": actor.id,
                "organization_id": actor.organization_id,
                "name": name.strip() or actor.name,
            },
        )


def supporters(store: Store, actor: Identity, proposal_id: str) -> list[str]:
    """Return the names of those who joined a proposal, in the order of joining."""
    require(actor, Permission.PROPOSAL_READ)
    return [row["name"] for row in store.find("proposal_supporters", proposal_id=proposal_id)]


def supports(store: Store, actor: Identity, proposal_id: str) -> bool:
    """Say whether the actor has joined a proposal; raise `NotPermitted`."""
    require(actor, Permission.PROPOSAL_READ)
    return bool(store.find("proposal_supporters", proposal_id=proposal_id, account_id=actor.id))


def proposal(store: Store, actor: Identity, proposal_id: str) -> Proposal:
    """Return one proposal; raise `NotFound`, or `NotPermitted` for whoever may not read it.

    A draft is read by its author alone.
    """
    require(actor, Permission.PROPOSAL_READ)
    found = _from_row(store.get("proposals", proposal_id))
    if not _readable(found, actor):
        store.get("proposals", "")  # says that there is none
    return found


def proposals(
    store: Store,
    actor: Identity,
    *,
    section_id: str | None = None,
    concept_id: str | None = None,
    paper_id: str | None = None,
    state: ProposalState | None = None,
) -> list[Proposal]:
    """Return proposals, newest first, of a section, concept or paper, or in a state.

    Drafts are one's own only. Raises `NotPermitted`.
    """
    require(actor, Permission.PROPOSAL_READ)
    wanted: dict[str, object] = {
        "section_id": section_id,
        "paper_id": paper_id,
        "state": state.value if state else None,
    }
    only = {name: value for name, value in wanted.items() if value is not None}
    found = [_from_row(row) for row in store.find("proposals", order="id desc", **only)]
    if concept_id is not None:
        own = {row["id"] for row in store.find("sections", concept_id=concept_id)}
        found = [each for each in found if each.section_id in own]
    return [each for each in found if _readable(each, actor)]


def _readable(found: Proposal, actor: Identity) -> bool:
    return found.state is not ProposalState.DRAFT or found.author_id == actor.id


def _from_row(row: Mapping[str, Any]) -> Proposal:
    enums = {"placement": Placement, "recommendation": DecisionResult, "result": DecisionResult}
    columns = {name: row[name] for name in Proposal.__dataclass_fields__}
    columns |= {name: kind(row[name]) if row[name] else None for name, kind in enums.items()}
    return Proposal(
        **{
            **columns,
            "kind": ProposalKind(row["kind"]),
            "state": ProposalState(row["state"]),
            "created_at": datetime.fromisoformat(row["created_at"]),
            "blocks": blocks_from_json(json.loads(row["blocks"])),
            "editorial": bool(row["editorial"]),
            "alternative": bool(row["alternative"]),
            "resubmit_on": date.fromisoformat(row["resubmit_on"]) if row["resubmit_on"] else None,
        }
    )
