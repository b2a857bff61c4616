"""What organisations were continued by, kept so that it can be undone."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.clock import today
from data.identifier import new_id
from data.merges import LaterMerge
from data.moves import Left, LeftWhy, Moves, as_left, left_from, put_back
from data.organizations import make_findable, organization
from data.pointers import counted
from data.store import Conflict, Row, Store


class LaterContinuation(Exception):
    """A later succession builds on this one and has to be undone first."""

    def __init__(self, heir_id: str) -> None:
        """Keep who continues by the later one."""
        super().__init__(heir_id)
        self.heir_id = heir_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation:
    """One organisation continues others from a day on; `undone_on` is None while that holds.

    `begun` says whether the heir was entered for that; `left` is what did not go back.
    """

    id: str
    heir_id: str
    old_ids: tuple[str, ...]
    begun: bool
    day: date
    entered_by: str
    undone_on: date | None = None
    left: tuple[Left, ...] = ()
    revision: int = 0


def continuations(store: Store, actor: Identity) -> list[Continuation]:
    """Return all successions of organisations, the latest first; raise `NotPermitted`."""
    require(actor, Permission.ORGANIZATION_RESHAPE)
    return [_continuation(row) for row in store.find("continuations", order="id desc")]


def keep_continuation(
    store: Store,
    actor: Identity,
    old_ids: Sequence[str],
    heir_id: str,
    on: date,
    moves: Moves,
    *,
    begun: bool,
) -> None:
    """Remember all that a succession changed; part of it."""
    store.insert(
        "continuations",
        {
            "id": new_id(),
            "heir_id": heir_id,
            "old_ids": json.dumps(list(old_ids)),
            "begun": int(begun),
            "day": on.isoformat(),
            "moves": moves.as_json(),
            "entered_by": actor.id,
        },
    )


def undo_continuation(
    store: Store, actor: Identity, continuation_id: str, *, expected: int, key: str | None = None
) -> tuple[Left, ...]:
    """Let the organisations of before go on as if nothing continued them; return what stays.

    An heir that was entered for it leads on to the first of them, unless something has been
    added to it since: then it stays. Raises `LaterMerge`, `LaterContinuation`, `NotFound`,
    and `Conflict` where it is undone already.
    """
    heir_id = store.get("continuations", continuation_id)["heir_id"]
    with change(
        store, actor, Permission.ORGANIZATION_RESHAPE, Verb.SEPARATED,
        ("organization", heir_id), key=key,
    ) as detail:  # fmt: skip
        row = store.get("continuations", continuation_id)
        if row["undone_by"] is not None:
            raise Conflict(row)
        known = _continuation(row)
        _check_order(store, known)
        left = put_back(store, row["moves"])
        if known.begun:
            left += _let_go(store, known)
        done = {"undone_by": actor.id, "undone_on": today().isoformat(), "left_over": as_left(left)}
        store.update("continuations", known.id, done, expected=expected)
        for each in (heir_id, *known.old_ids):
            make_findable(store, organization(store, each))
        detail |= {"continuation": known.id, "left": len(left)}
    return tuple(left)


def _let_go(store: Store, known: Continuation) -> list[Left]:
    """Let an heir that was entered in vain lead on, or stay where something hangs on it."""
    row = store.get("organizations", known.heir_id)
    changes: dict[str, object] = {"successor_of_id": None, "also_successor_of_ids": "[]"}
    rests = bool(counted(store, known.heir_id))
    if not rests:
        changes["merged_into_id"] = known.old_ids[0]
    store.update("organizations", known.heir_id, changes, expected=row["revision"])
    return [Left("organizations", known.heir_id, "", LeftWhy.ADDED)] if rests else []


def _check_order(store: Store, known: Continuation) -> None:
    """Raise where a later merge or succession has to be undone first."""
    ends = {known.heir_id, *known.old_ids}
    for row in store.find("merges", order="id desc", undone_by=None):
        if row["id"] > known.id and {row["kept_id"], row["gone_id"]} & ends:
            raise LaterMerge(row["id"])
    for row in store.find("continuations", order="id desc", undone_by=None):
        if row["id"] > known.id and {row["heir_id"], *json.loads(row["old_ids"])} & ends:
            raise LaterContinuation(row["heir_id"])


def _continuation(row: Row) -> Continuation:
    return Continuation(
        id=row["id"],
        heir_id=row["heir_id"],
        old_ids=tuple(json.loads(row["old_ids"])),
        begun=bool(row["begun"]),
        day=date.fromisoformat(row["day"]),
        entered_by=row["entered_by"],
        undone_on=date.fromisoformat(row["undone_on"]) if row["undone_on"] else None,
        left=left_from(row["left_over"]),
        revision=row["revision"],
    )
