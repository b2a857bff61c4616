"""The concept as it stood in a version or on a day, and as it would stand with open proposals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from accounts.identity import Identity
from concept_review.batch import Composed
from concept_review.decision import ADOPTING
from concept_review.edition import Edition
from concept_review.numbering import number_labels
from concept_review.papers import german
from concept_review.proposal import Proposal
from concept_review.proposal_steps import UNDECIDED, ProposalState
from concept_review.section import Section, Version
from data.amendments import composed
from data.clock import day_of, today
from data.concepts import concept, sections, versions
from data.proposals import proposals
from data.store import NotFound, Store
from data.wordings import SECTION, section_of


@dataclass(frozen=True, slots=True)
class OpenEdition:
    """The newest text with the proposals that can stand together, and how it came about."""

    edition: Edition
    proposals: tuple[Proposal, ...]
    composed: Composed


def edition(
    store: Store, concept_id: str, version_number: int | None = None, day: date | None = None
) -> Edition:
    """Return the concept as it stood in a version, or at the end of a day, or as it stands now.

    With both, the version has to be there already on that day. Raises `NotFound` where there is
    no such concept or version, or where the concept was not there yet.
    """
    known = [
        each
        for each in versions(store, concept_id)
        if (version_number is None or each.number == version_number)
        and (day is None or day_of(each.created_at) <= day)
    ]
    if not known:
        raise NotFound(concept_id)
    wanted = known[0]
    return Edition(
        title=concept(store, concept_id).title,
        label=german.version(wanted.number),
        day=day or day_of(wanted.created_at),
        sections=_sections(store, wanted),
    )


def open_proposals(store: Store, actor: Identity, concept_id: str) -> list[Proposal]:
    """Return the proposals that may still become text, oldest first; raise `NotPermitted`."""
    found = proposals(store, actor, concept_id=concept_id)
    return [each for each in reversed(found) if _is_open(each)]


def open_edition(
    store: Store, actor: Identity, concept_id: str, wanted: Sequence[Proposal] | None = None
) -> OpenEdition:
    """Return the newest text with these proposals, or with all open ones; clashes stay out.

    Raises `NotPermitted` where the actor may not read proposals, and `NotFound`.
    """
    chosen = open_proposals(store, actor, concept_id) if wanted is None else list(wanted)
    text = composed(store, sections(store, concept_id), chosen)
    made = Edition(
        title=concept(store, concept_id).title,
        label=german.WITH_PROPOSALS if wanted is not None else german.WITH_OPEN,
        day=today(),
        sections=text.sections,
    )
    return OpenEdition(made, tuple(chosen), text)


def _is_open(each: Proposal) -> bool:
    adopted = each.state is ProposalState.DECIDED and each.result in ADOPTING
    return adopted or each.state in UNDECIDED


def _sections(store: Store, version: Version) -> tuple[Section, ...]:
    """Return the newest wording of each section up to a version, without those retired by then."""
    rows = store.query(
        f"{SECTION} on wording.section_id = section.id"
        " join versions version on version.id = wording.version_id"
        " where section.concept_id = :concept and version.number <= :version"
        " order by wording.number",
        {"concept": version.concept_id, "version": version.number},
    )
    gone = _retired(store, version)
    newest = {row["id"]: row for row in rows if row["id"] not in gone}
    found = sorted(map(section_of, newest.values()), key=lambda each: (each.position, each.id))
    labels = number_labels([(each.title, each.level) for each in found])
    return tuple(replace(each, label=label) for each, label in zip(found, labels, strict=True))


def _retired(store: Store, version: Version) -> set[str]:
    """Return the sections that went in a version or before."""
    every = versions(store, version.concept_id)
    numbers = {each.id: each.number for each in every}
    return {
        row["id"]
        for row in store.find("sections", concept_id=version.concept_id)
        if row["retired_on"] is not None
        and (numbers.get(row["retired_in"]) or _guessed(store, row, every)) <= version.number
    }


def _guessed(store: Store, row: Mapping[str, Any], every: Sequence[Version]) -> int:
    """Return in which version a section went that was retired before this was kept.

    It was the first one made on that day or later, after the last wording of the section.
    """
    numbers = {each.id: each.number for each in every}
    wordings = store.find("section_versions", section_id=row["id"])
    last = max((numbers[each["version_id"]] for each in wordings), default=0)
    day = date.fromisoformat(row["retired_on"])
    later = [each.number for each in every if each.number > last and day_of(each.created_at) >= day]
    return min(later, default=last + 1)
