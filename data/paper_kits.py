"""The kit of a Beschlussvorlage: of a paper as it was tabled, or of proposals that are chosen."""

from collections.abc import Sequence
from dataclasses import replace

from accounts.identity import Identity
from accounts.permissions import Permission, require
from concept_review.edition import Contribution, Edition, Kit
from concept_review.papers import german
from concept_review.proposal import Proposal
from data.amendments import composed
from data.clock import today
from data.concepts import concept
from data.editions import edition
from data.kits import contributions
from data.papers import paper
from data.proposals import proposal, proposals, supporters
from data.store import NotFound, Store


def kit_of_paper(store: Store, actor: Identity, paper_id: str) -> Kit:
    """Return all that a paper needs, against the version with which it was tabled.

    Raises `NotFound` and `NotPermitted`.
    """
    wanted = paper(store, actor, paper_id)
    held = proposals(store, actor, paper_id=paper_id)[::-1]
    number = store.get("versions", wanted.tabled_version_id)["number"]
    return replace(
        _kit(store, wanted.concept_id, edition(store, wanted.concept_id, number), held),
        title=wanted.title,
        motion=wanted.motion,
        rationale=wanted.rationale,
        reference=wanted.reference,
    )


def kit_of(store: Store, actor: Identity, concept_id: str, proposal_ids: Sequence[str]) -> Kit:
    """Return all that papers on these proposals need, against the newest version of a concept.

    Raises `NotFound`, also for a proposal on another concept, and `NotPermitted`.
    """
    require(actor, Permission.PROPOSAL_READ)
    held = [proposal(store, actor, each) for each in dict.fromkeys(proposal_ids)]
    for each in held:
        if store.get("sections", each.section_id)["concept_id"] != concept_id:
            raise NotFound(each.id)
    return _kit(store, concept_id, edition(store, concept_id), held)


def with_supporters(store: Store, actor: Identity, kit: Kit) -> Kit:
    """Return a kit that names those who joined a proposal beside who made it."""
    named = tuple(_supported(each, supporters(store, actor, each.id)) for each in kit.contributions)
    return replace(kit, contributions=named)


def _kit(store: Store, concept_id: str, old: Edition, held: Sequence[Proposal]) -> Kit:
    outcome = composed(store, old.sections, held)
    new = Edition(
        title=concept(store, concept_id).title,
        label=german.WITH_PROPOSALS,
        day=today(),
        sections=outcome.sections,
    )
    return Kit(
        concept_id=concept_id,
        old=old,
        new=new,
        contributions=contributions(store, held),
        dropped=outcome.dropped,
        clashes=outcome.clashes,
        made_on=today(),
    )


def _supported(contribution: Contribution, names: Sequence[str]) -> Contribution:
    return replace(contribution, author=", ".join([contribution.author, *names]))
