"""Writing node-link JSON, as `networkx.node_link_graph` reads it."""

import json

from network.exchange.cells import NUMBERS, all_mutual, node_cells, tie_cells
from network.exchange.columns import LISTS, parted
from network.exchange.foreign import ForeignNetwork


def write(network: ForeignNetwork) -> bytes:
    """Return the network as JSON; what has several values is a list."""
    undirected = all_mutual(network)
    whole = {
        "directed": not undirected,
        "multigraph": True,
        "graph": {},
        "nodes": [
            {"id": node.id, **_valued({"label": node.label, **node_cells(node)})}
            for node in network.nodes
        ],
        "edges": [
            {
                "source": tie.source,
                "target": tie.target,
                **({"key": tie.id} if tie.id else {}),
                **({"mutual": True} if tie.mutual and not undirected else {}),
                **_valued(tie_cells(tie)),
            }
            for tie in network.ties
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _valued(cells: dict[str, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, text in cells.items():
        if text:
            found[name] = (
                list(parted(text)) if name in LISTS else float(text) if name in NUMBERS else text
            )
    return found
