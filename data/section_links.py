"""What sections rest on besides their own words: figures, organisations, other sections."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from data.identifier import new_id
from data.store import Store


@dataclass(frozen=True, slots=True)
class Target:
    """Something that a section cites: its type, id, name, and what it says now."""

    type: str
    id: str
    name: str
    says: str

    @property
    def fingerprint(self) -> str:
        """Return a digest of what the target says now."""
        framed = json.dumps([self.type, self.name, self.says], ensure_ascii=False)
        return hashlib.sha256(framed.encode()).hexdigest()


def add_link(store: Store, section_id: str, target_type: str, target_id: str) -> None:
    """Note that a section cites something; part of a change."""
    store.insert(
        "section_links",
        {
            "id": new_id(),
            "section_id": section_id,
            "target_type": target_type,
            "target_id": target_id,
        },
    )


def targets_by_section(store: Store, concept_id: str) -> dict[str, list[Target]]:
    """Return what the sections of a concept cite, as it is now."""
    links = store.query(
        "select link.section_id, link.target_type, link.target_id from section_links link"
        " join sections section on section.id = link.section_id"
        " where section.concept_id = :concept order by link.id",
        {"concept": concept_id},
    )
    known = {**_figures(store), **_organizations(store)}
    found: dict[str, list[Target]] = {}
    for link in links:
        target = known.get((link["target_type"], link["target_id"]))
        if target:
            found.setdefault(link["section_id"], []).append(target)
    return found


def basis(targets: Iterable[Target]) -> dict[str, str]:
    """Return the fingerprint of each cited thing, to be kept with a review."""
    return {target.id: target.fingerprint for target in targets}


def _figures(store: Store) -> dict[tuple[str, str], Target]:
    """Take all values of a series together: a new one changes what the series says."""
    series: dict[str, list[dict[str, Any]]] = {}
    for row in store.find("figures", order="as_of"):
        series.setdefault(row["series_key"], []).append(row)
    return {
        ("figure", key): Target(
            "figure",
            key,
            rows[0]["name"],
            "; ".join(f"{row['as_of']}: {row['value']:g} {row['unit']}" for row in rows),
        )
        for key, rows in series.items()
    }


def _organizations(store: Store) -> dict[tuple[str, str], Target]:
    rows = store.find("organizations")
    continued = {row["successor_of_id"]: row["name"] for row in rows if row["successor_of_id"]}
    return {
        ("organization", row["id"]): Target(
            "organization",
            row["id"],
            row["name"],
            json.dumps([row["name"], row["end_date"], continued.get(row["id"])]),
        )
        for row in rows
    }
