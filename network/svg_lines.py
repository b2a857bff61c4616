"""Lines between symbols as parts of an SVG: arrows, dashes, width, and what a comparison says."""

import math
from collections.abc import Callable, Collection, Iterator

from network.places import Point
from network.scene import Item, Line, Scene
from network.strokes import MARK_COLORS, SIGNS, dashes_of, is_disputed, width_of
from network.svg_symbols import polygon, size_of


def line_parts(
    scene: Scene,
    shown: Collection[int] | None,
    visible: Collection[int],
    faded: Collection[int],
    path: Collection[int],
    plain: Callable[[str], str],
) -> Iterator[str]:
    """Yield the lines between visible symbols; `shown` are the places of lines, None for all."""
    ends = {item.id: place for place, item in enumerate(scene.items)}
    for place, line in enumerate(scene.lines):
        here = (ends.get(line.subject_id), ends.get(line.object_id))
        drawn = shown is None or place in shown
        if drawn and here[0] in visible and here[1] in visible:
            pale = any(each in faded for each in here)
            a, b = (scene.items[each] for each in here if each is not None)
            yield _line(line, a, b, plain, bold=place in path, pale=pale)


def _line(
    line: Line, a: Item, b: Item, plain: Callable[[str], str], *, bold: bool, pale: bool
) -> str:
    start, end = _between(a, b)
    color = MARK_COLORS[line.mark] if line.mark else "#111111" if bold else "#767676"
    sign = SIGNS[line.mark] if line.mark else "×" if is_disputed(line) else ""
    width = width_of(line) + (2.5 if bold else 0)
    title = plain(f"{a.name} – {line.name} – {b.name}")
    parts = [
        f'<path d="M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}" fill="none"'
        f' stroke="{color}" stroke-width="{width:g}"{_dashes(line)}/>'
    ]
    if not line.mutual and not line.derived:
        parts.append(f'<path d="{_arrow(start, end, width)}" fill="{color}"/>')
    if sign or line.count > 1:
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        parts.append(_sign(middle, sign or str(line.count), color))
    opacity = ' opacity="0.2"' if pale else ""
    return f"<g{opacity}><title>{title}</title>{''.join(parts)}</g>"


def _dashes(line: Line) -> str:
    pattern = " ".join(str(each) for each in dashes_of(line))
    return f' stroke-dasharray="{pattern}"' if pattern else ""


def _between(a: Item, b: Item) -> tuple[Point, Point]:
    """Return where a line leaves one symbol and meets the other; a loop stays at its symbol."""
    (ax, ay), (bx, by) = a.point, b.point
    far = math.hypot(bx - ax, by - ay)
    if far <= size_of(a) + size_of(b) + 6:
        return a.point, b.point
    dx, dy = (bx - ax) / far, (by - ay) / far
    near, end = size_of(a) + 2, size_of(b) + 3
    return (ax + dx * near, ay + dy * near), (bx - dx * end, by - dy * end)


def _arrow(start: Point, end: Point, width: float) -> str:
    far = math.hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    dx, dy = (end[0] - start[0]) / far, (end[1] - start[1]) / far
    long, broad = 9 + 1.5 * width, 4 + 0.8 * width
    back = (end[0] - dx * long, end[1] - dy * long)
    return polygon(
        [
            end,
            (back[0] - dy * broad, back[1] + dx * broad),
            (back[0] + dy * broad, back[1] - dx * broad),
        ]
    )


def _sign(at: Point, sign: str, color: str) -> str:
    return (
        f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="10" fill="#ffffff" stroke="{color}"/>'
        f'<text x="{at[0]:.1f}" y="{at[1] + 5:.1f}" font-size="15" font-weight="bold"'
        f' text-anchor="middle" fill="{color}">{sign}</text>'
    )
