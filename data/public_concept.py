"""The concept as anybody may read it, with times, for other programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from concept_review.section import Concept, Version
from data.concepts import concepts, versions
from data.standings import SectionStanding, standings
from data.store import Store


@dataclass(frozen=True, slots=True)
class PublicConcept:
    """A concept in its present version with its sections, those no longer in force last.

    `times` are, by section, when it was made and since when it reads as it does.
    """

    concept: Concept
    version: Version
    created: str
    sections: tuple[SectionStanding, ...]
    times: Mapping[str, tuple[str, str]]

    @property
    def modified(self) -> str:
        """When the text last changed."""
        return max([self.created, *(modified for _made, modified in self.times.values())])


def public_concepts(store: Store, day: date) -> list[PublicConcept]:
    """Return every concept as it stands on a day, the newest first."""
    return [_public(store, each, day) for each in reversed(concepts(store))]


def _public(store: Store, concept: Concept, day: date) -> PublicConcept:
    return PublicConcept(
        concept,
        versions(store, concept.id)[0],
        str(store.get("concepts", concept.id)["created_at"]),
        tuple(standings(store, concept.id, day, with_retired=True)),
        _times(store, concept.id),
    )


def _times(store: Store, concept_id: str) -> Mapping[str, tuple[str, str]]:
    rows = store.query(
        "select section.id, section.created_at as made, max(wording.created_at) as since"
        " from sections section join section_versions wording on wording.section_id = section.id"
        " where section.concept_id = :concept group by section.id",
        {"concept": concept_id},
    )
    return {row["id"]: (row["made"], row["since"]) for row in rows}
