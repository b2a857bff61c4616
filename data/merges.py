"""Merging two entries that mean the same organisation, and undoing it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.clock import today
from data.identifier import new_id
from data.leading_on import lead_on
from data.merged_fields import FIELDS, Choice, Choices, merged_fields, usual_choice
from data.moves import Left, LeftWhy, Moves, as_left, left_from, put_back
from data.organizations import make_findable, organization
from data.store import Conflict, Row, Store
from data.untangling import untangle

SAME = "same"


class InvalidMerge(ValueError):
    """An entry cannot be merged with itself."""


class LaterMerge(Exception):
    """Another merge of the same entry came later and has to be undone first."""

    def __init__(self, merge_id: str) -> None:
        """Keep which one."""
        super().__init__(merge_id)
        self.merge_id = merge_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """One entry went into another; `undone_on` is None while that holds.

    `merged_by` and `undone_by` are accounts; `left` is what did not go back when it was undone.
    """

    id: str
    kept_id: str
    gone_id: str
    merged_by: str
    merged_on: date
    undone_by: str | None
    undone_on: date | None
    left: tuple[Left, ...] = ()
    revision: int = 0


def merges(store: Store, actor: Identity) -> list[Merge]:
    """Return all merges, the latest first; raise `NotPermitted`."""
    require(actor, Permission.ORGANIZATION_RESHAPE)
    return [_merge(row) for row in store.find("merges", order="id desc")]


def merge(
    store: Store,
    actor: Identity,
    gone_id: str,
    kept_id: str,
    choices: Choices | None = None,
    *,
    expected_gone: int,
    expected_kept: int,
    key: str | None = None,
) -> Merge:
    """Let one entry go into another: all that points at it points at the kept one afterwards.

    `choices` say by field whose value counts; for the others what `usual_choice` finds. Raises
    `InvalidMerge`, `NotFound`, and `Conflict` where one of them changed or is gone already.
    """
    if gone_id == kept_id:
        raise InvalidMerge(SAME)
    identifier = new_id()
    with change(
        store, actor, Permission.ORGANIZATION_RESHAPE, Verb.MERGED,
        ("organization", kept_id), key=key,
    ) as detail:  # fmt: skip
        gone = _present(store, gone_id, expected_gone)
        _present(store, kept_id, expected_kept)
        moves = Moves(store)
        chosen = _whole(store, kept_id, gone_id, choices or {})
        lead_on(moves, gone_id, kept_id)
        kept = store.get("organizations", kept_id)
        gone = store.get("organizations", gone_id)
        moves.set("organizations", kept, merged_fields(kept, gone, chosen))
        untangle(moves, kept_id, gone_id)
        moves.set("organizations", gone, {"merged_into_id": kept_id})
        _write(store, identifier, actor, moves, (gone_id, kept_id))
        detail |= {"merge": identifier, "gone": gone_id, "moves": len(moves.done)}
    return _merge(store.get("merges", identifier))


def undo_merge(
    store: Store, actor: Identity, merge_id: str, *, expected: int, key: str | None = None
) -> tuple[Left, ...]:
    """Make two entries of one again, as they were, and return what stays as it is now.

    What somebody changed since keeps its newer value; ties that were added since stay with
    the kept entry. Raises `LaterMerge`, `NotFound`, and `Conflict` where it is undone already.
    """
    row = store.get("merges", merge_id)
    with change(
        store, actor, Permission.ORGANIZATION_RESHAPE, Verb.SEPARATED,
        ("organization", row["kept_id"]), key=key,
    ) as detail:  # fmt: skip
        row = store.get("merges", merge_id)
        if row["undone_by"] is not None:
            raise Conflict(row)
        _check_order(store, row)
        left = [*put_back(store, row["moves"]), *_added_since(store, row)]
        done = {
            "undone_by": actor.id,
            "undone_on": today().isoformat(),
            "left_over": as_left(left),
        }
        store.update("merges", merge_id, done, expected=expected)
        for each in (row["kept_id"], row["gone_id"]):
            make_findable(store, organization(store, each))
        detail |= {"merge": merge_id, "gone": row["gone_id"], "left": len(left)}
    return tuple(left)


def leads_to(store: Store, organization_id: str) -> str | None:
    """Return the entry that an id leads to now, through all merges; None for an unknown id."""
    seen: set[str] = set()
    present: str | None = organization_id
    while present and present not in seen:
        seen.add(present)
        rows = store.find("organizations", id=present)
        if not rows:
            return None
        if rows[0]["merged_into_id"] is None:
            return present
        present = rows[0]["merged_into_id"]
    return None


def gone_entries(store: Store) -> Mapping[str, str]:
    """Return where the id of each entry that is gone leads to now."""
    rows = store.query(
        "select id, merged_into_id from organizations where merged_into_id is not null"
    )
    into = {row["id"]: row["merged_into_id"] for row in rows}
    found: dict[str, str] = {}
    for each, first in into.items():
        end, steps = first, 0
        while end in into and steps < len(into):
            end, steps = into[end], steps + 1
        found[each] = end
    return found


def _present(store: Store, organization_id: str, expected: int) -> Row:
    row = store.get("organizations", organization_id)
    if row["revision"] != expected or row["merged_into_id"] is not None:
        raise Conflict(row)
    return row


def _whole(store: Store, kept_id: str, gone_id: str, choices: Choices) -> dict[str, Choice]:
    kept, gone = organization(store, kept_id), organization(store, gone_id)
    return {field: choices.get(field, usual_choice(field, kept, gone)) for field in FIELDS}


def _write(
    store: Store, identifier: str, actor: Identity, moves: Moves, pair: tuple[str, str]
) -> None:
    gone_id, kept_id = pair
    store.insert(
        "merges",
        {
            "id": identifier,
            "kept_id": kept_id,
            "gone_id": gone_id,
            "moves": moves.as_json(),
            "merged_by": actor.id,
            "merged_on": today().isoformat(),
        },
    )
    for each in (gone_id, kept_id):
        make_findable(store, organization(store, each))


def _check_order(store: Store, row: Row) -> None:
    later = store.query(
        "select id from merges where undone_by is null and id > :id"
        " and (kept_id = :kept or gone_id = :kept) order by id desc limit 1",
        {"id": row["id"], "kept": row["kept_id"]},
    )
    if later:
        raise LaterMerge(later[0]["id"])


def _added_since(store: Store, row: Row) -> list[Left]:
    """Return the ties that the kept entry got after the merge."""
    known = {"kept": row["kept_id"], "since": row["created_at"]}
    ends = {
        "relations": "subject_id = :kept or object_id = :kept",
        "memberships": "organization_id = :kept or member_organization_id = :kept",
    }
    moved = {each[2]["id"] for each in json.loads(row["moves"]) if each[0] == "remove"}
    return [
        Left(table, each["id"], "", LeftWhy.ADDED)
        for table, test in ends.items()
        for each in store.query(
            f"select id from {table} where ({test}) and created_at > :since order by id",  # noqa: S608
            known,
        )
        if each["id"] not in moved
    ]


def _merge(row: Row) -> Merge:
    return Merge(
        id=row["id"],
        kept_id=row["kept_id"],
        gone_id=row["gone_id"],
        merged_by=row["merged_by"],
        merged_on=date.fromisoformat(row["merged_on"]),
        undone_by=row["undone_by"],
        undone_on=date.fromisoformat(row["undone_on"]) if row["undone_on"] else None,
        left=left_from(row["left_over"]),
        revision=row["revision"],
    )
