"""Topics, areas and target groups as hubs: what connects besides ties; derived, never stored."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from network.facets import Facet
from network.graph import Graph, records
from network.organization import Organization
from network.picture import Wording
from network.places import Point
from network.scene import Item, Line, Scene, Sort

FACETS = (Facet.TOPIC, Facet.AREA, Facet.TARGET_GROUP)
"""By what nodes are connected."""

_CLEAR = (140.0, 84.0)
"""How far in pixels a hub stands at least from any symbol: across, down."""


@dataclass(frozen=True, slots=True)
class Hub:
    """A value that at least two organisations share; `name` is what people call it."""

    id: str
    value: str
    name: str
    nodes: tuple[str, ...]


def hubs(graph: Graph, shown: Iterable[str], facet: Facet) -> tuple[Hub, ...]:
    """Return the values of a facet that at least two of the shown organisations share.

    Only what an organisation says of itself counts, not the wider topics above its own; posts
    are left out, since they share all with their organisation. The most frequent comes first.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    known = records(graph)
    for node in shown:
        for value in dict.fromkeys(_own_values(known[node], facet)):
            found[value].append(node)
    made = (
        Hub(f"hub:{facet}:{value}", value, _name(graph, facet, value), tuple(nodes))
        for value, nodes in found.items()
        if len(nodes) > 1
    )
    return tuple(sorted(made, key=lambda hub: (-len(hub.nodes), hub.name, hub.id)))


def _own_values(record: object, facet: Facet) -> tuple[str, ...]:
    if not isinstance(record, Organization):
        return ()
    values = {
        Facet.TOPIC: record.topic_ids,
        Facet.AREA: (record.district,),
        Facet.TARGET_GROUP: record.target_groups,
    }[facet]
    return tuple(value for value in values if value.strip())


def _name(graph: Graph, facet: Facet, value: str) -> str:
    topics = graph.graph.get("topics", {})
    return topics[value].term if facet is Facet.TOPIC and value in topics else value


def with_hubs(
    scene: Scene, found: Iterable[Hub], owner: Mapping[str, str], facet: Facet, wording: Wording
) -> Scene:
    """Return a scene with its hubs, each near the middle of its symbols and covering none.

    `owner` says which symbol stands for a node: itself, or the part that it is in.
    """
    places = {item.id: item.point for item in scene.items}
    taken = list(places.values())
    items, lines = list(scene.items), list(scene.lines)
    kind = wording.hubs.get(facet, str(facet))
    derived = wording.signs.get("derived", "derived")
    for hub in found:
        ends: defaultdict[str, int] = defaultdict(int)
        for node in hub.nodes:
            ends[owner[node]] += 1
        point = _clear_place([places[end] for end in ends], taken)
        taken.append(point)
        made = Item(hub.id, Sort.HUB, hub.name, hub.name, f"{kind}, {derived}", "hub", point)
        items.append(replace(made, count=len(hub.nodes)))
        lines += [
            Line(f"{hub.id}>{end}", end, hub.id, "hub", kind, derived=True, count=count)
            for end, count in ends.items()
        ]
    return Scene(tuple(items), tuple(lines))


def _clear_place(around: list[Point], taken: list[Point]) -> Point:
    """Walk outwards on a spiral from the middle of some points until no symbol is near."""
    middle_x = sum(x for x, _ in around) / len(around)
    middle_y = sum(y for _, y in around) / len(around)
    step = 0
    while True:
        angle, distance = step * 2.4, 30.0 * math.sqrt(step)
        x, y = middle_x + distance * math.cos(angle) * 1.6, middle_y + distance * math.sin(angle)
        if not any(abs(x - a) < _CLEAR[0] and abs(y - b) < _CLEAR[1] for a, b in taken):
            return round(x, 1), round(y, 1)
        step += 1
