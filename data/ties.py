"""On whose word a tie stands: what each side says of it."""

from dataclasses import dataclass
from enum import StrEnum

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from data.change import change
from data.rows import from_row
from data.store import NotFound, Row, Store
from network.graph import Confirmation, confirmation
from network.organization import Membership, Relation


class TieTable(StrEnum):
    """Where a tie is kept that somebody states; how a unit is built nobody has to confirm."""

    RELATIONS = "relations"
    MEMBERSHIPS = "memberships"


class Outcome(StrEnum):
    """What a side says of a tie."""

    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    OPEN = "open"
    """It has not answered; what was taken down of its answer is taken back."""


class NotASide(ValueError):
    """The organisation is neither end of the tie, or it is the one that stated it."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The organisations at both ends of a tie, and who stated, confirmed and disputed it.

    `since` and `note` are what a correction can change, "" where nobody said.
    """

    table: TieTable
    tie_id: str
    ends: tuple[str, ...]
    stated_by_id: str | None
    confirmed_by_id: str | None
    disputed_by_id: str | None
    revision: int
    since: str
    note: str

    @property
    def to_ask(self) -> tuple[str, ...]:
        """Return the ends that did not state it themselves."""
        return tuple(each for each in self.ends if each != self.stated_by_id)


def sides(store: Store, tie_id: str) -> Sides:
    """Return who is at the ends of a tie; raise `NotFound` for one that nobody states."""
    for table in TieTable:
        rows = store.find(table.value, id=tie_id)
        if rows:
            return _sides(store, table, rows[0])
    raise NotFound(tie_id)


def settle_tie(
    store: Store,
    actor: Identity,
    table: TieTable,
    tie_id: str,
    outcome: Outcome,
    by: str,
    *,
    expected: int,
) -> Confirmation:
    """Take down what an organisation at one end says of a tie, and return how the tie stands.

    Where nobody has stated it yet, a side that confirms it is the one that states it.
    Raises `NotASide`, `NotFound` and `Conflict`.
    """
    with change(store, actor, Permission.TIE_SETTLE, Verb.SETTLED, ("tie", tie_id)) as detail:
        detail.update(take_down(store, table, tie_id, outcome, by, expected=expected))
    return standing(store, table, tie_id)


def take_down(
    store: Store, table: TieTable, tie_id: str, outcome: Outcome, by: str, *, expected: int
) -> dict[str, object]:
    """Write what a side says of a tie and return the detail of the event; part of a change.

    Raises `NotASide`, `NotFound` and `Conflict`.
    """
    known = _sides(store, table, store.get(table.value, tie_id))
    if by not in known.to_ask:
        raise NotASide(by)
    store.update(table.value, tie_id, _said(known, outcome, by), expected=expected)
    return {"outcome": outcome.value, "by": by, "table": table.value}


def standing(store: Store, table: TieTable, tie_id: str) -> Confirmation:
    """Return on whose word a tie stands; raise `NotFound`."""
    row = store.get(table.value, tie_id)
    if table is TieTable.RELATIONS:
        return confirmation(from_row(Relation, row))
    return confirmation(from_row(Membership, row))


def _said(known: Sides, outcome: Outcome, by: str) -> dict[str, str | None]:
    if outcome is Outcome.DISPUTED:
        return {"confirmed_by_id": None, "disputed_by_id": by}
    if outcome is Outcome.OPEN:
        return {"confirmed_by_id": None, "disputed_by_id": None}
    if known.stated_by_id is None:
        return {"stated_by_id": by, "disputed_by_id": None}
    return {"confirmed_by_id": by, "disputed_by_id": None}


def _sides(store: Store, table: TieTable, row: Row) -> Sides:
    if table is TieTable.RELATIONS:
        ends = [row["subject_id"], row["object_id"]]
    else:
        ends = [row["member_organization_id"] or row["post_id"], row["organization_id"]]
    homes = [home_of(store, each) for each in ends if each]
    return Sides(
        table=table,
        tie_id=row["id"],
        ends=tuple(dict.fromkeys(homes)),
        stated_by_id=row["stated_by_id"],
        confirmed_by_id=row["confirmed_by_id"],
        disputed_by_id=row["disputed_by_id"],
        revision=row["revision"],
        since=row["start_date"] or "",
        note=row.get("note") or "",
    )


def home_of(store: Store, node: str) -> str:
    """Return the organisation that speaks for an end: that of a post, else itself."""
    rows = store.find("posts", id=node)
    return str(rows[0]["organization_id"]) if rows else node
