"""What a Beschlussvorlage is made of, gathered from the store."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from accounts.identity import Identity
from accounts.permissions import Permission, require
from concept_review.edition import Contribution, Edition, Kit
from concept_review.papers import german
from concept_review.proposal import Proposal, ProposalKind
from data.amendments import amendment
from data.clock import day_of, today
from data.editions import OpenEdition, edition
from data.proposals import proposal
from data.store import NotFound, Store


def open_kit(store: Store, concept_id: str, made: OpenEdition, old: Edition | None = None) -> Kit:
    """Return the kit of proposals against the newest text, or against an older state."""
    return Kit(
        concept_id=concept_id,
        old=old or edition(store, concept_id),
        new=made.edition,
        contributions=contributions(store, made.proposals),
        dropped=made.composed.dropped,
        clashes=made.composed.clashes,
        made_on=today(),
    )


def version_kit(
    store: Store, actor: Identity, concept_id: str, old_number: int, new_number: int
) -> Kit:
    """Return the kit of two versions, with the proposals that were worked in between them.

    Raises `NotFound` for an unknown version and `NotPermitted`.
    """
    require(actor, Permission.PROPOSAL_READ)
    old, new = (edition(store, concept_id, number) for number in (old_number, new_number))
    standing = {each.id for each in new.sections}
    return Kit(
        concept_id=concept_id,
        old=old,
        new=new,
        contributions=_worked_in(store, actor, concept_id, old_number, new_number),
        dropped=tuple(each for each in old.sections if each.id not in standing),
        made_on=today(),
    )


def contributions(store: Store, wanted: Iterable[Proposal]) -> tuple[Contribution, ...]:
    """Return proposals as papers name them, in the same order."""
    return tuple(_contribution(store, each) for each in wanted)


def author_of(store: Store, wanted: Proposal) -> str:
    """Return who proposes: as the proposal names them, else the account and its organisation."""
    if wanted.author_name:
        return wanted.author_name
    try:
        name = str(store.get("accounts", wanted.author_id)["name"])
    except NotFound:
        return ""
    if wanted.organization_id is None:
        return name
    return f"{name}, {store.get('organizations', wanted.organization_id)['name']}"


def _contribution(store: Store, wanted: Proposal) -> Contribution:
    change = amendment(store, wanted)
    advice = german.RECOMMENDATIONS[wanted.recommendation] if wanted.recommendation else ""
    return Contribution(
        id=wanted.id,
        section_id=wanted.section_id,
        headline=wanted.headline,
        author=author_of(store, wanted),
        rationale=wanted.rationale,
        recommendation=": ".join(filter(None, (advice, wanted.recommendation_note))),
        day=day_of(wanted.created_at),
        kind=wanted.kind,
        base=change.base,
        offered=change.offered,
        anchor_id=change.anchor_id,
        placement=change.placement,
    )


def _worked_in(
    store: Store, actor: Identity, concept_id: str, old_number: int, new_number: int
) -> tuple[Contribution, ...]:
    """Return what was worked in between two versions, each with the section that it made."""
    rows = store.query(
        "select incorporation.proposal_id, incorporation.section_id from incorporations"
        " incorporation join versions version on version.id = incorporation.version_id"
        " where version.concept_id = :concept and version.number > :old"
        " and version.number <= :new order by version.number, incorporation.id",
        {"concept": concept_id, "old": old_number, "new": new_number},
    )
    places: dict[str, list[str]] = {}
    for row in rows:
        places.setdefault(row["proposal_id"], []).append(row["section_id"])
    wanted = {key: proposal(store, actor, key) for key in places}
    found = contributions(store, wanted.values())
    return tuple(_placed(each, wanted, places[each.id]) for each in found)


def _placed(
    contribution: Contribution, wanted: Mapping[str, Proposal], places: list[str]
) -> Contribution:
    """Return the contribution at the section that it changed or made."""
    made = wanted[contribution.id].kind is ProposalKind.INSERT
    if made or contribution.section_id not in places:
        return replace(contribution, section_id=places[0])
    return contribution
