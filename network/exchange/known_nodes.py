"""Finding the record that a node of a file means: by an id it bore, else by name and kind."""

import re
from collections.abc import Iterable, Mapping

from network.exchange.foreign import ForeignNetwork, ForeignNode
from network.naming import bare_name
from network.organization import Classification, Organization, Post, Roster
from network.picture import kind_of, name_of

Record = Organization | Post
_NUMBERED = re.compile(r"[A-Za-z]?\d{1,9}")
"""Ids such as 7 or n7: every file has them, and they mean another node in each.

Only where more of them bear the name that they had than bear another, it is the same
file again, in which some names have changed.
"""


class KnownNodes:
    """The records that are there; each is found once, for names may stand several times."""

    def __init__(
        self, roster: Roster, foreign: ForeignNetwork, same: Mapping[str, str] | None = None
    ) -> None:
        """Index what is there, and see whether the numbers of the file are those of before.

        `same` has the ids of records that somebody said certain nodes are.
        """
        self._same = same or {}
        self._telling = foreign.telling_ids
        self._free: dict[str, Record] = {}
        self._by_identifier: dict[str, list[Record]] = {}
        self._by_name: dict[str, list[Record]] = {}
        everyone: Iterable[Record] = (*roster.organizations, *roster.posts)
        for record in everyone:
            self._free[record.id] = record
            self._by_name.setdefault(_key(name_of(record)), []).append(record)
            if isinstance(record, Organization):
                for identifier in record.identifiers:
                    self._by_identifier.setdefault(identifier, []).append(record)
        self._telling_numbers = self._telling and self._same_file(foreign.nodes)

    def by_id(self, node: ForeignNode) -> Record | None:
        """Return the record that bears the id of a node; a mere number needs its name, too."""
        if self._same.get(node.id) in self._free:
            return self._free.pop(self._same[node.id])
        if not self._telling:
            return None
        found = self._bearing(node.id)
        if _NUMBERED.fullmatch(node.id):
            bare = _key(node.name)
            same = [each for each in found if _key(name_of(each)) == bare]
            found = same or (found if self._telling_numbers else [])
        return self._taken(found)

    def _bearing(self, node_id: str) -> list[Record]:
        """Return the records that bear an id, and are not found yet."""
        found = [self._free[node_id]] if node_id in self._free else []
        found += [each for each in self._by_identifier.get(node_id, ()) if each.id in self._free]
        return found

    def _same_file(self, nodes: Iterable[ForeignNode]) -> bool:
        same = other = 0
        for node in nodes:
            if _NUMBERED.fullmatch(node.id) and (found := self._bearing(node.id)):
                if _key(node.name) in {_key(name_of(each)) for each in found}:
                    same += 1
                else:
                    other += 1
        return same > other

    def by_name(self, node: ForeignNode, kind: str | None) -> Record | None:
        """Return the record of that name and kind; without a kind, or for `other`, any kind."""
        found = [each for each in self._by_name.get(_key(node.name), ()) if each.id in self._free]
        if kind is None:
            return self._taken(found)
        same = [each for each in found if kind_of(each) == kind]
        return self._taken(
            same or [each for each in found if kind_of(each) == Classification.OTHER]
        )

    def post(self, node: ForeignNode, home_id: str) -> Post | None:
        """Return the post of that name at an organisation."""
        found = [
            each
            for each in self._by_name.get(_key(node.name), ())
            if isinstance(each, Post) and each.organization_id == home_id and each.id in self._free
        ]
        if found:
            del self._free[found[0].id]
        return found[0] if found else None

    def _taken(self, found: list[Record]) -> Record | None:
        if not found:
            return None
        return self._free.pop(found[0].id)


def _key(name: str) -> str:
    """Return a name for comparison; one of signs alone, which has no words, as it stands."""
    return bare_name(name) or name
