"""What stands around a picture in an SVG: title, day and counts above, the legend below."""

import re
import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape

from network.places import Point
from network.scene import Item, Mark
from network.svg_symbols import outline, symbol_of

_IMPOSSIBLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARGIN: Final = 24.0
_COLUMN: Final = 510.0
"""Room of one entry of the legend, in pixels at 15 pixels height of letters."""
_LETTER: Final = 9.4
"""Room of one letter of the facts, on the safe side."""

MARK_LOOKS: Final[Mapping[Mark, str]] = {
    Mark.NEW: 'stroke="#007A5A" stroke-width="5"',
    Mark.ENDED: 'stroke="#B34700" stroke-width="4" stroke-dasharray="4 4"',
    Mark.CHANGED: 'stroke="#0072B2" stroke-width="5" stroke-dasharray="12 3"',
}


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a picture, in the reader's language.

    `families` are the words of the symbols, `marks` those of a comparison; `rules` explain
    the lines. `groups` are names by letter. `facts` stand below the title: day and counts,
    filters, source.
    """

    title: str
    facts: Sequence[str]
    language: str
    families: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[Mark, str] = field(default_factory=dict)
    rules: Sequence[str] = ()
    groups: Mapping[str, str] = field(default_factory=dict)


def plain(text: str) -> str:
    """Return text that is text in XML, wherever it stands."""
    return escape(_IMPOSSIBLE.sub("\ufffd", text), {'"': "&quot;", "'": "&#39;"})


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of drawing and its height."""

    drawn: str
    height: float


def head(caption: Caption, width: float) -> Part:
    """Return title and facts, broken into lines that fit the width."""
    if not caption.title:
        return Part("", 0.0)
    drawn, y = [], 34.0
    for line in textwrap.wrap(caption.title, max(12, int(width / 13))):
        drawn.append(_words((_MARGIN, y), line, 'font-size="22" font-weight="bold"'))
        y += 28
    y -= 4
    for fact in caption.facts:
        for line in textwrap.wrap(fact, _letters(width), break_on_hyphens=False):
            drawn.append(_words((_MARGIN, y), line, 'font-size="15"'))
            y += 20
    return Part("".join(drawn), y)


def foot(caption: Caption, items: Sequence[Item], width: float) -> Part:
    """Return the legend: each symbol by shape, word and number, in as many columns as fit."""
    counts = Counter(item.family for item in items)
    examples = {item.family: item for item in items if not item.color}
    examples |= {item.family: item for item in items if item.family not in examples}
    entries = [
        (_sample(examples[name]), f"{word} ({counts[name]})")
        for name, word in caption.families.items()
        if counts[name]
    ]
    present = {item.mark for item in items}
    entries += [(_marked(each), word) for each, word in caption.marks.items() if each in present]
    lettered = {item.letter: item for item in items if item.letter}
    members = Counter(item.letter for item in items)
    entries += [
        (_lettered(lettered[letter]), f"{name} ({members[letter]})")
        for letter, name in caption.groups.items()
        if letter in lettered
    ]
    if not entries and not caption.rules:
        return Part("", 0.0)
    columns = max(1, int(width / _COLUMN))
    drawn = [f'<path d="M{_MARGIN} 4H{width - _MARGIN:.1f}" stroke="#999999"/>']
    for place, (sample, word) in enumerate(entries):
        x, y = _MARGIN + 12 + _COLUMN * (place % columns), 30.0 + 28 * (place // columns)
        drawn.append(f'<g transform="translate({x:.1f} {y:.1f}) scale(0.6)">{sample}</g>')
        drawn.append(_words((x + 20, y + 5), word, 'font-size="15"'))
    y = 30.0 + 28 * -(-len(entries) // columns)
    for rule in caption.rules:
        for line in textwrap.wrap(rule, _letters(width)):
            drawn.append(_words((_MARGIN, y), line, 'font-size="14"'))
            y += 19
    return Part("".join(drawn), y + 10)


def _sample(item: Item) -> str:
    symbol = symbol_of(item)
    shape = outline(symbol.shape, (0.0, 0.0), 15)
    return f'<path d="{shape}" fill="{plain(symbol.color)}" stroke="#222222"/>'


def _marked(mark: Mark) -> str:
    return f'<path d="{outline("dot", (0.0, 0.0), 15)}" fill="#ffffff" {MARK_LOOKS[mark]}/>'


def _lettered(item: Item) -> str:
    """Return the sign of a group: its letter in a frame of its colour."""
    shape = outline("square", (0.0, 0.0), 15)
    return (
        f'<path d="{shape}" fill="#ffffff" stroke="{plain(item.rim)}" stroke-width="5"/>'
        f'<text y="8" font-size="22" font-weight="bold" text-anchor="middle" fill="#111111">'
        f"{plain(item.letter)}</text>"
    )


def _words(at: Point, text: str, look: str) -> str:
    return f'<text x="{at[0]:.1f}" y="{at[1]:.1f}" fill="#111111" {look}>{plain(text)}</text>'


def _letters(width: float) -> int:
    return max(20, int((width - 2 * _MARGIN) / _LETTER))
