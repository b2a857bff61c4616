"""No column that can hold the id of an organisation is forgotten when two entries become one."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from data.merges import undo_merge
from data.pointers import POINTERS, STAYING, WITHIN
from data.store import Store
from tests.conftest import COORDINATOR
from tests.merged_networks import content
from tests.writing_verbs_advice import a_city
from tests.writing_verbs_merges import merge_now

ELSEWHERE = {
    *("account_id", "actor_id", "anchor_id", "author_id", "base_version_id", "block_id"),
    *("comments.parent_id", "concept_id", "current_version_id", "decision_id", "new_id", "old_id"),
    *("paper_id", "person_id", "post_id", "proposal_id", "registration_id", "review_id"),
    *("reviewer_id", "section_id", "section_versions.parent_id", "story_id", "tabled_version_id"),
    *("task_id", "tie_id", "topics.parent_id", "version_id", "wording_id", "topic_ids"),
    *("figures.id", "editorial_changes.confirmed_by", "answered_by", "decided_by", "dissolved_by"),
    "entered_by",
    *("invited_by", "merged_by", "recorded_by", "said_by", "settled_by", "stated_by"),
    *("submitted_by", "superseded_by", "undone_by"),
}
"""Columns that name something else: accounts, sections, posts, topics."""


def columns(store: Store) -> list[tuple[str, str, str | None]]:
    found = []
    for table in store.query(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
        " and name not like 'search_index_%' and name not like '_sqlite%'"
    ):
        name = table["name"]
        refers = {
            row["from"]: row["table"]
            for row in store.query("select * from pragma_foreign_key_list(:t)", {"t": name})
        }
        found += [
            (name, row["name"], refers.get(row["name"]))
            for row in store.query("select name from pragma_table_info(:t)", {"t": name})
        ]
    return found


def is_decided(table: str, column: str) -> bool:
    """Say whether somebody thought of what a merge does with a column."""
    return (
        column in POINTERS.get(table, ())
        or WITHIN.get(table) == column
        or f"{table}.{column}" in STAYING
    )


def test_every_column_that_refers_to_an_organisation_is_decided_about(store: Store) -> None:
    referring = [(table, name) for table, name, to in columns(store) if to == "organizations"]
    assert len(referring) > 20
    assert [each for each in referring if not is_decided(*each)] == []


def test_every_other_column_that_holds_ids_is_decided_about(store: Store) -> None:
    """A new column with a name of this kind has to be put somewhere before this passes."""
    undecided = [
        f"{table}.{name}"
        for table, name, to in columns(store)
        if name.endswith(("_id", "_ids", "_by")) and to in (None, "organizations")
        if not is_decided(table, name) and not {name, f"{table}.{name}"} & ELSEWHERE
    ]
    assert undecided == []


def test_what_is_decided_about_exists(store: Store) -> None:
    known = {(table, name) for table, name, _to in columns(store)}
    decided = {(table, name) for table, names in POINTERS.items() for name in names}
    decided |= set(WITHIN.items()) | {tuple(each.split(".")) for each in STAYING}  # type: ignore[misc]
    assert decided - known == set()


def test_in_the_whole_demo_city_nothing_speaks_of_what_is_gone(demo_store: Store) -> None:
    before = content(demo_store)
    gone, kept = _two_busy(demo_store)
    done = merge_now(demo_store, gone, kept)
    speaking = {
        f"{table}.{name}"
        for table, name, _to in columns(demo_store)
        if demo_store.query(
            f'select 1 from "{table}" where instr("{name}", :gone) limit 1',  # noqa: S608
            {"gone": gone},
        )
    }
    assert speaking <= set(STAYING)
    assert undo_merge(demo_store, COORDINATOR, done.id, expected=1) == ()
    assert content(demo_store) == before


def _two_busy(store: Store) -> list[str]:
    rows = store.query(
        "select target_id, count(*) n from section_links where target_type = 'organization'"
        " group by 1 order by 2 desc limit 2"
    )
    return [row["target_id"] for row in rows]


VALUES: dict[str, Any] = {
    "classification": "funds",
    "part": "lead",
    "revision": 1,
    "id": "the-row",
    "first_id": "0-somebody",
    "second_id": "z-somebody",
    "merged_into_id": None,
    "successor_of_id": None,
    "parent_id": None,
}


@pytest.mark.parametrize(
    ("table", "column"),
    [(table, column) for table, names in POINTERS.items() for column in names],
)
def test_each_column_leads_to_the_kept_entry_and_back(
    store: Store, tmp_path: Path, table: str, column: str
) -> None:
    keys = a_city(store)
    gone, kept = keys["alt"], keys["verein"]
    _insert(tmp_path / "bindeglied.db", table, {column: gone})

    done = merge_now(store, gone, kept)
    row = store.get(table, "the-row")
    assert gone not in row.values()
    assert kept in row.values()

    assert undo_merge(store, COORDINATOR, done.id, expected=1) == ()
    back = store.get(table, "the-row")
    assert back[column] == gone or {"first_id", "second_id"} <= set(back)
    assert gone in back.values()
    assert kept not in back.values()


def _insert(path: Path, table: str, known: dict[str, Any]) -> None:
    """Write a row of any table whose other columns mean nothing, past all references."""
    connection = sqlite3.connect(path)
    kinds = connection.execute(f"select name, type, \"notnull\" from pragma_table_info('{table}')")  # noqa: S608
    plain = {"TEXT": "[]", "INTEGER": 0, "REAL": 0.0}
    needed = {name: plain[kind.upper()] for name, kind, needed in kinds if needed or name == "id"}
    row = {name: VALUES.get(name, value) for name, value in needed.items()} | known
    names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    connection.execute(
        f'insert into "{table}" ({names}) values ({marks})',  # noqa: S608
        list(row.values()),
    )
    connection.commit()
    connection.close()
