"""The picture of an overview: one symbol for each part, and what lies in those unfolded."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import networkx as nx
import numpy as np

from network.graph import Graph
from network.layout import arrange
from network.overview import Part
from network.picture import Wording
from network.places import Point
from network.scene import Item, Line, Mark, Scene, Sort, plain_scene

_ROOM = (140.0, 84.0)
"""What one symbol with its label takes in pixels: across, down."""
_LOOSE = 1.5
"""How much more room a part has than its symbols would fill."""


def owners(graph: Graph, parts: Iterable[Part], opened: Collection[str]) -> dict[str, str]:
    """Return which symbol stands for each node: its part's, or its own where that is unfolded."""
    found = {node: node for node in graph}
    for part in parts:
        if part.key not in opened:
            found |= {node: part.id for node in part.nodes if node in found}
    return found


def overview_scene(
    graph: Graph,
    parts: Sequence[Part],
    opened: Collection[str],
    wording: Wording,
    marks: Mapping[str, Mark] | None = None,
) -> Scene:
    """Return one symbol for each part that is folded, and the records of those unfolded.

    Every part has so much room that its records fit into it, so that nothing else moves when
    it is unfolded. Ties that end at a part are bundled with their number.
    """
    owner = owners(graph, parts, opened)
    middles = _middles(graph, parts)
    positions = dict.fromkeys(graph, (0.0, 0.0))
    for part in parts:
        if part.key in opened:
            positions |= _inside(graph, part, middles[part.key])
    plain = plain_scene(graph, positions, wording, marks)
    records = [item for item in plain.items if owner[item.id] == item.id]
    folded = [_item(part, middles[part.key], wording) for part in parts if part.key not in opened]
    return Scene((*folded, *records), tuple(_lines(plain.lines, owner, wording)))


def _item(part: Part, point: Point, wording: Wording) -> Item:
    return Item(
        id=part.id,
        sort=Sort.PART,
        name=part.name,
        short_name=part.name,
        kind=wording.signs.get("part", "part"),
        family="part",
        point=point,
        count=len(part.nodes),
        color=part.color,
    )


def _lines(lines: Iterable[Line], owner: Mapping[str, str], wording: Wording) -> list[Line]:
    """Return single ties between records, and one line for all ties between two symbols else."""
    bundles: defaultdict[tuple[str, str], list[Line]] = defaultdict(list)
    found: list[Line] = []
    for line in lines:
        ends = owner[line.subject_id], owner[line.object_id]
        if ends == (line.subject_id, line.object_id):
            found.append(line)
        elif ends[0] != ends[1]:
            bundles[min(ends), max(ends)].append(line)
    return found + [_bundle(ends, tied, wording) for ends, tied in bundles.items()]


def _bundle(ends: tuple[str, str], tied: Sequence[Line], wording: Wording) -> Line:
    kinds = Counter(line.name for line in tied).most_common(4)
    said = "\n".join(f"{name}: {count}" for name, count in kinds)
    return Line(
        id=f"bundle:{ends[0]}>{ends[1]}",
        subject_id=ends[0],
        object_id=ends[1],
        kind="bundle",
        name=f"{wording.ties_counted(len(tied))}\n{said}",
        mutual=True,
        count=len(tied),
        mark=Mark.CHANGED if any(line.mark for line in tied) else None,
    )


def _inside(graph: Graph, part: Part, middle: Point) -> dict[str, Point]:
    """Return the places of a part's own records around its middle."""
    placed = arrange(graph.subgraph(sorted(part.nodes)).copy(), {})
    across = [x for x, _ in placed.values()]
    down = [y for _, y in placed.values()]
    shift_x = middle[0] - (min(across) + max(across)) / 2
    shift_y = middle[1] - (min(down) + max(down)) / 2
    return {node: (round(x + shift_x, 1), round(y + shift_y, 1)) for node, (x, y) in placed.items()}


def _middles(graph: Graph, parts: Sequence[Part]) -> dict[str, Point]:
    """Return where each part stands: near those it is tied to, and in no other's room."""
    home = {node: part.key for part in parts for node in part.nodes}
    between: Graph = nx.MultiDiGraph()
    between.add_nodes_from(part.key for part in parts)
    between.add_edges_from(
        sorted({(home[a], home[b]) for a, b in graph.edges() if home.get(a) != home.get(b)})
    )
    start = arrange(between, {})
    rooms = {part.key: _room(len(part.nodes)) for part in parts}
    return _apart({part.key: start[part.key] for part in parts}, rooms)


def _room(count: int) -> Point:
    """Return half the width and half the height that so many records need."""
    side = math.sqrt(count * _LOOSE * _ROOM[0] * _ROOM[1])
    return max(side * 1.16, _ROOM[0]) / 2, max(side / 1.16, _ROOM[1]) / 2


def _apart(start: Mapping[str, Point], rooms: Mapping[str, Point]) -> dict[str, Point]:
    """Widen the picture, then push rooms that overlap apart along the axis that needs less."""
    if not start:
        return {}
    half = np.array([rooms[key] for key in start])
    boxes = len(rooms) * _ROOM[0] * _ROOM[1]
    points = np.array(list(start.values())) * math.sqrt(float(4 * half.prod(axis=1).sum()) / boxes)
    first = np.sign(np.arange(len(half))[:, None] - np.arange(len(half))[None, :])
    for _ in range(300):
        apart = points[:, None, :] - points[None, :, :]
        lack = half[:, None, :] + half[None, :, :] - np.abs(apart)
        overlapping = (lack > 0.5).all(axis=2) & (first != 0)
        if not overlapping.any():
            break
        sign = np.where(apart == 0, first[:, :, None], np.sign(apart))
        push = sign * lack * overlapping[:, :, None] * 0.3
        across = lack[:, :, 0] < lack[:, :, 1]
        push[:, :, 0] *= across
        push[:, :, 1] *= ~across
        points = points + push.sum(axis=1)
    return {
        key: (round(float(x), 1), round(float(y), 1))
        for key, (x, y) in zip(start, points, strict=True)
    }
