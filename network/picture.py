"""The picture of a graph: symbols, lines and legend as plain data, no HTML."""

import json
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from network.graph import Graph, Tie, TieKind, records, ties
from network.layout import Point
from network.organization import Classification, Organization, Post


class Family(StrEnum):
    """What the symbol of a node says; finer kinds stand in its label and in the table."""

    ADMINISTRATION = "administration"
    BODY = "body"
    WORKING_GROUP = "working_group"
    POST = "post"
    PROVIDER = "provider"
    INITIATIVE = "initiative"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Symbol:
    """Shape and fill of a family; the shape alone tells them apart."""

    shape: str
    color: str


SYMBOLS: Mapping[Family, Symbol] = {
    Family.ADMINISTRATION: Symbol("square", "#0072B2"),
    Family.BODY: Symbol("hexagon", "#56B4E9"),
    Family.WORKING_GROUP: Symbol("star", "#D55E00"),
    Family.POST: Symbol("diamond", "#F0E442"),
    Family.PROVIDER: Symbol("dot", "#009E73"),
    Family.INITIATIVE: Symbol("triangle", "#CC79A7"),
    Family.OTHER: Symbol("triangleDown", "#999999"),
}
"""The palette is that of Okabe and Ito (2008)."""

_FAMILY_OF: Mapping[Classification, Family] = {
    Classification.DIVISION: Family.ADMINISTRATION,
    Classification.DEPARTMENT: Family.ADMINISTRATION,
    Classification.OFFICE: Family.ADMINISTRATION,
    Classification.AUTHORITY: Family.ADMINISTRATION,
    Classification.MUNICIPAL_COMPANY: Family.ADMINISTRATION,
    Classification.BODY: Family.BODY,
    Classification.COUNCIL: Family.BODY,
    Classification.ADVISORY_BOARD: Family.BODY,
    Classification.WORKING_GROUP: Family.WORKING_GROUP,
    Classification.INDEPENDENT_PROVIDER: Family.PROVIDER,
    Classification.ASSOCIATION: Family.PROVIDER,
    Classification.MIGRANT_ORGANIZATION: Family.PROVIDER,
    Classification.INITIATIVE: Family.INITIATIVE,
    Classification.ALLIANCE: Family.INITIATIVE,
    Classification.PROJECT: Family.OTHER,
    Classification.OTHER: Family.OTHER,
}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the reader's language that a picture needs."""

    kinds: Mapping[str, str]
    ties: Mapping[str, str]


def family(record: Organization | Post) -> Family:
    """Return the family whose symbol a record gets."""
    return Family.POST if isinstance(record, Post) else _FAMILY_OF[record.classification]


def kind_of(record: Organization | Post) -> str:
    """Return the classification of an organisation, or `post`."""
    return "post" if isinstance(record, Post) else str(record.classification)


def name_of(record: Organization | Post) -> str:
    """Return the name by which people call a record."""
    return record.label if isinstance(record, Post) else record.name


def short_name_of(record: Organization | Post) -> str:
    """Return the short name where there is one, else the name."""
    return name_of(record) if isinstance(record, Post) else record.short_name or record.name


def picture(graph: Graph, positions: Mapping[str, Point], wording: Wording) -> dict[str, Any]:
    """Return nodes, edges and options for the drawing in the browser.

    pyvis builds the data; its HTML is never used, nor its `Network`, which walks through all
    nodes for every edge. Nodes and edges keep the order of the graph, so that a browser can
    be told indices instead of ids.
    """
    from pyvis.edge import Edge  # noqa: PLC0415  (importing pyvis takes seconds)
    from pyvis.node import Node  # noqa: PLC0415

    nodes = (
        Node(node, **_node(record, positions[node], wording))
        for node, record in records(graph).items()
    )
    edges = (
        Edge(tie.subject_id, tie.object_id, directed=True, **_edge(tie, wording))
        for tie in ties(graph)
    )
    return {
        "nodes": [node.options for node in nodes],
        "edges": [edge.options for edge in edges],
        "options": _OPTIONS,
    }


def picture_bytes(graph: Graph, positions: Mapping[str, Point], wording: Wording) -> bytes:
    """Return the picture as JSON, made once for each version of the network."""
    drawn = picture(graph, positions, wording)
    return json.dumps(drawn, ensure_ascii=False, separators=(",", ":")).encode()


def _node(record: Organization | Post, point: Point, wording: Wording) -> dict[str, Any]:
    symbol = SYMBOLS[family(record)]
    return {
        "label": _label(short_name_of(record)),
        "title": f"{name_of(record)}\n{wording.kinds[kind_of(record)]}",
        "shape": symbol.shape,
        "color": {
            "background": symbol.color,
            "border": "#222222",
            "highlight": {"background": symbol.color, "border": "#000000"},
        },
        "size": 20 if family(record) is Family.WORKING_GROUP else 15,
        "x": point[0],
        "y": point[1],
    }


_LONGEST = 30
"""Letters of a word in a label; longer ones would cover their neighbours."""


def _label(name: str) -> str:
    """Return a name in at most three short lines; what does not fit is marked as left out."""
    words = (word if len(word) <= _LONGEST else f"{word[: _LONGEST - 1]}…" for word in name.split())
    lines = textwrap.wrap(
        " ".join(words), 17, max_lines=3, placeholder=" …", break_long_words=False
    )
    return "\n".join(lines)


def _edge(tie: Tie, wording: Wording) -> dict[str, Any]:
    title = wording.ties[tie.kind]
    return {
        "id": tie.id,
        "title": title,
        "arrows": "" if tie.mutual else "to",
        "dashes": tie.kind in (TieKind.MEMBER_OF, TieKind.SUCCESSOR_OF),
        "width": 1.0 if tie.kind in (TieKind.PART_OF, TieKind.POST_OF) else 2.0,
    }


_OPTIONS: Mapping[str, Any] = {
    "physics": False,
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "tooltipDelay": 150,
        "keyboard": False,
        "navigationButtons": False,
        "hideEdgesOnDrag": True,
        "multiselect": False,
    },
    "nodes": {"borderWidth": 1, "borderWidthSelected": 4, "font": {"size": 16, "vadjust": -3}},
    "edges": {
        "smooth": False,
        "color": {"color": "#767676", "highlight": "#222222", "hover": "#222222"},
        "arrowStrikethrough": False,
        "selectionWidth": 2,
    },
}
