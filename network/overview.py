"""Large networks as a few parts with counts, each of which can be unfolded."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from network.graph import Tie
from network.parts import Part, parts
from network.places import BOX, Places, Point
from network.view import Shown

__all__ = ["OVERVIEW_FROM", "Overview", "Part", "overview", "part_places", "parts"]

OVERVIEW_FROM = 300
"""From so many shown nodes on the picture opens as an overview."""

_AIR = 1.5
"""How much of its own room a part leaves free around itself."""


@dataclass(frozen=True, slots=True)
class ClosedPart:
    """A part drawn as one node: how many shown nodes it holds, and how many ties among them."""

    id: str
    part: Part
    count: int
    inner: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """All shown ties between two items of an overview, whichever way they lead.

    `source` comes before `target` in the order of their ids; `kinds` counts the kinds of
    ties, the most frequent first.
    """

    source: str
    target: str
    count: int
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What is drawn: closed parts, single nodes of opened parts, and ties between any of them.

    `ties` are those between two single nodes, each by itself as in the plain picture.
    """

    closed: tuple[ClosedPart, ...]
    nodes: tuple[str, ...]
    bundles: tuple[Bundle, ...]
    ties: tuple[Tie, ...]


def overview(what: Shown, among: Iterable[Part], opened: Collection[str]) -> Overview:
    """Fold what is shown into its parts, all but those whose keys are opened.

    A part of which nothing is shown is left out. With all parts opened, nodes and ties are
    exactly those shown. The counts of closed parts, bundles and ties add up to all shown.
    """
    there = set(what.nodes)
    item_of: dict[str, str] = {}
    folded: list[tuple[Part, int]] = []
    for part in among:
        inside = [node for node in part.nodes if node in there]
        if inside and part.key not in opened:
            folded.append((part, len(inside)))
            item_of |= dict.fromkeys(inside, part.id)
    inner: Counter[str] = Counter()
    between: dict[tuple[str, str], Counter[str]] = {}
    single: list[Tie] = []
    for tie in what.ties:
        ends = item_of.get(tie.subject_id), item_of.get(tie.object_id)
        one, other = ends[0] or tie.subject_id, ends[1] or tie.object_id
        if ends == (None, None):
            single.append(tie)
        elif one == other:
            inner[one] += 1
        else:
            between.setdefault((min(one, other), max(one, other)), Counter())[tie.kind] += 1
    return Overview(
        tuple(ClosedPart(part.id, part, count, inner[part.id]) for part, count in folded),
        tuple(node for node in what.nodes if node not in item_of),
        tuple(_bundle(*ends, kinds) for ends, kinds in sorted(between.items())),
        tuple(single),
    )


def _bundle(source: str, target: str, kinds: Counter[str]) -> Bundle:
    ordered = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    return Bundle(source, target, kinds.total(), tuple(ordered))


@dataclass(frozen=True, slots=True)
class PartPlaces:
    """Where parts stand by their ids, and how many times larger than a node they are drawn."""

    at: Mapping[str, Point]
    scale: float


def part_places(
    nodes: Iterable[str], among: Sequence[Part], positions: Mapping[str, Point]
) -> PartPlaces:
    """Return places for the parts of some nodes: the middle of these, or the nearest free place.

    All of them get a place, opened or not, so that unfolding one moves no other. They are
    scaled to the picture, since one that shows thousands of nodes is seen from far away.
    """
    there = {node: positions[node] for node in nodes}
    middles: list[tuple[Part, int, Point]] = []
    for part in among:
        inside = [there[node] for node in part.nodes if node in there]
        if inside:
            x, y = (sum(place[axis] for place in inside) / len(inside) for axis in (0, 1))
            middles.append((part, len(inside), (x, y)))
    scale = _scale(there.values(), len(middles))
    places, at = Places(), dict[str, Point]()
    for part, _, (x, y) in sorted(middles, key=lambda each: (-each[1], each[0].key)):
        place = places.nearest((x / scale, y / scale))
        places.take(place)
        at[part.id] = (round(place[0] * scale, 1), round(place[1] * scale, 1))
    return PartPlaces(at, scale)


def _scale(places: Collection[Point], count: int) -> float:
    """Return how large parts may be so that all of them fill about a third of the picture."""
    if not places or not count:
        return 1.0
    width, height = (
        max(place[axis] for place in places) - min(place[axis] for place in places) + BOX[axis]
        for axis in (0, 1)
    )
    room = width * height / (count * BOX[0] * BOX[1] * _AIR * 2)
    return float(round(max(1.0, room**0.5), 2))
