"""Writing what an entry says: its row and the words by which it is found."""

from dataclasses import fields

from data.organizations import KIND
from data.rows import from_row, to_row
from data.store import Store
from network.naming import search_forms
from network.organization import Organization


def write_entry(store: Store, old: Organization, new: Organization) -> tuple[str, ...]:
    """Write what differs, and return the names of those fields; part of a change.

    Raises `Conflict` where somebody changed the entry since `old` was read.
    """
    before, after = to_row(old), to_row(new)
    changed = tuple(
        each.name
        for each in fields(Organization)
        if each.name in after and before[each.name] != after[each.name]
    )
    values = {name: after[name] for name in changed}
    row = store.update("organizations", old.id, values, expected=old.revision)
    written = from_row(Organization, row)
    names = (written.name, written.short_name, *written.other_names)
    store.index(KIND, written.id, search_forms(" ".join(names)))
    return changed
