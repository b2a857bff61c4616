"""Where the id of an entry leads that was merged into another one."""

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
