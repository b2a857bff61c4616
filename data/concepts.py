"""Concepts as the store holds them: taken from files, read section by section."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from concept_review.block import Block, blocks_from_json, blocks_to_json
from concept_review.fingerprint import fingerprint
from concept_review.numbering import number_labels
from concept_review.outline import Outline, parents, read_outline
from concept_review.section import Concept, Section, Version
from data.change import change
from data.identifier import new_id
from data.rows import from_row, to_row
from data.store import NotFound, Store

REVIEW_INTERVAL_MONTHS = 12

_SECTION = (
    "select section.id, section.concept_id, section.interval_months, section.revision,"
    " wording.id as version_id, wording.number, wording.title, wording.level,"
    " wording.position, wording.parent_id, wording.blocks, wording.fingerprint,"
    " wording.decision_id from sections section join section_versions wording"
)


def import_concept(
    store: Store, actor: Identity, source: bytes, title: str = "", file_name: str = ""
) -> Concept:
    """Take a concept from a Markdown file: every heading becomes a section, none is reviewed.

    The title is the one given, else that of the document, else the name of its file.
    Raises `UnreadableConcept` before anything is stored.
    """
    outline = read_outline(source)
    concept = Concept(
        id=new_id(),
        title=title or outline.title or file_name,
        notice="\n\n".join(block.text for block in outline.preamble),
    )
    with change(
        store, actor, Permission.CONCEPT_IMPORT, Verb.IMPORTED, ("concept", concept.id)
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


def sections(store: Store, concept_id: str) -> list[Section]:
    """Return the present text of a concept, section by section in its order."""
    rows = store.query(
        f"{_SECTION} on wording.id = section.current_version_id"
        " where section.concept_id = :concept order by wording.position",
        {"concept": concept_id},
    )
    found = [_section(row) for row in rows]
    labels = number_labels([(each.title, each.level) for each in found])
    return [replace(each, label=label) for each, label in zip(found, labels, strict=True)]


def section(store: Store, section_id: str) -> Section:
    """Return one section as it stands now, with its number; raise `NotFound`."""
    concept_id = store.get("sections", section_id)["concept_id"]
    for each in sections(store, concept_id):
        if each.id == section_id:
            return each
    raise NotFound(section_id)


def wordings(store: Store, section_id: str) -> list[tuple[Section, datetime]]:
    """Return every wording a section has had and since when, newest first."""
    rows = store.query(
        f"{_SECTION} on wording.section_id = section.id"
        " where section.id = :section order by wording.number desc",
        {"section": section_id},
    )
    since = {
        row["id"]: datetime.fromisoformat(row["created_at"])
        for row in store.find("section_versions", section_id=section_id)
    }
    return [(_section(row), since[row["version_id"]]) for row in rows]


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


def replace_wording(
    store: Store, present: Section, title: str, blocks: Sequence[Block], decision_id: str
) -> str:
    """Write the next wording of a section as a new version; part of a change.

    Raises `Conflict` where the section is no longer at the revision that was read.
    """
    version_id = insert_version(store, present.concept_id, title)
    wording_id = _insert_wording(
        store,
        present.id,
        {
            "version_id": version_id,
            "number": present.number + 1,
            "parent_id": present.parent_id,
            "position": present.position,
            "level": present.level,
            "title": title,
            "decision_id": decision_id,
        },
        blocks,
    )
    store.update(
        "sections", present.id, {"current_version_id": wording_id}, expected=present.revision
    )
    return wording_id


def _insert_sections(store: Store, concept_id: str, version_id: str, outline: Outline) -> None:
    ids = [new_id() for _ in outline.sections]
    places = parents(outline)
    for place, (identifier, heading) in enumerate(zip(ids, outline.sections, strict=True)):
        store.insert(
            "sections",
            {
                "id": identifier,
                "concept_id": concept_id,
                "interval_months": REVIEW_INTERVAL_MONTHS,
            },
        )
        parent = places[place]
        wording_id = _insert_wording(
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


def _insert_wording(
    store: Store, section_id: str, columns: Mapping[str, object], blocks: Sequence[Block]
) -> str:
    """Write one wording; blocks without a permanent id get one."""
    identifier = new_id()
    named = [block if block.id else replace(block, id=new_id()) for block in blocks]
    store.insert(
        "section_versions",
        {
            **columns,
            "id": identifier,
            "section_id": section_id,
            "blocks": json.dumps(blocks_to_json(named), ensure_ascii=False),
            "fingerprint": fingerprint(str(columns["title"]), named),
        },
    )
    return identifier


def _section(row: Mapping[str, Any]) -> Section:
    blocks = blocks_from_json(json.loads(row["blocks"]))
    return Section(**{**row, "blocks": blocks})
