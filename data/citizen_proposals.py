"""Proposals of citizens without an account, where the city has switched that on."""

from dataclasses import replace

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import NotPermitted, Permission, may
from concept_review.proposal import Offer
from concept_review.proposal_steps import ProposalState
from data.change import change
from data.citizens import Citizen, keep_address
from data.concepts import section
from data.identifier import new_id
from data.limits import Form, count_try
from data.proposals import insert_proposal
from data.store import Conflict, Store
from data.switches import Switch, setting


def may_propose_as_citizen(store: Store, actor: Identity) -> bool:
    """Say whether the actor is a citizen and the city takes proposals of citizens."""
    permitted = may(actor, Permission.PROPOSAL_SUBMIT_AS_CITIZEN)
    return permitted and setting(store, Switch.CITIZEN_PROPOSALS).is_on


def propose_as_citizen(
    store: Store,
    actor: Identity,
    section_id: str,
    offer: Offer,
    citizen: Citizen,
    *,
    base_version_id: str,
    address: str = "",
    key: str | None = None,
) -> str:
    """Submit a new wording of a section as it was read, and return the id of the proposal.

    `address` is where it comes from, for limits only (`data.limits`).
    Raises `NotPermitted` while it is switched off, `TooMany`, `InvalidProposal`, and `Conflict`
    where the section got another wording since it was read or is no longer in force.
    """
    identifier = new_id()
    permission = Permission.PROPOSAL_SUBMIT_AS_CITIZEN
    with change(
        store, actor, permission, Verb.PROPOSED, ("proposal", identifier), key=key
    ) as detail:
        if not setting(store, Switch.CITIZEN_PROPOSALS).is_on:
            raise NotPermitted(actor, permission)
        count_try(store, Form.CITIZEN_PROPOSAL, address)
        present = section(store, section_id)
        if present.version_id != base_version_id or present.retired_on is not None:
            raise Conflict({"id": section_id})
        offer = replace(offer, author_name=citizen.name)
        insert_proposal(store, actor, identifier, present, offer, ProposalState.SUBMITTED)
        keep_address(store, identifier, citizen)
        detail["section"] = section_id
    return identifier
