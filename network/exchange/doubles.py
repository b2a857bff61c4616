"""New entries of a file that are called nearly as others that are there already."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final
from urllib.parse import urlsplit

from network.duplicates import Duplicate, DuplicateIndex
from network.exchange.choice import NodeRow, State
from network.naming import bare_name
from network.organization import Organization

_SHORT: Final = 300
"""So many new entries are all looked up; of longer files those that share a telling word."""
_COMMON: Final = 60
"""A word that more names have than this, and than one in fifty, tells nothing."""
_TOLD: Final = 50
"""Rows after which progress is told."""


def doubles(
    rows: Sequence[NodeRow],
    organizations: Iterable[Organization],
    progress: Callable[[float], None] | None = None,
) -> dict[str, tuple[Duplicate, ...]]:
    """Return for new organisations of a file those that they may be, by the ids of nodes.

    What another row of the file already means is none of them. `progress` hears shares from
    0 to 1.
    """
    met = {row.before.id for row in rows if row.before is not None}
    known = [each for each in organizations if each.id not in met]
    new = {
        row.node.id: row.after
        for row in rows
        if row.state is State.NEW and isinstance(row.after, Organization)
    }
    asked = new if len(new) <= _SHORT else _telling(new, known)
    index = DuplicateIndex(known)
    found: dict[str, tuple[Duplicate, ...]] = {}
    for at, (node_id, unit) in enumerate(asked.items()):
        if progress and at % _TOLD == 0:
            progress(at / len(asked))
        if likely := index.likely(unit.name, unit.website):
            found[node_id] = likely
    return found


def _telling(new: dict[str, Organization], known: list[Organization]) -> dict[str, Organization]:
    """Return the new ones that share with a known one what few names of the file have."""
    signs = {key: _signs(each) for key, each in new.items()}
    often = Counter(sign for each in signs.values() for sign in each)
    most = max(_COMMON, len(new) // 50)
    telling = {sign for each in known for sign in _signs(each) if often[sign] <= most}
    return {key: each for key, each in new.items() if not telling.isdisjoint(signs[key])}


def _signs(unit: Organization) -> set[str]:
    """Return what two entries that mean the same have in common: words, beginnings, the host."""
    names = (unit.name, unit.short_name, *unit.other_names)
    words = {word for name in names for word in bare_name(name).split()}
    return {*words, *(f"{word[:5]}*" for word in words if len(word) > 5), *_host(unit.website)}


def _host(website: str) -> tuple[str, ...]:
    try:
        host = urlsplit(website).hostname
    except ValueError:
        host = None
    return (f"//{host}",) if host else ()
