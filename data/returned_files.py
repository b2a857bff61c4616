"""A concept that comes back from a word processor: proposals on its sections, all at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.identity import Identity
from concept_review.draft import Draft, Origin
from concept_review.proposal import InvalidProposal, Offer
from concept_review.rebase import Wording
from concept_review.returned import Returned, ReturnedSuggestion, carried, proposals_from
from concept_review.section import Section
from data.concepts import sections, versions
from data.proposals import propose
from data.store import Store
from data.wordings import SECTION, section_of

GONE = "gone"
"""The section is no longer in force."""
CONTRADICTS = "contradicts"
"""The section says something else by now."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A suggestion that a person takes over, with the words that every proposal needs."""

    suggestion: ReturnedSuggestion
    headline: str
    rationale: str


@dataclass(frozen=True, slots=True)
class Refused:
    """What could not become a proposal, and why: a code of `InvalidProposal` or one from here."""

    chosen: Chosen
    reason: str


@dataclass(frozen=True, slots=True)
class Received:
    """How many proposals were made, and what was refused."""

    proposals: int
    refused: tuple[Refused, ...]


def read_back(store: Store, concept_id: str, draft: Draft) -> Returned:
    """Return what a file proposes on the present text; nothing is written.

    The file is compared with the version that it names as its own, where the concept has it. What
    contradicts later changes keeps the old `base`. Raises `UnreadableConcept`.
    """
    present = sections(store, concept_id)
    number = _version_of(store, concept_id, draft.origin)
    base = present if number is None else _sections_in(store, concept_id, number)
    return carried(proposals_from(draft, base), present)


def take_in(
    store: Store,
    actor: Identity,
    concept_id: str,
    returned: Sequence[Chosen],
    *,
    key: str | None = None,
) -> Received:
    """Submit what a person has chosen, in one transaction; what cannot be is named.

    Raises `NotPermitted`, and `AlreadyDone` where the same form was sent before.
    """
    refused: list[Refused] = []
    with store.atomic():
        present = {each.id: each for each in sections(store, concept_id)}
        for each in returned:
            reason = _refusal(store, actor, present.get(each.suggestion.section_id), each, key)
            if reason:
                refused.append(Refused(each, reason))
            else:
                key = None  # which the first one bears for all
    return Received(len(returned) - len(refused), tuple(refused))


def _refusal(
    store: Store, actor: Identity, section: Section | None, chosen: Chosen, key: str | None
) -> str:
    """Make a proposal and return "", or why it cannot be one."""
    wanted = chosen.suggestion
    if section is None:
        return GONE
    if wanted.base != Wording(section.title, section.blocks):
        return CONTRADICTS
    offer = Offer(
        headline=chosen.headline,
        rationale=chosen.rationale,
        wording=wanted.wording,
        kind=wanted.kind,
        author_name=wanted.author,
    )
    try:
        propose(store, actor, section.id, offer, base_version_id=section.version_id, key=key)
    except InvalidProposal as invalid:
        return next(iter(invalid.errors.values()))
    return ""


def _version_of(store: Store, concept_id: str, origin: Origin | None) -> int | None:
    """Return the number of the version that a file names, if the concept has it."""
    if origin is None or origin.concept_id != concept_id:
        return None
    named = "".join(filter(str.isdecimal, origin.label))
    numbers = [each.number for each in versions(store, concept_id)]
    return next((number for number in numbers if str(number) == named), None)


def _sections_in(store: Store, concept_id: str, number: int) -> list[Section]:
    """Return the sections still in force as they stood in a version."""
    rows = store.query(
        f"{SECTION} on wording.section_id = section.id"
        " join versions version on version.id = wording.version_id"
        " where section.concept_id = :concept and section.retired_on is null"
        " and version.number <= :number order by version.number",
        {"concept": concept_id, "number": number},
    )
    last = {row["id"]: row for row in rows}
    return sorted(map(section_of, last.values()), key=lambda each: each.position)
