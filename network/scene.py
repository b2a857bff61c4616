"""What is drawn: symbols and lines as plain values, the same for browser, SVG and test."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from network.graph import Graph, records, ties
from network.parts import Part
from network.picture import Wording, family, kind_of, name_of, short_name_of
from network.places import Point


class Mark(StrEnum):
    """What a comparison of two days says of a node or tie."""

    NEW = "new"
    ENDED = "ended"
    CHANGED = "changed"


class Sort(StrEnum):
    """What a symbol stands for."""

    RECORD = "record"
    """An organisation or a post; its id is the record's."""
    PART = "part"
    """A part of an overview that can be unfolded; its id is `part:` and the part's key."""
    HUB = "hub"
    """A topic, area or target group that connects: derived, never stored; id `hub:…`."""


@dataclass(frozen=True, slots=True)
class Item:
    """One symbol: what it stands for, its name, and where it stands in pixels.

    `family` chooses the shape (see `network.picture.SYMBOLS`); `count` is how many records a
    part or hub stands for. `letter` and `rim`, a colour, are those of its group.
    """

    id: str
    sort: Sort
    name: str
    short_name: str
    kind: str
    family: str
    point: Point
    count: int = 1
    mark: Mark | None = None
    color: str = ""
    letter: str = ""
    rim: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line between two symbols; `count` is how many ties it stands for.

    `derived` lines come from a shared topic, area or target group and are no ties.
    """

    id: str
    subject_id: str
    object_id: str
    kind: str
    name: str
    mutual: bool = False
    derived: bool = False
    undated: bool = False
    confirmation: str = ""
    count: int = 1
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """All symbols and lines of a picture, in a fixed order."""

    items: tuple[Item, ...]
    lines: tuple[Line, ...]


def plain_scene(
    graph: Graph,
    positions: Mapping[str, Point],
    wording: Wording,
    marks: Mapping[str, Mark] | None = None,
) -> Scene:
    """Return one symbol for each record and one line for each tie, in the order of the graph."""
    marked = marks or {}
    items = (
        Item(
            id=node,
            sort=Sort.RECORD,
            name=name_of(record),
            short_name=short_name_of(record),
            kind=wording.kinds[kind_of(record)],
            family=family(record),
            point=positions[node],
            mark=marked.get(node),
        )
        for node, record in records(graph).items()
    )
    lines = (
        Line(
            id=tie.id,
            subject_id=tie.subject_id,
            object_id=tie.object_id,
            kind=tie.kind,
            name=tie.label or wording.ties[tie.kind],
            mutual=tie.mutual,
            undated=tie.undated,
            confirmation=tie.confirmation,
            mark=marked.get(tie.id),
        )
        for tie in ties(graph)
    )
    return Scene(tuple(items), tuple(lines))


def with_groups(scene: Scene, groups: Iterable[Part]) -> Scene:
    """Return a scene whose records bear letter and colour of their group, and say its name."""
    group_of = {node: group for group in groups for node in group.nodes}
    return Scene(
        tuple(
            replace(
                item,
                kind=f"{item.kind}, {group_of[item.id].name}",
                letter=group_of[item.id].mark,
                rim=group_of[item.id].color,
            )
            if item.id in group_of
            else item
            for item in scene.items
        ),
        scene.lines,
    )


def moved(scene: Scene, places: Mapping[str, Point]) -> Scene:
    """Return a scene whose symbols stand where somebody put them; the others stay."""
    items = (
        replace(item, point=places[item.id]) if item.id in places else item for item in scene.items
    )
    return Scene(tuple(items), scene.lines)
