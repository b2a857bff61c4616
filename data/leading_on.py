"""Letting everything that points at one entry point at another; part of a merge."""

import json
from collections.abc import Hashable, Sequence
from typing import Any

from data.moves import Moves
from data.pointers import POINTERS, WITHIN, Pointing, pointing
from data.store import Row, Store
from data.twins import TWINS, Twins


def lead_on(moves: Moves, gone: str, kept: str) -> None:
    """Point at the kept entry whatever points at the gone one; what then says the same is one."""
    for table in POINTERS:
        found = pointing(moves.store, table, gone, kept)
        if table in TWINS:
            join(moves, table, found, kept)
        else:
            for each in found:
                moves.set(table, each.row, each.changes)
    _within(moves, gone, kept)


def join(moves: Moves, table: str, found: Sequence[Pointing], kept: str) -> None:
    """Let rows that can be twins point at an entry; what then says the same is kept once."""
    twins = TWINS[table]
    known: dict[Hashable, list[Row]] = {}
    for row in _rows_of(moves.store, table, twins, kept) if found else ():
        known.setdefault(twins.key(row), []).append(row)
    for each in (again for one in found for again in _again(moves.store, one)):
        changes = _in_order(each.row, dict(each.changes))
        after = each.row | changes
        key = twins.key(after)
        same = known.setdefault(key, [])
        if not set(twins.ends) & set(each.changes):
            moved = moves.set(table, each.row, changes)
            known[key] = [moved if row["id"] == moved["id"] else row for row in same]
        elif key is None:
            moves.remove(table, each.row)
        elif not _combined(moves, twins, table, same, each, after):
            same.append(moves.set(table, each.row, changes))


def _again(store: Store, found: Pointing) -> list[Pointing]:
    """Read a row anew, for it may have taken something over from a twin meanwhile."""
    return [
        Pointing(
            found.table,
            row,
            {name: new for name, new in found.changes.items() if row[name] == found.row[name]},
        )
        for row in store.find(found.table, id=found.row["id"])
    ]


def _combined(
    moves: Moves, twins: Twins, table: str, same: list[Row], each: Pointing, after: Row
) -> bool:
    """Let a twin take over what a row says; say whether there was one."""
    for place, twin in enumerate(same):
        taken = twins.combine(twin, after)
        if taken is not None:
            moves.remove(table, each.row)
            same[place] = moves.set(table, twin, taken)
            if table in ("relations", "memberships"):
                _links_to(moves, each.row["id"], twin["id"])
            return True
    return False


def _links_to(moves: Moves, tie: str, twin: str) -> None:
    """Let links in mails that ask about a tie ask about the one that stands for it."""
    for row in moves.store.find("entry_links", tie_id=tie):
        moves.set("entry_links", row, {"tie_id": twin})


def _rows_of(store: Store, table: str, twins: Twins, kept: str) -> list[Row]:
    tests = " or ".join(f'"{each}" = :kept' for each in twins.ends)
    return store.query(f'select * from "{table}" where {tests} order by id', {"kept": kept})  # noqa: S608  (names of the schema)


def _in_order(row: Row, changes: dict[str, object]) -> dict[str, object]:
    """Keep the lesser id of a pair first, as such rows are looked up."""
    if "first_id" not in row:
        return changes
    pair = sorted(str(changes.get(name, row[name])) for name in ("first_id", "second_id"))
    return dict(zip(("first_id", "second_id"), pair, strict=True))


def _within(moves: Moves, gone: str, kept: str) -> None:
    for table, column in WITHIN.items():
        rows = moves.store.query(
            f'select * from "{table}" where instr("{column}", :gone) order by id',  # noqa: S608
            {"gone": json.dumps(gone)},
        )
        for row in rows:
            held = json.loads(row[column])
            if isinstance(held, list):
                text = json.dumps(_listed(held, gone, kept), ensure_ascii=False)
                moves.set(table, row, {column: text})
            else:
                moves.set_within(table, row, column, _of_object(held, gone, kept))


def _of_object(held: dict[str, Any], gone: str, kept: str) -> dict[str, list[object]]:
    """Return the keys that change: lists that hold the id, and the id as a key itself."""
    found: dict[str, list[object]] = {
        name: [value, _listed(value, gone, kept)]
        for name, value in held.items()
        if isinstance(value, list) and gone in value
    }
    if gone in held:
        found[gone] = [held[gone], None]
        if kept not in held:
            found[kept] = [None, held[gone]]
    return found


def _listed(held: list[Any], gone: str, kept: str) -> list[Any]:
    return list(dict.fromkeys(kept if each == gone else each for each in held))
