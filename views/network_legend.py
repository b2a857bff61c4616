"""The legend of the picture: each symbol by shape, colour, word and number."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from network.communities import COLORS
from network.parts import Part
from network.picture import SYMBOLS
from network.scene import Item, Scene, Sort
from network.strokes import SIGNS
from network.view import Shown
from views.kinds import FAMILIES, LINES, MARKS
from views.words import _, number_text


def shown_items(scene: Scene, members: Mapping[str, Sequence[str]], what: Shown) -> list[Item]:
    """Return the symbols of a scene behind which there is anybody shown."""
    nodes = frozenset(what.nodes)
    return [item for item in scene.items if not nodes.isdisjoint(members[item.id])]


def show(items: Sequence[Item], groups: Sequence[Part]) -> None:
    """Explain the symbols that are shown; shapes are drawn by our style sheet."""
    entries = "".join([*_families(items), *_signs(items), *_groups(items, groups)])
    lines = escape(_(LINES))
    name = escape(_("Legend"))
    st.html(f'<ul class="legend" aria-label="{name}">{entries}</ul><p class="lines">{lines}</p>')


def _families(items: Sequence[Item]) -> list[str]:
    counts = Counter(item.family for item in items if item.sort is Sort.RECORD)
    return [
        _entry(SYMBOLS[each].shape, "", _(word), counts[each])
        for each, word in FAMILIES.items()
        if counts[each]
    ]


def _signs(items: Sequence[Item]) -> list[str]:
    """Explain parts of an overview, hubs, and the marks of a comparison."""
    parts = sum(item.sort is Sort.PART for item in items)
    found = [_entry("part", "", _("Part of the overview"), parts)] if parts else []
    hubs = Counter(item.kind for item in items if item.sort is Sort.HUB)
    found += [_entry("hub", "", kind, count) for kind, count in hubs.items()]
    marks = Counter(item.mark for item in items)
    return found + [
        _entry(f"mark {each}", SIGNS[each], _(word), marks[each])
        for each, word in MARKS.items()
        if marks[each]
    ]


def _groups(items: Sequence[Item], groups: Sequence[Part]) -> list[str]:
    counts = Counter(item.letter for item in items)
    return [
        _entry(f"group rim{COLORS.index(each.color)}", each.mark, each.name, counts[each.mark])
        for each in groups
        if counts[each.mark]
    ]


def _entry(looks: str, sign: str, word: str, count: int) -> str:
    symbol = f'<span class="symbol {looks}" aria-hidden="true">{escape(sign)}</span>'
    return f"<li>{symbol}{escape(word)} ({number_text(count)})</li>"
