"""Ids of our own making keep their meaning: what another installation wrote bears them here."""

import re
from collections.abc import Callable, Iterable

_OWN = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


class OwnIds:
    """Ids for new records: that of the file where it is one of ours and free, else a new one."""

    def __init__(self, taken: Iterable[str], new_id: Callable[[], str]) -> None:
        """Know the ids that are taken."""
        self._taken = set(taken)
        self._new_id = new_id

    def id_for(self, text: str) -> str:
        """Return the id for what a file calls so."""
        if not _OWN.fullmatch(text) or text in self._taken:
            return self._new_id()
        self._taken.add(text)
        return text
