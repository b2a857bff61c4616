"""What a Beschlussvorlage needs, gathered from the store as plain values."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from accounts.identity import Identity
from accounts.permissions import Permission, require
from concept_review.decision import DecisionResult
from concept_review.edition import Contribution, Edition, Kit
from concept_review.proposal import Proposal
from data.accounts import account
from data.amendments import amendment, composed
from data.clock import day_of, today
from data.concepts import versions
from data.editions import edition_of
from data.papers import paper
from data.proposals import proposal, proposals, supporters
from data.store import NotFound, Store

NEW_EDITION = "Neufassung"
RECOMMENDED: Mapping[DecisionResult, str] = MappingProxyType(
    {
        DecisionResult.ACCEPTED: "Annahme",
        DecisionResult.ACCEPTED_MODIFIED: "Annahme mit Änderungen",
        DecisionResult.REJECTED: "Ablehnung",
        DecisionResult.REFERRED: "Verweisung",
        DecisionResult.ADJOURNED: "Vertagung",
        DecisionResult.NOTED: "Kenntnisnahme",
        DecisionResult.SUPERSEDED: "erledigt durch einen anderen Vorschlag",
    }
)
"""What the administration recommends, in the words of papers, which are always German."""


def kit_of_paper(store: Store, actor: Identity, paper_id: str) -> Kit:
    """Return all that a paper needs, against the version with which it was tabled.

    Raises `NotFound` and `NotPermitted`.
    """
    wanted = paper(store, actor, paper_id)
    held = proposals(store, actor, paper_id=paper_id)[::-1]
    return _kit(
        store,
        actor,
        wanted.concept_id,
        wanted.tabled_version_id,
        held,
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
    return _kit(store, actor, concept_id, versions(store, concept_id)[0].id, held)


def _kit(
    store: Store,
    actor: Identity,
    concept_id: str,
    version_id: str,
    held: Sequence[Proposal],
    **texts: str,
) -> Kit:
    old = edition_of(store, version_id)
    outcome = composed(store, old.sections, held)
    return Kit(
        concept_id=concept_id,
        old=old,
        new=Edition(
            title=old.title,
            label=f"{NEW_EDITION} zu {old.label}",
            day=today(),
            sections=outcome.sections,
        ),
        contributions=tuple(_contribution(store, actor, each) for each in held),
        dropped=outcome.dropped,
        clashes=outcome.clashes,
        made_on=today(),
        **texts,
    )


def _contribution(store: Store, actor: Identity, wanted: Proposal) -> Contribution:
    change = amendment(store, wanted)
    return Contribution(
        id=wanted.id,
        section_id=wanted.section_id,
        headline=wanted.headline,
        author=", ".join([author_of(store, wanted), *supporters(store, actor, wanted.id)]),
        rationale=wanted.rationale,
        recommendation=_recommendation(wanted),
        day=day_of(wanted.created_at),
        kind=wanted.kind,
        base=change.base,
        offered=change.offered,
        anchor_id=wanted.anchor_id,
        placement=wanted.placement,
    )


def author_of(store: Store, wanted: Proposal) -> str:
    """Return who proposes, in the words of papers: person and organisation."""
    try:
        name = wanted.author_name or account(store, wanted.author_id).name
    except NotFound:
        name = "Beispiel" if wanted.author_id == "operator" else "unbekannt"
    if wanted.organization_id is None:
        return name
    of = str(store.get("organizations", wanted.organization_id)["name"])
    return name if of == name else f"{name} ({of})"


def _recommendation(wanted: Proposal) -> str:
    if wanted.recommendation is None:
        return ""
    note = wanted.recommendation_note.strip()
    word = RECOMMENDED[wanted.recommendation]
    return f"{word}: {note}" if note else word
