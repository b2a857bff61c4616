"""Keeping trees of units trees when two entries become one."""

import json
from typing import Final

from data.moves import Moves
from data.store import Store

_TREES: Final = ("parent_id", "successor_of_id")


def untangle(moves: Moves, kept_id: str, gone_id: str) -> None:
    """See that the kept entry is neither below nor behind itself; part of a merge.

    Where it would be, it takes the place of the gone one, or stands alone.
    """
    for column in _TREES:
        kept = moves.store.get("organizations", kept_id)
        if _meets(moves.store, kept[column], column, kept_id):
            instead = moves.store.get("organizations", gone_id)[column]
            if instead == gone_id or _meets(moves.store, instead, column, kept_id):
                instead = None
            moves.set("organizations", kept, {column: instead})
    kept = moves.store.get("organizations", kept_id)
    before = [
        each
        for each in dict.fromkeys(json.loads(kept["also_successor_of_ids"]))
        if each not in (kept_id, gone_id, kept["successor_of_id"])
    ]
    text = json.dumps(before, ensure_ascii=False)
    moves.set("organizations", kept, {"also_successor_of_ids": text})


def _meets(store: Store, start: str | None, column: str, wanted: str) -> bool:
    """Say whether following a column from an entry leads to another one."""
    seen: set[str] = set()
    present = start
    while present and present not in seen:
        if present == wanted:
            return True
        seen.add(present)
        present = store.get("organizations", present)[column]
    return False
