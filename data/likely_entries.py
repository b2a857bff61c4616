"""Which entry a name probably means; only to be offered, nothing is ever merged by name alone."""

import threading
from collections import OrderedDict
from dataclasses import replace
from typing import Final

from data.organizations import organizations
from data.store import Store
from network.duplicates import Duplicate, DuplicateIndex
from network.organization import Organization

_KEPT: Final = 2
_lock = threading.Lock()
_indexes: "OrderedDict[str, tuple[object, DuplicateIndex]]" = OrderedDict()
"""For the files that were asked last: the state of their entries, and the index of these."""


def likely_entries(
    store: Store, name: str, website: str = "", limit: int = 3
) -> tuple[Duplicate, ...]:
    """Return the published entries that are likeliest meant, at most `limit`; see `network`.

    Entries are found under former names too. The index is made once for each state of the
    entries and shared by all readers: it holds only what is public.
    """
    return _index(store).likely(name, website, limit)


def _index(store: Store) -> DuplicateIndex:
    """Return the index of the entries as they stand now; others wait while it is made."""
    with _lock:
        file, state = _stands(store)
        kept = _indexes.get(file)
        if kept is None or kept[0] != state:
            kept = (state, DuplicateIndex(_entries(store)))
            _indexes[file] = kept
        _indexes.move_to_end(file)
        while len(_indexes) > _KEPT:
            _indexes.popitem(last=False)
        return kept[1]


def _stands(store: Store) -> tuple[str, object]:
    """Return the file of a store, and what changes whenever an entry or a former name does.

    A registration that comes in changes neither, so that a thousand of them cost no new index.
    """
    row = store.query(
        "select (select file from pragma_database_list where name = 'main') as file,"
        " (select count(*) from organizations) as entries,"
        " (select coalesce(sum(revision), 0) from organizations) as revisions,"
        " (select max(modified_at) from organizations) as latest,"
        " (select count(*) from former_names) as names,"
        " (select max(id) from former_names) as last_name"
    )[0]
    state = tuple(row[each] for each in ("entries", "revisions", "latest", "names", "last_name"))
    return str(row["file"]), state


def _entries(store: Store) -> list[Organization]:
    former: dict[str, list[str]] = {}
    for row in store.find("former_names"):
        former.setdefault(row["organization_id"], []).append(row["name"])
    return [
        replace(each, other_names=(*each.other_names, *former[each.id]))
        if each.id in former
        else each
        for each in organizations(store)
    ]
