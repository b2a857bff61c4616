"""The shapes of symbols as paths of SVG, the same as the browser draws them (vis-network)."""

import math
from collections.abc import Sequence
from typing import Final

from network.picture import SYMBOLS, Family, Symbol
from network.places import Point
from network.scene import Item, Sort

_LARGEST: Final = 40.0


def symbol_of(item: Item) -> Symbol:
    """Return shape and fill of an item; parts and hubs of unknown families get plain ones."""
    known = {str(each): symbol for each, symbol in SYMBOLS.items()}
    plain = Symbol("dot" if item.sort is Sort.PART else "square", "#DDDDDD")
    found = known.get(item.family, plain)
    return Symbol(found.shape, item.color or found.color)


def size_of(item: Item) -> float:
    """Return half the height of a symbol in pixels; parts grow with the root of their count."""
    if item.sort is not Sort.RECORD:
        return min(_LARGEST, 16 + 3 * math.sqrt(item.count))
    return 20.0 if item.family == Family.WORKING_GROUP else 15.0


def outline(shape: str, center: Point, size: float) -> str:
    """Return the closed path of a shape; a dot is made of two arcs, anything unknown is a dot."""
    x, y = center
    corners = _corners(shape, size)
    if corners:
        return polygon([(x + dx, y + dy) for dx, dy in corners])
    arc = f"a{size:g} {size:g} 0 1 0"
    return f"M{x - size:.1f} {y:.1f}{arc} {2 * size:g} 0{arc} {-2 * size:g} 0z"


def polygon(points: Sequence[Point]) -> str:
    """Return a closed path through points."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "z"


def _corners(shape: str, size: float) -> list[Point]:
    """Return the corners around the origin; the numbers are those of vis-network 9."""
    match shape:
        case "square" | "box":
            found = [(-size, -size), (size, -size), (size, size), (-size, size)]
        case "diamond":
            found = [(0, size), (size, 0), (0, -size), (-size, 0)]
        case "hexagon":
            turns = (each * math.pi / 3 for each in range(6))
            found = [(size * math.cos(turn), size * math.sin(turn)) for turn in turns]
        case "star":
            found = _star(size * 0.82)
        case "triangle" | "triangleDown":
            found = _triangle(size * 1.15, 1 if shape == "triangle" else -1)
        case _:
            found = []
    return found


def _triangle(radius: float, up: int) -> list[Point]:
    side = 2 * radius
    low = math.sqrt(3) / 6 * side
    high = math.sqrt(side * side - radius * radius) - low
    shift = 0.275 * radius
    return [
        (0, up * (shift - high)),
        (radius, up * (shift + low)),
        (-radius, up * (shift + low)),
    ]


def _star(radius: float) -> list[Point]:
    def corner(n: int) -> Point:
        reach = radius * (1.3 if n % 2 == 0 else 0.5)
        turn = n * math.pi / 5
        return reach * math.sin(turn), 0.1 * radius - reach * math.cos(turn)

    return [corner(n) for n in range(10)]
