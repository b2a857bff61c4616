"""Which versions brought decided proposals into the text, and which are still to be published."""

from accounts.identity import Identity
from accounts.permissions import Permission, require
from concept_review.decision import ADOPTING
from concept_review.proposal import Proposal
from concept_review.proposal_steps import ProposalState
from concept_review.section import Version
from data.concepts import versions
from data.proposals import proposals
from data.rows import from_row
from data.store import Store


def version_with(store: Store, proposal_id: str) -> Version | None:
    """Return the version into which a proposal was worked, or None while there is none."""
    rows = store.find("incorporations", order="id desc", proposal_id=proposal_id)
    return from_row(Version, store.get("versions", rows[0]["version_id"])) if rows else None


def unpublished(store: Store, concept_id: str) -> list[Version]:
    """Return the versions made of decided proposals that are not published yet, newest first."""
    return [
        each
        for each in versions(store, concept_id)
        if each.published_on is None and store.find("incorporations", version_id=each.id)
    ]


def to_work_in(store: Store, actor: Identity, concept_id: str) -> list[Proposal]:
    """Return the adopted proposals that are not part of the text yet; raise `NotPermitted`."""
    require(actor, Permission.PROPOSAL_READ)
    decided = proposals(store, actor, concept_id=concept_id, state=ProposalState.DECIDED)
    return [each for each in decided if each.result in ADOPTING]
