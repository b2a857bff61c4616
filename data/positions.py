"""Where the nodes of the map stand: the same for everyone, and kept when others join."""

from collections.abc import Mapping

from data.roster import roster
from data.store import Store
from network.graph import Graph, build_graph
from network.layout import Progress, arrange
from network.places import Point


def positions(store: Store) -> dict[str, Point]:
    """Return the stored positions in pixels by node id."""
    rows = store.find("positions", order="node_id")
    return {row["node_id"]: (row["x"], row["y"]) for row in rows}


def whole_graph(store: Store) -> Graph:
    """Return everything that ever was, for which places are kept."""
    return build_graph(roster(store), as_of=None)


def place_new(store: Store, progress: Progress | None = None) -> None:
    """Give a position to whatever has none; part of the change that brought it in.

    `progress` is told the share that is done, from 0 to 1; what it raises gives the change up.
    """
    keep(store, arrange(whole_graph(store), positions(store), progress))


def keep(store: Store, placed: Mapping[str, Point]) -> None:
    """Store places for nodes that have none; part of a change.

    For networks so large that nobody should hold the store while their picture is laid out:
    `arrange(whole_graph(store), positions(store), progress)` comes before the change. Who
    got a place meanwhile keeps it.
    """
    known = positions(store)
    store.insert_all(
        "positions",
        ({"node_id": node, "x": x, "y": y} for node, (x, y) in placed.items() if node not in known),
    )
