"""Writing what an entry says: its row and the words by which it is found."""

from collections.abc import Iterable
from dataclasses import fields

from accounts.identity import Identity
from data.clock import now, today
from data.entry_changes import ChangeStatus, EntryChange
from data.identifier import new_id
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


def keep_difference(
    store: Store, actor: Identity, old: Organization, new: Organization, fields: Iterable[str]
) -> None:
    """Keep what an entry said before and after, as a change that was accepted at once."""
    before, after = ({name: _plain(getattr(each, name)) for name in fields} for each in (old, new))
    if before == after:
        return
    kept = EntryChange(
        id=new_id(),
        organization_id=old.id,
        before=before,
        after=after,
        status=ChangeStatus.ACCEPTED,
        submitted_by=actor.id,
        submitted_at=now(),
        decided_by=actor.id,
        decided_on=today(),
    )
    store.insert("entry_changes", to_row(kept))


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
