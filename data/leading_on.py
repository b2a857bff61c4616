"""Where the id of an entry leads that was merged into another one, and names of before."""

from dataclasses import dataclass

from data.rows import from_row
from data.store import Store


def entry_now(store: Store, organization_id: str) -> str | None:
    """Return the id of the entry that an id stands for today, None for one that never was.

    Follows merges of merges; a circle, which nobody can make by the program, ends as unknown.
    """
    seen: set[str] = set()
    while organization_id not in seen:
        seen.add(organization_id)
        rows = store.find("organizations", id=organization_id)
        if not rows:
            return None
        if rows[0]["merged_into_id"] is None:
            return organization_id
        organization_id = str(rows[0]["merged_into_id"])
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """What an organisation was called until a day (an ISO date)."""

    name: str
    until: str


def former_names(store: Store, organization_id: str) -> list[FormerName]:
    """Return what an organisation was called before, the latest name first."""
    rows = store.find("former_names", order="until desc", organization_id=organization_id)
    return [from_row(FormerName, row) for row in rows]
