"""Arrangements: where the nodes of a view stand after somebody moved them, under a name."""

import json

from data.store import Store
from network.layout import Point


def places(store: Store, arrangement_id: str) -> dict[str, Point]:
    """Return where an arrangement puts nodes, in pixels by id; nothing for one that is gone."""
    rows = store.find("arrangements", id=arrangement_id, deleted_at=None)
    return {node: (x, y) for node, (x, y) in json.loads(rows[0]["places"]).items()} if rows else {}
