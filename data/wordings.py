"""The rows of sections and of their wordings, read and written."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from concept_review.block import Block, blocks_from_json, blocks_to_json
from concept_review.decision import Competence
from concept_review.fingerprint import VERSION, fingerprint
from concept_review.section import Section
from data.identifier import new_id
from data.store import Store

SECTION = (
    "select section.id, section.concept_id, section.interval_months, section.revision,"
    " section.retired_on, section.competence, wording.id as version_id,"
    " wording.number, wording.title, wording.level,"
    " wording.position, wording.parent_id, wording.blocks, wording.fingerprint,"
    " wording.decision_id from sections section join section_versions wording"
)
"""How a section is read with one of its wordings; `on` and `where` follow."""


def section_of(row: Mapping[str, Any]) -> Section:
    """Return the section that a row of `SECTION` holds, its fingerprint in the present form."""
    blocks = blocks_from_json(json.loads(row["blocks"]))
    retired = row["retired_on"]
    return Section(
        **{
            **row,
            "blocks": blocks,
            "fingerprint": fingerprint_now(row["fingerprint"], row["title"], blocks),
            "retired_on": date.fromisoformat(retired) if retired else None,
            "competence": Competence(row["competence"]),
        }
    )


def fingerprint_now(stored: str, title: str, blocks: Sequence[Block]) -> str:
    """Return a stored fingerprint, or that of the same wording if its form is an older one."""
    return stored if stored.startswith(f"{VERSION}:") else fingerprint(title, blocks)


def older_fingerprints(store: Store, section_ids: Sequence[str]) -> dict[str, str]:
    """Return what fingerprints of older forms, as reviews hold them, are in the present form."""
    found: dict[str, str] = {}
    for identifier in section_ids:
        for row in store.find("section_versions", section_id=identifier):
            blocks = blocks_from_json(json.loads(row["blocks"]))
            found[row["fingerprint"]] = fingerprint_now(row["fingerprint"], row["title"], blocks)
    return found


def insert_section(store: Store, identifier: str, concept_id: str, interval_months: int) -> None:
    """Begin a section; its first wording follows in the same change."""
    store.insert(
        "sections",
        {"id": identifier, "concept_id": concept_id, "interval_months": interval_months},
    )


def insert_wording(
    store: Store, section_id: str, columns: Mapping[str, object], blocks: Sequence[Block]
) -> str:
    """Write one wording and return its id; blocks without a permanent id get one."""
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
