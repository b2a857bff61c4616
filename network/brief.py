"""The brief of an organisation, post or group: what fits one page, as plain words."""

from dataclasses import dataclass, replace

import networkx as nx

from network.graph import Graph, TieKind, records, ties_of
from network.organization import Organization


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with items below it; what does not fit is told by `more`, filled with a number."""

    heading: str
    items: tuple[str, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """All words of the page, in the reader's language; `picture` is an SVG or nothing.

    `more` has a place `{n}` for how many items were left out.
    """

    title: str
    kind: str
    day: str
    facts: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]
    blocks: tuple[Block, ...]
    picture: str
    picture_words: str
    source: str
    language: str
    more: str


@dataclass(frozen=True, slots=True)
class Room:
    """How much of a brief is shown: items of a block, letters of a fact, millimetres of picture."""

    items: int
    letters: int
    picture: int


ROOMS: tuple[Room, ...] = (
    Room(14, 700, 85),
    Room(10, 500, 75),
    Room(7, 350, 65),
    Room(5, 220, 55),
    Room(3, 140, 45),
    Room(2, 90, 0),
    Room(1, 40, 0),
)
"""From much to little; the first that fits one page is taken."""


def shortened(brief: Brief, room: Room) -> Brief:
    """Return a brief that shows no more than there is room for, and says what it leaves out."""
    return replace(
        brief,
        title=cut(brief.title, max(room.letters, 120)),
        facts=tuple((label, cut(text, room.letters)) for label, text in brief.facts),
        sentences=tuple(cut(each, max(room.letters, 160)) for each in brief.sentences),
        blocks=tuple(_few(each, room) for each in brief.blocks),
        picture=brief.picture if room.picture else "",
    )


def cut(text: str, most: int) -> str:
    """Return a text of at most so many letters, cut between words, with a sign where it was cut."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head = line[: most - 1].rpartition(" ")[0] or line[: most - 1]
    return f"{head.rstrip(' ,;.')} …"


def _few(block: Block, room: Room) -> Block:
    items = tuple(cut(each, max(60, room.letters // 2)) for each in block.items[: room.items])
    return replace(block, items=items, left_out=len(block.items) - len(items))


def members(graph: Graph, group: str) -> list[str]:
    """Return who takes part in a group, in the order of the graph."""
    taking_part = {
        tie.subject_id
        for tie in ties_of(graph, group)
        if tie.kind == TieKind.MEMBER_OF and tie.object_id == group
    }
    return [node for node in graph if node in taking_part]


def common_members(graph: Graph, group: str) -> dict[str, list[str]]:
    """Return for every other group who takes part in both; the most in common come first."""
    own = set(members(graph, group))
    found = {
        other: both
        for other, record in records(graph).items()
        if other != group
        and isinstance(record, Organization)
        and (both := [node for node in members(graph, other) if node in own])
    }
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


def cut_off_without(graph: Graph, node: str) -> list[list[str]]:
    """Return the parts into which the component of a node falls without it; [] where it holds.

    Ties count in both directions; the largest part comes first.
    """
    plain: nx.Graph[str] = nx.Graph(graph.to_undirected(as_view=True))
    around = nx.node_connected_component(plain, node) - {node}
    parts = [sorted(part) for part in nx.connected_components(plain.subgraph(around))]
    return sorted(parts, key=lambda part: (-len(part), part)) if len(parts) > 1 else []
