"""A scene as the data that the browser draws: symbols, lines and options, no HTML."""

import json
import math
import textwrap
from collections import Counter
from hashlib import blake2b
from typing import Any

from network.drawn_line import bends, edge
from network.picture import SYMBOLS, Family, Wording
from network.scene import Item, Mark, Scene, Sort
from network.strokes import MARK_COLORS, SIGNS

MANY = 500
"""From so many symbols or lines on, only what is needed is drawn while the picture moves."""

_LONGEST = 30
"""Letters of a word in a label; longer ones would cover their neighbours."""


def drawing(scene: Scene, wording: Wording) -> dict[str, Any]:
    """Return nodes, edges and options for the drawing in the browser.

    pyvis builds the data; its HTML is never used, nor its `Network`, which walks through all
    nodes for every edge. Nodes and edges keep the order of the scene, so that a browser can
    be told places instead of ids.
    """
    from pyvis.edge import Edge  # noqa: PLC0415  (importing pyvis takes seconds)
    from pyvis.node import Node  # noqa: PLC0415

    nodes = [Node(item.id, **_node(item, wording)).options | _marked(item) for item in scene.items]
    bent = bends(scene.lines)
    edges = (
        Edge(each.subject_id, each.object_id, directed=True, **edge(each, bent[each.id], wording))
        for each in scene.lines
    )
    return {"nodes": nodes, "edges": [each.options for each in edges], "options": _options(scene)}


def scene_bytes(scene: Scene, wording: Wording) -> bytes:
    """Return the drawing as JSON that begins with its `rev`, a checksum of all the rest."""
    text = json.dumps(drawing(scene, wording), ensure_ascii=False, separators=(",", ":"))
    checksum = blake2b(text.encode(), digest_size=8).hexdigest()
    return f'{{"rev":"{checksum}",{text[1:]}'.encode()


def rev_of(drawn: bytes) -> str:
    """Return the checksum at the beginning of a drawing."""
    return drawn[8:24].decode()


def _node(item: Item, wording: Wording) -> dict[str, Any]:
    kind = item.kind
    if item.mark:
        kind = f"{kind}, {wording.signs.get(item.mark, item.mark)}"
    found: dict[str, Any] = {
        "label": _marked_label(item, wording),
        "title": f"{item.name}\n{kind}",
        "group": item.family,
        "sort": str(item.sort),
        "x": item.point[0],
        "y": item.point[1],
    }
    if item.sort is Sort.RECORD:
        found |= {"shape": SYMBOLS[Family(item.family)].shape, "size": _size(item)}
    else:
        found |= {"shape": "custom", "size": _size(item), "count": item.count}
        found["title"] += f"\n{wording.entries(item.count)}"
    if item.color:
        found["tint"] = item.color
    if item.letter:
        found["letter"] = item.letter
    return found


def _marked(item: Item) -> dict[str, Any]:
    """Return what a mark, or else a group, changes in the looks of a symbol."""
    if item.mark is None:
        color = {"background": _fill(item), "border": item.rim}
        return {"borderWidth": 3, "color": {**color, "highlight": color}} if item.rim else {}
    color = {"background": _fill(item), "border": MARK_COLORS[item.mark]}
    return {
        "mark": str(item.mark),
        "borderWidth": 3,
        "color": {**color, "highlight": color},
        "shapeProperties": {"borderDashes": [4, 3] if item.mark is Mark.ENDED else False},
    }


def _fill(item: Item) -> str:
    if item.sort is not Sort.RECORD:
        return item.color or "#FFFFFF"
    return SYMBOLS[Family(item.family)].color


def _size(item: Item) -> float:
    """Return half the height of a symbol in pixels; the area of a part grows with its count."""
    if item.sort is Sort.PART:
        return round(max(40.0, 29 * math.sqrt(item.count)), 1)
    if item.sort is Sort.HUB:
        return 16
    return 20 if item.family == "working_group" else 15


def _marked_label(item: Item, wording: Wording) -> str:
    found = label(item.short_name)
    if item.mark:
        found = f"{SIGNS[item.mark]} {found}"
    if item.sort is Sort.PART:
        return f"{found}\n({item.count})"
    if item.sort is Sort.HUB:
        return f"{found}\n({wording.signs.get('derived', 'derived')})"
    return found


def label(name: str) -> str:
    """Return a name in at most three short lines; what does not fit is marked as left out."""
    words = (word if len(word) <= _LONGEST else f"{word[: _LONGEST - 1]}…" for word in name.split())
    joined = " ".join(words).replace("e. V.", "e.\N{NO-BREAK SPACE}V.")
    lines = textwrap.wrap(joined, 17, max_lines=3, placeholder=" …", break_long_words=False)
    return "\n".join(lines).replace("\n…", " …")


def _options(scene: Scene) -> dict[str, Any]:
    """Return what holds for all symbols and lines; large pictures hide lines while they move."""
    large = max(len(scene.items), len(scene.lines)) >= MANY
    families = Counter(item.family for item in scene.items if item.sort is Sort.RECORD)
    return {
        "physics": False,
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": False,
            "tooltipDelay": 10_000,
            "keyboard": False,
            "navigationButtons": False,
            "hideEdgesOnDrag": large,
            "hideEdgesOnZoom": large,
            "multiselect": True,
        },
        "groups": {
            str(each): {"color": {"background": symbol.color, "border": "#222222"}}
            for each, symbol in SYMBOLS.items()
            if each in families
        },
        "nodes": {
            "borderWidth": 0.4 if large else 1,
            "borderWidthSelected": 3,
            "font": {"size": 0, "multi": False},
        },
        "edges": {
            "smooth": False,
            "color": {"color": "#767676", "highlight": "#222222"},
            "arrowStrikethrough": False,
            "selectionWidth": 1,
        },
    }
