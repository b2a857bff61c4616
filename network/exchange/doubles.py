"""New entries of a file that are called nearly as others that are there already."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from network.duplicates import Duplicate, likely_duplicates
from network.exchange.choice import NodeRow, State
from network.naming import bare_name
from network.organization import Organization

_COMMON: Final = 60
"""A word that more names have than this tells nothing."""
_CANDIDATES: Final = 40


def doubles(
    rows: Sequence[NodeRow], organizations: Iterable[Organization]
) -> dict[str, tuple[Duplicate, ...]]:
    """Return for new organisations of a file those that they may be, by the ids of nodes.

    What another row of the file already means is none of them. Only entries that share a
    telling word, or a beginning, are compared, so that long files do not take long.
    """
    met = {row.before.id for row in rows if row.before is not None}
    index: dict[str, list[Organization]] = defaultdict(list)
    for each in organizations:
        if each.id not in met:
            for sign in {sign for name in _names(each) for sign in _signs(name)}:
                index[sign].append(each)
    found: dict[str, tuple[Duplicate, ...]] = {}
    for row in rows:
        if row.state is State.NEW and isinstance(row.after, Organization):
            likely = _likely(row.after, index)
            if likely:
                found[row.node.id] = likely
    return found


def _likely(new: Organization, index: dict[str, list[Organization]]) -> tuple[Duplicate, ...]:
    candidates: dict[str, Organization] = {}
    for sign in sorted(_signs(new.name), key=lambda sign: len(index.get(sign, ()))):
        there = index.get(sign, ())
        if len(there) <= _COMMON:
            candidates |= {each.id: each for each in there}
        if len(candidates) >= _CANDIDATES:
            break
    return likely_duplicates(new.name, new.website, candidates.values()) if candidates else ()


def _names(each: Organization) -> tuple[str, ...]:
    return (each.name, each.short_name, *each.other_names)


def _signs(name: str) -> set[str]:
    """Return what two names that mean the same have in common: words, and their beginnings."""
    words = bare_name(name).split()
    return {*words, *(f"{word[:5]}*" for word in words if len(word) > 5)}
