"""What a change moved, kept so that it can be put back as long as nobody changed it since."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Final

from data.store import Row, Store

_ON_TIES: Final = (("entry_links", "tie_id"),)
RESTING: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "posts": (
        ("memberships", "post_id"),
        ("relations", "subject_id"),
        ("relations", "object_id"),
        ("section_links", "target_id"),
    ),
    "memberships": _ON_TIES,
    "relations": _ON_TIES,
}
"""Columns that can hold the ids of rows that are taken away when they were added in vain."""


class LeftWhy(StrEnum):
    """Why something did not go back, or goes on as it is."""

    CHANGED = "changed"
    """Somebody changed the field since; it keeps the newer value."""
    MISSING = "missing"
    """It is not there any more."""
    TAKEN = "taken"
    """Something else has taken its place."""
    ADDED = "added"
    """It came after the merge or the succession, and stays where it is."""


@dataclass(frozen=True, slots=True)
class Left:
    """A row that is not as it was before; `column` is "" where it is about the whole row."""

    table: str
    id: str
    column: str
    why: LeftWhy


def as_left(left: Sequence[Left]) -> str:
    """Return as text what did not go back."""
    return json.dumps([asdict(each) for each in left])


def left_from(text: str) -> tuple[Left, ...]:
    """Return what did not go back, from the text that keeps it."""
    return tuple(
        Left(each["table"], each["id"], each["column"], LeftWhy(each["why"]))
        for each in json.loads(text)
    )


@dataclass(slots=True)
class Moves:
    """Changes of rows as they are made, in order; part of a change."""

    store: Store
    done: list[list[Any]] = field(default_factory=list)

    def set(self, table: str, row: Row, changes: Mapping[str, object]) -> Row:
        """Change columns of a row that was read just now; raise `Conflict`."""
        different = {name: value for name, value in changes.items() if row[name] != value}
        if not different:
            return row
        pairs = {name: [row[name], value] for name, value in different.items()}
        self.done.append(["set", table, row["id"], pairs])
        return self.store.update(table, row["id"], different, expected=row["revision"])

    def set_within(
        self, table: str, row: Row, column: str, changes: Mapping[str, Sequence[object]]
    ) -> Row:
        """Change keys of a JSON object, each from one value to another; None is no such key.

        Only these keys are remembered, so that nothing else of the object is kept twice.
        """
        self.done.append(["within", table, row["id"], column, changes])
        text = _with(row[column], {name: new for name, (_old, new) in changes.items()})
        return self.store.update(table, row["id"], {column: text}, expected=row["revision"])

    def remove(self, table: str, row: Row) -> None:
        """Take a row away and remember it whole."""
        self.done.append(["remove", table, row])
        self.store.delete(table, id=row["id"])

    def add(self, table: str, row: Row) -> None:
        """Write a new row."""
        self.done.append(["add", table, row["id"], row])
        self.store.insert(table, row)

    def as_json(self) -> str:
        """Return all that was done, for `put_back`."""
        return json.dumps(self.done, ensure_ascii=False)


def put_back(store: Store, moves: str) -> list[Left]:
    """Undo moves, the last first, and return what was changed since and so stays as it is."""
    left: list[Left] = []
    for kind, table, *rest in reversed(json.loads(moves)):
        if kind == "remove":
            left += _bring_back(store, table, rest[0])
        elif kind == "set":
            left += _set_back(store, table, rest[0], rest[1])
        elif kind == "add":
            left += _take_away(store, table, rest[0], rest[1])
        else:
            left += _set_back_within(store, table, rest[0], rest[1], rest[2])
    return left


def _set_back(store: Store, table: str, identifier: str, pairs: Mapping[str, Any]) -> list[Left]:
    rows = store.find(table, id=identifier)
    if not rows:
        return [Left(table, identifier, "", LeftWhy.MISSING)]
    row = rows[0]
    same = {name: before for name, (before, after) in pairs.items() if row[name] == after}
    same |= {
        name: _without_added(row[name], before, after)
        for name, (before, after) in pairs.items()
        if name not in same and _is_list(before) and _is_list(after) and _is_list(row[name])
    }
    changed = [name for name in pairs if name not in same]
    taken = [name for name, value in same.items() if not _is_there(store, table, name, value)]
    back = {name: value for name, value in same.items() if name not in taken}
    if back:
        store.update(table, identifier, back, expected=row["revision"])
    return [Left(table, identifier, name, LeftWhy.CHANGED) for name in changed] + [
        Left(table, identifier, name, LeftWhy.MISSING) for name in taken
    ]


def _is_list(value: object) -> bool:
    return isinstance(value, str) and value.startswith("[") and value.endswith("]")


def _without_added(now: str, before: str, after: str) -> str:
    """Return a list as it is now, without what the change added and with what it took away."""
    present, old, new = (json.loads(each) for each in (now, before, after))
    kept = [each for each in present if each in old or each not in new]
    return json.dumps(
        kept + [each for each in old if each not in new and each not in kept], ensure_ascii=False
    )


def _set_back_within(
    store: Store, table: str, identifier: str, column: str, pairs: Mapping[str, Any]
) -> list[Left]:
    rows = store.find(table, id=identifier)
    if not rows:
        return [Left(table, identifier, "", LeftWhy.MISSING)]
    held = json.loads(rows[0][column] or "{}")
    same = {name: before for name, (before, after) in pairs.items() if held.get(name) == after}
    if same:
        text = _with(rows[0][column], same)
        store.update(table, identifier, {column: text}, expected=rows[0]["revision"])
    return [Left(table, identifier, column, LeftWhy.CHANGED)] if len(same) < len(pairs) else []


def _bring_back(store: Store, table: str, row: Row) -> list[Left]:
    gone = [name for name, value in row.items() if not _is_there(store, table, name, value)]
    if gone:
        return [Left(table, row["id"], gone[0], LeftWhy.MISSING)]
    if any(store.find(table, **{name: row[name] for name in key}) for key in _keys(store, table)):
        return [Left(table, row["id"], "", LeftWhy.TAKEN)]
    store.insert(table, row)
    return []


def _take_away(store: Store, table: str, identifier: str, made: Row) -> list[Left]:
    """Take a row away again, unless somebody changed it or something has come to rest on it."""
    rows = store.find(table, id=identifier)
    if not rows:
        return []
    changed = [name for name, value in made.items() if rows[0][name] != value]
    if changed:
        return [Left(table, identifier, changed[0], LeftWhy.CHANGED)]
    if any(store.find(other, **{name: identifier}) for other, name in RESTING.get(table, ())):
        return [Left(table, identifier, "", LeftWhy.ADDED)]
    store.delete(table, id=identifier)
    return []


def _is_there(store: Store, table: str, column: str, value: object) -> bool:
    """Say whether what a column refers to exists; so it is for columns that refer to nothing."""
    if value is None:
        return True
    wanted = store.query(
        'select "table" as target from pragma_foreign_key_list(:table) where "from" = :column',
        {"table": table, "column": column},
    )
    return all(store.find(each["target"], id=value) for each in wanted)


def _keys(store: Store, table: str) -> list[list[str]]:
    """Return the sets of columns that no two rows of a table share."""
    indexes = store.query(
        'select name from pragma_index_list(:table) where "unique" and not partial',
        {"table": table},
    )
    return [
        [row["name"] for row in store.query("select name from pragma_index_info(:i)", {"i": i})]
        for i in (index["name"] for index in indexes)
    ]


def _with(text: str, values: Mapping[str, object]) -> str:
    held = json.loads(text or "{}") | values
    gone = {name for name, value in values.items() if value is None}
    kept = {name: value for name, value in held.items() if name not in gone}
    return json.dumps(kept, ensure_ascii=False)
