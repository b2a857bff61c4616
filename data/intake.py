"""Taking over what a person has looked at: a concept or a new version, and proposals with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from accounts.identity import Identity
from concept_review.outline import Outline
from concept_review.proposal import InvalidProposal, Offer
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.succession import Pair
from concept_review.tracked import Suggestion
from data.concepts import import_outline, sections
from data.new_versions import Plan, import_version
from data.proposals import propose
from data.store import Store


@dataclass(frozen=True, slots=True)
class Suggested:
    """A proposal to be made on a section that is only now taken over."""

    suggestion: Suggestion
    headline: str
    rationale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """All that a person has decided about a file; with a plan it is a new version."""

    outline: Outline
    title: str = ""
    file_name: str = ""
    plan: Plan | None = None
    answers: Mapping[Pair, bool] = field(default_factory=dict)
    suggested: Sequence[Suggested] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken over; `refused` are the changes that could not become proposals."""

    concept_id: str
    proposals: int
    refused: tuple[Suggested, ...]


def take_over(store: Store, actor: Identity, intake: Intake, *, key: str | None = None) -> Taken:
    """Store a file's text and the proposals that go with it, or nothing at all.

    Raises `Conflict` where the concept changed since the plan was made.
    """
    with store.atomic():
        if intake.plan:
            version = import_version(
                store, actor, intake.plan, intake.answers, intake.file_name, key=key
            )
            concept_id = version.concept_id
        else:
            concept_id = import_outline(
                store, actor, intake.outline, intake.title, intake.file_name, key=key
            ).id
        present = sections(store, concept_id)
        refused = [
            each
            for each in intake.suggested
            if not _proposed(store, actor, present[each.suggestion.place], each)
        ]
    return Taken(concept_id, len(intake.suggested) - len(refused), tuple(refused))


def _proposed(store: Store, actor: Identity, section: Section, wanted: Suggested) -> bool:
    title = wanted.suggestion.title or section.title
    wording = Wording(title, wanted.suggestion.blocks)
    try:
        propose(
            store,
            actor,
            section.id,
            Offer(
                headline=wanted.headline,
                rationale=wanted.rationale,
                wording=wording,
                author_name=wanted.suggestion.author,
            ),
            base_version_id=section.version_id,
        )
    except InvalidProposal:
        return False
    return True
