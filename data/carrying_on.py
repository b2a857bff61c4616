"""What goes on with the heir of an organisation: posts, ties, duties, people and units."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final

from data.endings import Held, held_after
from data.identifier import new_id
from data.leading_on import join
from data.moves import Moves
from data.pointers import Pointing, pointing
from data.store import Row
from data.twins import TWINS

_STAMPS: Final = ("revision", "created_at", "modified_at")
_ENDS: Final[Mapping[str, tuple[str, ...]]] = {
    "relations": ("subject_id", "object_id"),
    "memberships": ("organization_id", "member_organization_id", "post_id"),
}
_WORDS: Final = ("on_behalf_of_id", "stated_by_id", "confirmed_by_id", "disputed_by_id")
_PEOPLE: Final = ("persons", "accounts", "calendar_feeds")
_OPEN: Final[Mapping[str, str]] = {
    "review_tasks": "state not in ('concluded', 'cancelled')",
    "cosignatures": (
        "answer is null and not void and task_id in"
        " (select id from review_tasks where state not in ('concluded', 'cancelled'))"
    ),
    "responsibilities": "1",
}


def carry_posts(
    moves: Moves, held: Sequence[Held], chosen: Collection[str], heir_id: str, on: date
) -> dict[str, str]:
    """Begin chosen posts anew with the heir and return the new ids by the old ones."""
    ends: dict[str, str] = {}
    for row in (each for one in held for each in one.posts):
        if row["id"] in chosen:
            ends[row["id"]] = new_id()
            begun = {"id": ends[row["id"]], "organization_id": heir_id, "source_key": None}
            moves.add("posts", _anew(row, on) | begun)
    return ends


def carry_ties(
    moves: Moves,
    held: Sequence[Held],
    chosen: Collection[str],
    ends: Mapping[str, str],
    heir_id: str,
    on: date,
) -> None:
    """Begin chosen ties anew between the heir and the others; what says the same is kept once.

    A tie of a post goes on where the post does; one between two old ones ends with them.
    """
    for table, columns in _ENDS.items():
        twins = TWINS[table]
        known = {twins.key(row) for row in getattr(held_after(moves.store, heir_id, on), table)}
        fresh: dict[object, Row] = {}
        for row in (each for one in held for each in getattr(one, table)):
            changed = {
                name: ends.get(row[name], row[name]) for name in (*columns, *_WORDS) if name in row
            }
            after = _anew(row, on) | changed | {"id": new_id()}
            key = twins.key(after)
            moved = any(row[name] in ends for name in columns)
            if row["id"] not in chosen or not moved or key is None or key in known:
                continue
            taken = twins.combine(fresh[key], after) if key in fresh else None
            if key not in fresh:
                fresh[key] = after
            elif taken is not None:
                fresh[key] |= taken
            else:
                fresh[json.dumps(after["id"])] = after
        for after in fresh.values():
            moves.add(table, after)


def carry_duties(moves: Moves, old_id: str, heir_id: str) -> None:
    """Hand on responsibilities, open reviews and signatures that are waited for."""
    for table, test in _OPEN.items():
        rows = moves.store.query(
            f'select * from "{table}" where organization_id = :old and ({test}) order by id',  # noqa: S608
            {"old": old_id},
        )
        found = [Pointing(table, row, {"organization_id": heir_id}) for row in rows]
        if table in TWINS:
            join(moves, table, found, heir_id)
        else:
            for each in found:
                moves.set(table, each.row, each.changes)


def carry_people(moves: Moves, old_id: str, heir_id: str) -> None:
    """Hand on contact persons and accounts."""
    for table in _PEOPLE:
        for each in pointing(moves.store, table, old_id, heir_id):
            moves.set(table, each.row, each.changes)


def carry_units(moves: Moves, old_id: str, heir_id: str) -> None:
    """Put the units below an old one below the heir."""
    for row in moves.store.find("organizations", parent_id=old_id, merged_into_id=None):
        if row["id"] != heir_id:
            moves.set("organizations", row, {"parent_id": heir_id})


def _anew(row: Row, on: date) -> Row:
    kept = {name: value for name, value in row.items() if name not in _STAMPS}
    return kept | {"start_date": on.isoformat(), "end_date": None}
