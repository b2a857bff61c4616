"""What ends together with an organisation: its ties, its posts, and what these take part in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from data.moves import Moves
from data.store import Row, Store
from network.validity import first_day, last_day

_ENDING: Final[Mapping[str, str]] = {
    "posts": "organization_id = :id",
    "memberships": (
        "organization_id = :id or member_organization_id = :id"
        " or (on_behalf_of_id = :id and member_organization_id is null)"
        " or post_id in (select id from posts where organization_id = :id)"
    ),
    "relations": (
        "subject_id = :id or object_id = :id"
        " or subject_id in (select id from posts where organization_id = :id)"
        " or object_id in (select id from posts where organization_id = :id)"
    ),
}


@dataclass(frozen=True, slots=True)
class Held:
    """Rows that last beyond a day and belong to an organisation, by table."""

    posts: tuple[Row, ...]
    memberships: tuple[Row, ...]
    relations: tuple[Row, ...]


def held_after(store: Store, organization_id: str, day: date) -> Held:
    """Return the posts and ties of an organisation that began by a day and last beyond it."""
    found = {
        table: tuple(
            row
            for row in store.query(
                f'select * from "{table}" where {test} order by id',  # noqa: S608
                {"id": organization_id},
            )
            if lasts(row["end_date"], day) and not begins_after(row["start_date"], day)
        )
        for table, test in _ENDING.items()
    }
    return Held(found["posts"], found["memberships"], found["relations"])


def lasts(end: str | None, day: date) -> bool:
    """Say whether something with this end, possibly open, goes on after a day."""
    return end is None or last_day(end) > day


def end_all(moves: Moves, organization_id: str, day: date) -> None:
    """Let an organisation end on a day, with its posts and ties; nothing is deleted."""
    held = held_after(moves.store, organization_id, day)
    for table, rows in (
        ("relations", held.relations),
        ("memberships", held.memberships),
        ("posts", held.posts),
    ):
        for row in rows:
            moves.set(table, row, {"end_date": day.isoformat()})
    row = moves.store.get("organizations", organization_id)
    moves.set("organizations", row, {"end_date": day.isoformat()})


def begins_after(start: str | None, day: date) -> bool:
    """Say whether something certainly began only after a day."""
    return start is not None and first_day(start) > day
