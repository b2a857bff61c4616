"""From what an address asks for to what the picture is told, by places in its scene."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from network.graph import Graph, ties
from network.scene import Item, Scene, Sort
from network.view import Shown
from views.graph_component import Wish
from views.network_address import Asked
from views.words import _

Members = Mapping[str, Sequence[str]]
"""The records behind each symbol: itself, those of a part, those of a hub."""


@dataclass(frozen=True, slots=True)
class Said:
    """How much is shown, and what is read out."""

    counted: str
    announced: str


def wish_of(
    scene: Scene,
    members: Members,
    graph: Graph,
    asked: Asked,
    what: Shown,
    way: Collection[str],
    said: Said,
) -> Wish:
    """Return what to show of a scene; `way` holds the ids of the ties on the told ways."""
    nodes, chosen = frozenset(what.nodes), frozenset(asked.view.chosen)
    shown = [
        at for at, item in enumerate(scene.items) if any(each in nodes for each in members[item.id])
    ]
    rest = sorted(set(range(len(scene.items))) - set(shown))
    return Wish(
        visible=None if asked.fade or not rest else shown,
        faded=rest if asked.fade else [],
        chosen=[at for at, item in enumerate(scene.items) if _is_chosen(item, members, chosen)],
        path=[at for at, line in enumerate(scene.lines) if line.id in way],
        description=_(
            "Network map. {counted} The table below says the same.", counted=said.counted
        ),
        announcement=said.announced,
        lines=_lines(scene, graph, what),
    )


def _is_chosen(item: Item, members: Members, chosen: frozenset[str]) -> bool:
    """Say whether a symbol is chosen, or is the part in which what is chosen lies folded."""
    return item.sort is not Sort.HUB and not chosen.isdisjoint(members[item.id])


def _lines(scene: Scene, graph: Graph, what: Shown) -> list[int] | None:
    """Return the lines to show; those that are no single tie are shown in any case."""
    if len(what.ties) == graph.number_of_edges():
        return None
    hidden = {tie.id for tie in ties(graph)} - {tie.id for tie in what.ties}
    return [at for at, line in enumerate(scene.lines) if line.id not in hidden]
