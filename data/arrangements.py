"""Arrangements: where the nodes of a view stand after somebody moved them, under a name."""

import json
import math
from collections.abc import Mapping

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from data.change import change
from data.clock import timestamp
from data.identifier import new_id
from data.rows import from_row
from data.store import NotFound, Store
from network.places import Point
from network.story import LONGEST_ADDRESS, Arrangement, InvalidStory, check_title

_FARTHEST = 1_000_000.0
"""Pixels from the middle; nothing can be dragged farther."""


def save_arrangement(
    store: Store,
    actor: Identity,
    name: str,
    where: Mapping[str, Point],
    address: str,
    *,
    key: str | None = None,
) -> Arrangement:
    """Keep where nodes stand under a new name; raise `InvalidStory` for a name that is taken."""
    identifier = new_id()
    with change(
        store,
        actor,
        Permission.ARRANGEMENT_SAVE,
        Verb.ARRANGED,
        ("arrangement", identifier),
        key=key,
    ) as detail:
        called = check_title(name, "name")
        if store.find("arrangements", name=called):
            raise InvalidStory({"name": "taken"})
        if len(address) > LONGEST_ADDRESS:
            raise InvalidStory({"address": "too_long"})
        row = {"id": identifier, "name": called, "author_id": actor.id, "deleted_at": None}
        store.insert("arrangements", row | {"address": address, "places": _kept(where)})
        detail["nodes"] = len(where)
    return arrangement(store, identifier)


def rearrange(
    store: Store,
    actor: Identity,
    arrangement_id: str,
    where: Mapping[str, Point],
    *,
    expected: int,
) -> Arrangement:
    """Keep new places under the name there is; nodes not named keep theirs. Raise `Conflict`."""
    with change(
        store, actor, Permission.ARRANGEMENT_SAVE, Verb.ARRANGED, ("arrangement", arrangement_id)
    ) as detail:
        arrangement(store, arrangement_id)
        kept = places(store, arrangement_id) | dict(where)
        store.update("arrangements", arrangement_id, {"places": _kept(kept)}, expected=expected)
        detail["nodes"] = len(where)
    return arrangement(store, arrangement_id)


def remove_arrangement(
    store: Store, actor: Identity, arrangement_id: str, *, expected: int
) -> None:
    """Take an arrangement away and set its name free; its row stays. Raise `Conflict`."""
    with change(
        store, actor, Permission.ARRANGEMENT_SAVE, Verb.REMOVED, ("arrangement", arrangement_id)
    ):
        name = f"{arrangement(store, arrangement_id).name} ({arrangement_id})"
        gone = {"name": name, "deleted_at": timestamp()}
        store.update("arrangements", arrangement_id, gone, expected=expected)


def arrangements(store: Store) -> list[Arrangement]:
    """Return all arrangements by name; they are the same for everybody."""
    rows = store.find("arrangements", order="name", deleted_at=None)
    return [from_row(Arrangement, row) for row in rows]


def arrangement(store: Store, arrangement_id: str) -> Arrangement:
    """Return one arrangement; raise `NotFound`."""
    row = store.get("arrangements", arrangement_id)
    if row["deleted_at"]:
        raise NotFound(arrangement_id)
    return from_row(Arrangement, row)


def places(store: Store, arrangement_id: str) -> dict[str, Point]:
    """Return where an arrangement puts nodes, in pixels by id; nothing for one that is gone."""
    rows = store.find("arrangements", id=arrangement_id, deleted_at=None)
    return {node: (x, y) for node, (x, y) in json.loads(rows[0]["places"]).items()} if rows else {}


def _kept(where: Mapping[str, Point]) -> str:
    """Return places as text, to a tenth of a pixel; raise `InvalidStory` for what is no place."""
    if not where:
        raise InvalidStory({"places": "missing"})
    if any(
        not math.isfinite(each) or abs(each) > _FARTHEST
        for point in where.values()
        for each in point
    ):
        raise InvalidStory({"places": "too_long"})
    rounded = {node: (round(x, 1), round(y, 1)) for node, (x, y) in where.items()}
    return json.dumps(rounded, ensure_ascii=False, separators=(",", ":"))
