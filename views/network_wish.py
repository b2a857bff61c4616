"""From what an address asks for to what the picture is told, by places in its scene."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from network.facets import TIE_FACETS
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
    items = range(len(scene.items))
    rest: list[int] = []
    if len(nodes) < len(graph):
        rest = [at for at in items if nodes.isdisjoint(members[scene.items[at].id])]
    return Wish(
        visible=None if asked.fade or not rest else sorted(set(items) - set(rest)),
        faded=rest if asked.fade else [],
        chosen=[at for at, item in enumerate(scene.items) if _is_chosen(item, members, chosen)],
        path=[at for at, line in enumerate(scene.lines) if line.id in way],
        description=_(
            "Network map. {counted} The table below says the same.", counted=said.counted
        ),
        announcement=said.announced,
        lines=None if _has_all_ties(graph, asked, what) else _lines(scene, graph, what),
    )


def _is_chosen(item: Item, members: Members, chosen: frozenset[str]) -> bool:
    """Say whether a symbol is chosen, or is the part in which what is chosen lies folded."""
    return item.sort is not Sort.HUB and not chosen.isdisjoint(members[item.id])


def _has_all_ties(graph: Graph, asked: Asked, what: Shown) -> bool:
    """Say whether nothing is hidden at all; it is asked at every click, and so without counting."""
    return len(what.nodes) == len(graph) and not any(map(asked.view.wanted.get, TIE_FACETS))


def _lines(scene: Scene, graph: Graph, what: Shown) -> list[int] | None:
    """Return the lines to show; those that are no single tie are shown in any case."""
    if len(what.ties) == graph.number_of_edges():
        return None
    hidden = {tie.id for tie in ties(graph)} - {tie.id for tie in what.ties}
    return [at for at, line in enumerate(scene.lines) if line.id not in hidden]
