"""A scene as an SVG file: to print, to keep, to put into a paper. No script, nothing from outside.

Everything that somebody wrote is escaped text; what XML cannot hold becomes a replacement sign.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from network.scene import Item, Scene, Sort
from network.svg_frame import MARK_LOOKS, Caption, foot, head, plain
from network.svg_lines import line_parts
from network.svg_symbols import outline, size_of, symbol_of

FONTS: Final = "Arial, 'Liberation Sans', 'DejaVu Sans', 'Libertinus Serif', sans-serif"
_MARGIN: Final = 24.0
_LEAST_WIDTH: Final = 720.0
_LABEL_WIDTH: Final = 17
_LONGEST_WORD: Final = 30
_LETTER: Final = 8.6
"""How wide a letter of a label is on average, in pixels at 16 pixels height."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What of a scene is shown and how, as places in its items; `path` as places in its lines.

    None as `visible` shows all.
    """

    visible: frozenset[int] | None = None
    lines: frozenset[int] | None = None
    faded: frozenset[int] = frozenset()
    chosen: frozenset[int] = frozenset()
    path: frozenset[int] = frozenset()


def svg(scene: Scene, emphasis: Emphasis, caption: Caption) -> str:
    """Return the picture as one SVG document with its legend.

    One unit is one pixel of the map. Each symbol bears its whole name as `title`; the label
    under it is cut to three lines.
    """
    places = [
        place
        for place in range(len(scene.items))
        if emphasis.visible is None or place in emphasis.visible
    ]
    items = [scene.items[place] for place in places]
    left, top, right, bottom = _bounds(items)
    width = max(right - left, _LEAST_WIDTH)
    left -= (width - (right - left)) / 2
    scale = max(1.0, width / 1100)
    above = head(caption, width / scale)
    below = foot(caption, items, width / scale)
    height = (above.height + below.height) * scale + bottom - top
    shift = top - above.height * scale
    middle = "".join(
        [
            *line_parts(scene, emphasis.lines, set(places), emphasis.faded, emphasis.path, plain),
            *(_symbol(scene.items[n], n in emphasis.chosen, caption, n in emphasis.faded)
              for n in places),
        ]
    )  # fmt: skip
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}"'
        f' viewBox="{left:.1f} {shift:.1f} {width:.1f} {height:.1f}" role="img"'
        f' aria-labelledby="title desc" xml:lang="{plain(caption.language)}"'
        f' font-family="{FONTS}">'
        f'<title id="title">{plain(caption.title)}</title>'
        f'<desc id="desc">{plain(" ".join(caption.facts))}</desc>'
        f'<rect x="{left:.1f}" y="{shift:.1f}" width="{width:.1f}" height="{height:.1f}"'
        ' fill="#ffffff"/>'
        f'<g transform="translate({left:.1f} {shift:.1f}) scale({scale:.3f})">{above.drawn}</g>'
        f"{middle}"
        f'<g transform="translate({left:.1f} {bottom:.1f}) scale({scale:.3f})">{below.drawn}</g>'
        "</svg>"
    )


def label_lines(name: str) -> list[str]:
    """Return a name in at most three short lines, as the map in the browser does."""
    words = (
        word if len(word) <= _LONGEST_WORD else f"{word[: _LONGEST_WORD - 1]}…"
        for word in name.split()
    )
    joined = " ".join(words).replace("e. V.", "e.\N{NO-BREAK SPACE}V.")
    return textwrap.wrap(
        joined, _LABEL_WIDTH, max_lines=3, placeholder=" …", break_long_words=False
    )


def _bounds(items: Sequence[Item]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of symbols with their labels and a margin."""
    if not items:
        return 0.0, 0.0, 0.0, 0.0
    reach = [max(30.0, _LETTER / 2 * _widest(item)) for item in items]
    lows = [
        item.point[1] + size_of(item) + 20 * (len(label_lines(item.short_name)) + 1)
        for item in items
    ]
    return (
        min(item.point[0] - each for item, each in zip(items, reach, strict=True)) - _MARGIN,
        min(item.point[1] - size_of(item) for item in items) - _MARGIN,
        max(item.point[0] + each for item, each in zip(items, reach, strict=True)) + _MARGIN,
        max(lows) + _MARGIN / 2,
    )


def _widest(item: Item) -> int:
    return max((len(line) for line in label_lines(item.short_name)), default=0)


def _symbol(item: Item, is_chosen: bool, caption: Caption, is_faded: bool) -> str:
    symbol, size = symbol_of(item), size_of(item)
    x, y = item.point
    rim = f'stroke="{plain(item.rim or "#222222")}" stroke-width="{4 if item.rim else 1}"'
    look = MARK_LOOKS[item.mark] if item.mark else rim
    low = y + size + (24 if is_chosen else 17)
    ring = outline("dot", item.point, size + 7) if is_chosen else ""
    lines = label_lines(item.short_name)
    if item.mark and item.mark in caption.marks:
        lines = [*lines, f"({caption.marks[item.mark]})"]
    label = "".join(
        f'<tspan x="{x:.1f}" dy="{0 if place == 0 else 19}">{plain(line)}</tspan>'
        for place, line in enumerate(lines)
    )
    opacity = ' opacity="0.25"' if is_faded else ""
    derived = ' stroke-dasharray="3 3"' if item.sort is Sort.HUB and not item.mark else ""
    return (
        f"<g{opacity}>"
        f"<title>{plain(f'{item.name} ({item.kind})' if item.kind else item.name)}</title>"
        + (f'<path d="{ring}" fill="none" stroke="#000000" stroke-width="3"/>' if ring else "")
        + f'<path d="{outline(symbol.shape, (x, y), size)}" fill="{plain(symbol.color)}"'
        f" {look}{derived}/>"
        + (_count(item) if item.sort is Sort.PART else _letter(item))
        + f'<text x="{x:.1f}" y="{low:.1f}" font-size="16" text-anchor="middle"'
        ' fill="#111111" stroke="#ffffff" stroke-width="3" stroke-linejoin="round"'
        f' paint-order="stroke" aria-hidden="true">{label}</text></g>'
    )


def _count(item: Item) -> str:
    x, y = item.point
    return (
        f'<text x="{x:.1f}" y="{y + 5:.1f}" font-size="15" font-weight="bold"'
        f' text-anchor="middle" fill="#111111">{item.count}</text>'
    )


def _letter(item: Item) -> str:
    """Return the letter of a record's group, at the upper right of its symbol."""
    if not item.letter:
        return ""
    x, y, size = *item.point, size_of(item)
    return (
        f'<text x="{x + size + 4:.1f}" y="{y - size + 4:.1f}" font-size="15" font-weight="bold"'
        ' fill="#111111" stroke="#ffffff" stroke-width="3" paint-order="stroke"'
        f' aria-hidden="true">{plain(item.letter)}</text>'
    )
