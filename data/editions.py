"""A concept as it stood in one of its versions."""

from dataclasses import replace

from concept_review.edition import Edition
from concept_review.numbering import number_labels
from concept_review.section import Section, Version
from data.clock import day_of
from data.concepts import concept
from data.rows import from_row
from data.store import Store
from data.wordings import SECTION, section_of

_IN_VERSION = (
    " on wording.section_id = section.id join versions made on made.id = wording.version_id"
    " left join versions ended on ended.id = section.retired_in"
    " where section.concept_id = :concept and made.number = ("
    "  select max(earlier.number) from section_versions other"
    "  join versions earlier on earlier.id = other.version_id"
    "  where other.section_id = section.id and earlier.number <= :number)"
    " and (section.retired_on is null or ended.number > :number) order by wording.position"
)


def edition_of(store: Store, version_id: str) -> Edition:
    """Return a concept as it stood in a version; raise `NotFound`."""
    version = from_row(Version, store.get("versions", version_id))
    return Edition(
        title=concept(store, version.concept_id).title,
        label=label_of(version),
        day=version.published_on or day_of(version.created_at),
        sections=tuple(sections_in(store, version)),
    )


def label_of(version: Version) -> str:
    """Return how papers name a version: by the label that it was given, else by its number."""
    return version.label or f"Fassung {version.number}"


def sections_in(store: Store, version: Version) -> list[Section]:
    """Return the text of a version, section by section in its order, with their numbers then."""
    wanted = {"concept": version.concept_id, "number": version.number}
    rows = store.query(f"{SECTION}{_IN_VERSION}", wanted)
    found = [section_of(row) for row in rows]
    labels = number_labels([(each.title, each.level) for each in found])
    return [
        replace(each, label=label, retired_on=None)
        for each, label in zip(found, labels, strict=True)
    ]
