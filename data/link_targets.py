"""What a section can rest on, and what each such thing says now."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from concept_review.block import blocks_from_json
from data.clock import today
from data.legal_acts import legal_acts
from data.store import Row, Store
from data.wordings import fingerprint_now


class TargetType(StrEnum):
    """What kind of thing a section rests on."""

    SECTION = "section"
    FIGURE = "figure"
    LAW = "law"
    RESOLUTION = "resolution"
    ORGANIZATION = "organization"
    POST = "post"
    TOPIC = "topic"


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
        # The words of a section's title stand in what it says; its number counts for nothing.
        name = "" if self.type == TargetType.SECTION else self.name
        framed = json.dumps([self.type, name, self.says], ensure_ascii=False)
        return hashlib.sha256(framed.encode()).hexdigest()


Targets = Mapping[tuple[str, str], Target]
"""Targets by type and id."""


def all_targets(store: Store, day: date | None = None) -> Targets:
    """Return everything that a section can rest on, as it is on a day, today if none is named."""
    now = (day or today()).isoformat()
    found = (
        *_figures(store),
        *_organizations(store, now),
        *_posts(store, now),
        *_topics(store),
        *_legal_acts(store),
        *_sections(store),
    )
    return {(each.type, each.id): each for each in found}


def _figures(store: Store) -> Iterable[Target]:
    """Take all values of a series together: a new one changes what the series says."""
    series: dict[str, list[dict[str, Any]]] = {}
    for row in store.find("figures", order="as_of"):
        series.setdefault(row["series_key"], []).append(row)
    for key, rows in series.items():
        values = (f"{row['as_of']}: {row['value']:g} {row['unit']}" for row in rows)
        yield Target(TargetType.FIGURE, key, rows[0]["name"], "; ".join(values))


def _organizations(store: Store, day: str) -> Iterable[Target]:
    rows = store.find("organizations", merged_into_id=None)
    continued = {before: row["name"] for row in rows for before in _predecessors(row)}
    for row in rows:
        # An end that was announced is one thing, that it has come is another.
        ended = [] if _holds(None, row["end_date"], day) else ["ended"]
        says = json.dumps([row["name"], row["end_date"], continued.get(row["id"]), *ended])
        yield Target(TargetType.ORGANIZATION, row["id"], row["name"], says)


def _predecessors(row: Row) -> list[str]:
    first = [row["successor_of_id"]] if row["successor_of_id"] else []
    return [*first, *json.loads(row["also_successor_of_ids"])]


def _posts(store: Store, day: str) -> Iterable[Target]:
    held = {
        row["post_id"]
        for row in store.find("memberships")
        if row["post_id"] and row["person_id"] and _holds(row["start_date"], row["end_date"], day)
    }
    for row in store.find("posts"):
        filled = row["id"] in held and _holds(None, row["end_date"], day)
        vacant = "" if filled else "vacant"
        says = json.dumps([row["label"], row["organization_id"], row["end_date"], vacant])
        yield Target(TargetType.POST, row["id"], row["label"], says)


def _holds(start: str | None, end: str | None, day: str) -> bool:
    """Compare partial dates as far as they go: "2014" covers the whole year."""
    begun = not start or start <= day
    return begun and (not end or day[: len(end)] <= end)


def _topics(store: Store) -> Iterable[Target]:
    for row in store.find("topics", order="term"):
        yield Target(TargetType.TOPIC, row["id"], row["term"], json.dumps([row["term"]]))


def _legal_acts(store: Store) -> Iterable[Target]:
    for act in legal_acts(store):
        says = json.dumps([act.title, act.reference, act.as_of.isoformat(), act.note])
        yield Target(act.kind.value, act.id, act.title, says)


def _sections(store: Store) -> Iterable[Target]:
    rows = store.query(
        "select section.id, section.retired_on, wording.title, wording.blocks,"
        " wording.fingerprint from sections section join section_versions wording"
        " on wording.id = section.current_version_id"
    )
    for row in rows:
        stored = row["fingerprint"]
        if not stored.startswith("v2:"):
            stored = fingerprint_now(
                stored, row["title"], blocks_from_json(json.loads(row["blocks"]))
            )
        says = json.dumps([stored, row["retired_on"]])
        yield Target(TargetType.SECTION, row["id"], row["title"], says)
