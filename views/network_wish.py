"""From what an address asks for to what the picture is told, by places in its scene."""

from collections.abc import Collection, Sequence

from network.graph import Graph
from network.scene import Item, Scene, Sort
from network.view import Shown
from views.graph_component import Wish
from views.network_address import Asked
from views.words import _


def wish_of(
    scene: Scene,
    graph: Graph,
    asked: Asked,
    what: Shown,
    way: Collection[str],
    said: Sequence[str],
) -> Wish:
    """Return what to show of a scene.

    `way` holds the ids of the ties on the told ways, `said` how much is shown and what is
    announced. Parts and hubs of a scene are always shown: they are made from what is.
    """
    nodes = frozenset(what.nodes)
    shown = [place for place, item in enumerate(scene.items) if _is_shown(item, nodes, graph)]
    rest = sorted(set(range(len(scene.items))) - set(shown))
    chosen = {item.id: place for place, item in enumerate(scene.items)}
    return Wish(
        visible=None if asked.fade or not rest else shown,
        faded=rest if asked.fade else [],
        chosen=[chosen[node] for node in asked.view.chosen if node in chosen],
        path=[place for place, line in enumerate(scene.lines) if line.id in way],
        description=_("Network map. {counted} The table below says the same.", counted=said[0]),
        announcement=said[1],
    )


def _is_shown(item: Item, nodes: frozenset[str], graph: Graph) -> bool:
    """Say whether an item is shown; what is only in the earlier network of a comparison is."""
    return item.sort is not Sort.RECORD or item.id in nodes or item.id not in graph
