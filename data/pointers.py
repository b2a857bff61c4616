"""Every column that can hold the id of an organisation, and what a merge does with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from data.store import Row, Store

POINTERS: Final[Mapping[str, tuple[str, ...]]] = {
    "accounts": ("organization_id",),
    "calendar_feeds": ("organization_id",),
    "cosignatures": ("organization_id",),
    "dissolutions": ("organization_id",),
    "entry_changes": ("organization_id",),
    "entry_links": ("organization_id",),
    "guest_links": ("organization_id",),
    "introductions": ("first_id", "second_id"),
    "memberships": (
        "organization_id",
        "member_organization_id",
        "on_behalf_of_id",
        "stated_by_id",
        "confirmed_by_id",
        "disputed_by_id",
    ),
    "not_duplicates": ("first_id", "second_id"),
    "organizations": ("parent_id", "successor_of_id"),
    "persons": ("organization_id",),
    "posts": ("organization_id",),
    "proposal_cosignatures": ("organization_id",),
    "proposal_steps": ("organization_id",),
    "proposal_supporters": ("organization_id",),
    "proposals": ("organization_id",),
    "registrations": ("organization_id",),
    "relations": (
        "subject_id",
        "object_id",
        "stated_by_id",
        "confirmed_by_id",
        "disputed_by_id",
    ),
    "responsibilities": ("organization_id",),
    "review_tasks": ("organization_id",),
    "section_links": ("target_id",),
    "task_steps": ("organization_id",),
}
"""Columns that lead to the kept entry after a merge."""

WITHIN: Final[Mapping[str, str]] = {
    "arrangements": "places",
    "organizations": "also_successor_of_ids",
    "registrations": "content",
}
"""Columns of JSON that hold ids of organisations, which lead to the kept entry as well."""

STAYING: Final[Mapping[str, str]] = {
    "arrangements.address": "an old address leads on when it is opened",
    "continuations.heir_id": "tells of the succession itself",
    "continuations.left_over": "tells of the succession itself",
    "continuations.moves": "tells of the succession itself",
    "continuations.old_ids": "tells of the succession itself",
    "dissolutions.moves": "names rows by their own ids",
    "entry_changes.after": "holds topics, and no organisations",
    "entry_changes.before": "holds topics, and no organisations",
    "events.detail": "the log tells what was",
    "events.subject_id": "the log tells what was",
    "form_keys.subject_id": "an old id leads on when it is opened",
    "former_names.organization_id": "they were names of the entry that is gone",
    "mails.body": "what was sent stays as it was",
    "mails.subject_id": "what was sent stays as it was",
    "merges.gone_id": "tells of the merge itself",
    "merges.kept_id": "tells of the merge itself",
    "merges.left_over": "tells of the merge itself",
    "merges.moves": "tells of the merge itself",
    "organizations.id": "the entry stays for old links",
    "organizations.merged_into_id": "chains are followed",
    "organizations.source_key": "the entry stays the one that its source knows",
    "positions.node_id": "the kept entry stands where it stood",
    "reviews.basis": "a review rests on what was cited then",
    "search_index.subject_id": "emptied beside the moves",
    "story_steps.address": "an old address leads on when it is opened",
}
"""Columns that may hold such an id and keep it, each with its reason."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """A row that points at an entry, and its columns with what they hold after a merge."""

    table: str
    row: Row
    changes: Mapping[str, object]


def pointing(store: Store, table: str, gone: str, kept: str) -> list[Pointing]:
    """Return the rows of a table that point at an entry, with their changes for another one."""
    columns = POINTERS[table]
    tests = " or ".join(f'"{each}" = :gone' for each in columns)
    rows = store.query(f'select * from "{table}" where {tests} order by id', {"gone": gone})  # noqa: S608  (names from the table above)
    return [
        Pointing(table, row, {each: kept for each in columns if row[each] == gone})
        for row in rows
        if row["id"] != gone or table != "organizations"
    ]


def counted(store: Store, organization_id: str) -> dict[str, int]:
    """Return how many rows of each table point at an entry, for those that have some."""
    found = {table: len(pointing(store, table, organization_id, "")) for table in POINTERS}
    return {table: count for table, count in found.items() if count}
