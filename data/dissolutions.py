"""Dissolving an organisation on a day, what it leaves behind, and taking that back."""

from dataclasses import dataclass
from datetime import date

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.clock import today
from data.endings import begins_after, end_all, lasts
from data.identifier import new_id
from data.moves import Left, Moves, as_left, left_from, put_back
from data.renames import InvalidReshaping, present
from data.store import Conflict, Row, Store

LONGEST_NOTE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissolution:
    """An organisation ended on a day; `undone_on` is None unless that was taken back."""

    id: str
    organization_id: str
    day: date
    note: str
    dissolved_by: str
    undone_on: date | None = None
    left: tuple[Left, ...] = ()
    revision: int = 0


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What an organisation was to do and somebody else has to now: ids of sections and tasks."""

    leads: tuple[str, ...]
    takes_part: tuple[str, ...]
    tasks: tuple[str, ...]
    cosignatures: tuple[str, ...]
    units: tuple[str, ...]

    @property
    def count(self) -> int:
        """Return how many things these are."""
        groups = (self.leads, self.takes_part, self.tasks, self.cosignatures, self.units)
        return sum(map(len, groups))


def dissolve(
    store: Store,
    actor: Identity,
    organization_id: str,
    *,
    on: date,
    note: str = "",
    expected: int,
    key: str | None = None,
) -> Dissolution:
    """Let an organisation end on a day, its last; its posts and ties end with it, dated.

    Raises `InvalidReshaping`, `NotFound` and `Conflict`.
    """
    identifier = new_id()
    with change(
        store, actor, Permission.ORGANIZATION_RESHAPE, Verb.DISSOLVED,
        ("organization", organization_id), key=key,
    ) as detail:  # fmt: skip
        before = present(store, organization_id, expected)
        errors: dict[str, str] = {}
        if not lasts(before.end_date, on):
            errors["on"] = "already"
        elif begins_after(before.start_date, on):
            errors["on"] = "too_early"
        if len(note) > LONGEST_NOTE:
            errors["note"] = "too_long"
        if errors:
            raise InvalidReshaping(errors)
        moves = Moves(store)
        end_all(moves, organization_id, on)
        row = {"id": identifier, "organization_id": organization_id, "day": on.isoformat()}
        row |= {"note": note.strip(), "moves": moves.as_json(), "dissolved_by": actor.id}
        store.insert("dissolutions", row)
        detail |= {"dissolution": identifier, "on": on.isoformat(), "moves": len(moves.done)}
    return _dissolution(store.get("dissolutions", identifier))


def take_back(
    store: Store, actor: Identity, dissolution_id: str, *, expected: int, key: str | None = None
) -> tuple[Left, ...]:
    """Let an organisation go on as if it had not ended; return what was changed since.

    Raises `NotFound`, and `Conflict` where it was taken back already.
    """
    row = store.get("dissolutions", dissolution_id)
    with change(
        store, actor, Permission.ORGANIZATION_RESHAPE, Verb.REOPENED,
        ("organization", row["organization_id"]), key=key,
    ) as detail:  # fmt: skip
        row = store.get("dissolutions", dissolution_id)
        if row["undone_by"] is not None:
            raise Conflict(row)
        left = put_back(store, row["moves"])
        done = {
            "undone_by": actor.id,
            "undone_on": today().isoformat(),
            "left_over": as_left(left),
        }
        store.update("dissolutions", dissolution_id, done, expected=expected)
        detail |= {"dissolution": dissolution_id, "left": len(left)}
    return tuple(left)


def dissolutions(store: Store, actor: Identity) -> list[Dissolution]:
    """Return all dissolutions, the latest first; raise `NotPermitted`."""
    require(actor, Permission.ORGANIZATION_RESHAPE)
    return [_dissolution(row) for row in store.find("dissolutions", order="id desc")]


def left_behind(store: Store, actor: Identity, organization_id: str) -> LeftBehind:
    """Return what an organisation has to do and who belongs to it; raise `NotPermitted`."""
    require(actor, Permission.ORGANIZATION_RESHAPE)
    parts = store.find("responsibilities", organization_id=organization_id)
    tasks = store.query(
        "select id, section_id from review_tasks where organization_id = :id"
        " and state not in ('concluded', 'cancelled')",
        {"id": organization_id},
    )
    asked = store.query(
        "select distinct task.section_id from cosignatures asked join review_tasks task"
        " on task.id = asked.task_id where asked.organization_id = :id and asked.answer is null"
        " and not asked.void and task.state not in ('concluded', 'cancelled')",
        {"id": organization_id},
    )
    units = store.find("organizations", parent_id=organization_id, merged_into_id=None)
    return LeftBehind(
        leads=tuple(row["section_id"] for row in parts if row["part"] == "lead"),
        takes_part=tuple(row["section_id"] for row in parts if row["part"] != "lead"),
        tasks=tuple(row["section_id"] for row in tasks),
        cosignatures=tuple(row["section_id"] for row in asked),
        units=tuple(row["id"] for row in units if lasts(row["end_date"], today())),
    )


def _dissolution(row: Row) -> Dissolution:
    undone = row["undone_on"]
    return Dissolution(
        id=row["id"],
        organization_id=row["organization_id"],
        day=date.fromisoformat(row["day"]),
        note=row["note"],
        dissolved_by=row["dissolved_by"],
        undone_on=date.fromisoformat(undone) if undone else None,
        left=left_from(row["left_over"]),
        revision=row["revision"],
    )
