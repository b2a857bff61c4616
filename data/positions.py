"""Where the nodes of the map stand: the same for everyone, and kept when others join."""

from data.roster import roster
from data.store import Store
from network.graph import build_graph
from network.layout import Point, arrange


def positions(store: Store) -> dict[str, Point]:
    """Return the stored positions in pixels by node id."""
    rows = store.find("positions", order="node_id")
    return {row["node_id"]: (row["x"], row["y"]) for row in rows}


def place_new(store: Store) -> None:
    """Give a position to whatever has none; part of the change that brought it in."""
    known = positions(store)
    graph = build_graph(roster(store), as_of=None)
    placed = arrange(graph, known)
    store.insert_all(
        "positions",
        ({"node_id": node, "x": x, "y": y} for node, (x, y) in placed.items() if node not in known),
    )
