"""Concepts as the store holds them: taken from files, read section by section."""

from dataclasses import replace
from datetime import datetime

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from concept_review.numbering import number_labels
from concept_review.outline import Outline, parents, read_outline
from concept_review.section import Concept, Section, Version
from data.change import change
from data.identifier import new_id
from data.rows import from_row, to_row
from data.store import NotFound, Store
from data.wordings import SECTION, insert_section, insert_wording, section_of

REVIEW_INTERVAL_MONTHS = 12


def import_concept(
    store: Store, actor: Identity, source: bytes, title: str = "", file_name: str = ""
) -> Concept:
    """Take a concept from a Markdown file; raise `UnreadableConcept` before anything is stored."""
    return import_outline(store, actor, read_outline(source), title, file_name)


def import_outline(
    store: Store,
    actor: Identity,
    outline: Outline,
    title: str = "",
    file_name: str = "",
    *,
    key: str | None = None,
) -> Concept:
    """Take a new concept: every heading becomes a section, none of them is reviewed.

    The title is the one given, else that of the document, else the name of its file.
    """
    concept = Concept(
        id=new_id(),
        title=title or outline.title or file_name,
        notice="\n\n".join(block.text for block in outline.preamble),
    )
    with change(
        store, actor, Permission.CONCEPT_IMPORT, Verb.IMPORTED, ("concept", concept.id), key=key
    ) as detail:
        store.insert("concepts", to_row(concept))
        version_id = insert_version(store, concept.id, "")
        _insert_sections(store, concept.id, version_id, outline)
        detail["sections"] = len(outline.sections)
    return concept


def concepts(store: Store) -> list[Concept]:
    """Return all concepts, oldest first."""
    return [from_row(Concept, row) for row in store.find("concepts", order="created_at")]


def versions(store: Store, concept_id: str) -> list[Version]:
    """Return the versions of a concept, newest first."""
    rows = store.find("versions", order="number desc", concept_id=concept_id)
    return [from_row(Version, row) for row in rows]


def concept(store: Store, concept_id: str) -> Concept:
    """Return one concept; raise `NotFound`."""
    return from_row(Concept, store.get("concepts", concept_id))


def sections(store: Store, concept_id: str) -> list[Section]:
    """Return the present text of a concept, section by section in its order."""
    found = _current(store, concept_id, "section.retired_on is null")
    labels = number_labels([(each.title, each.level) for each in found])
    return [replace(each, label=label) for each, label in zip(found, labels, strict=True)]


def retired_sections(store: Store, concept_id: str) -> list[Section]:
    """Return the sections that are no longer in force, each with its last wording."""
    return _current(store, concept_id, "section.retired_on is not null")


def section(store: Store, section_id: str) -> Section:
    """Return one section as it stands now or stood last, with its number; raise `NotFound`."""
    concept_id = store.get("sections", section_id)["concept_id"]
    for each in (*sections(store, concept_id), *retired_sections(store, concept_id)):
        if each.id == section_id:
            return each
    raise NotFound(section_id)


def wordings(store: Store, section_id: str) -> list[tuple[Section, datetime]]:
    """Return every wording a section has had and since when, newest first."""
    rows = store.query(
        f"{SECTION} on wording.section_id = section.id"
        " where section.id = :section order by wording.number desc",
        {"section": section_id},
    )
    since = {
        row["id"]: datetime.fromisoformat(row["created_at"])
        for row in store.find("section_versions", section_id=section_id)
    }
    return [(section_of(row), since[row["version_id"]]) for row in rows]


def _current(store: Store, concept_id: str, condition: str) -> list[Section]:
    rows = store.query(
        f"{SECTION} on wording.id = section.current_version_id"
        f" where section.concept_id = :concept and {condition} order by wording.position",
        {"concept": concept_id},
    )
    return [section_of(row) for row in rows]


def insert_version(store: Store, concept_id: str, label: str) -> str:
    """Begin the next version of a concept and return its id; part of a change."""
    numbers = [row["number"] for row in store.find("versions", concept_id=concept_id)]
    version_id = new_id()
    store.insert(
        "versions",
        {
            "id": version_id,
            "concept_id": concept_id,
            "number": max(numbers, default=0) + 1,
            "label": label,
        },
    )
    return version_id


def _insert_sections(store: Store, concept_id: str, version_id: str, outline: Outline) -> None:
    ids = [new_id() for _ in outline.sections]
    places = parents(outline)
    for place, (identifier, heading) in enumerate(zip(ids, outline.sections, strict=True)):
        insert_section(store, identifier, concept_id, REVIEW_INTERVAL_MONTHS)
        parent = places[place]
        wording_id = insert_wording(
            store,
            identifier,
            {
                "version_id": version_id,
                "number": 1,
                "parent_id": None if parent is None else ids[parent],
                "position": place,
                "level": heading.level,
                "title": heading.title,
                "decision_id": None,
            },
            heading.blocks,
        )
        store.update("sections", identifier, {"current_version_id": wording_id}, expected=1)
