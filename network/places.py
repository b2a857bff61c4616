"""Free places in the picture, found without looking at every node."""

import math
from collections.abc import Iterable

Point = tuple[float, float]

BOX = (140.0, 84.0)
"""The room in pixels that a symbol with its label under it takes: width, height."""
_STEP = 42.0
_GAP = BOX[0] * 1.2


class Places:
    """What is taken in a picture, filed by cells of the size of one box."""

    def __init__(self, taken: Iterable[Point] = ()) -> None:
        """Begin with the places that are taken already."""
        self._cells: dict[tuple[int, int], list[Point]] = {}
        self._tried: dict[Point, int] = {}
        for place in taken:
            self.take(place)

    def take(self, place: Point) -> None:
        """Note that somebody stands there."""
        cell = (math.floor(place[0] / BOX[0]), math.floor(place[1] / BOX[1]))
        self._cells.setdefault(cell, []).append(place)

    def free(self, x: float, y: float) -> bool:
        """Say whether the box around a point overlaps no other."""
        width, height = BOX
        column, row = math.floor(x / width), math.floor(y / height)
        cells = self._cells
        for near in (column, column - 1, column + 1):
            for level in (row, row - 1, row + 1):
                for other_x, other_y in cells.get((near, level), ()):
                    if abs(x - other_x) < width and abs(y - other_y) < height:
                        return False
        return True

    def nearest(self, anchor: Point) -> Point:
        """Walk outwards on a spiral of fixed steps until the node's box is free.

        Places never become free again, so a later walk from the same point begins where the
        last one ended.
        """
        step = self._tried.get(anchor, 0)
        while True:
            angle, distance = step * 2.4, _STEP * math.sqrt(step)
            x = anchor[0] + distance * math.cos(angle) * 1.6
            y = anchor[1] + distance * math.sin(angle)
            if self.free(x, y):
                self._tried[anchor] = step
                return round(x, 1), round(y, 1)
            step += 1


class LowestRow:
    """Where those without a tie wait: in rows below the picture, from left to right."""

    def __init__(self, taken: Iterable[tuple[Point, bool]]) -> None:
        """Begin with the places taken, and whether one without a tie stands there."""
        self._left, self._right = math.inf, -math.inf
        self._last: tuple[float, float, bool] = (-math.inf, -math.inf, False)
        for place, alone in taken:
            self.take(place, alone=alone)

    def take(self, place: Point, *, alone: bool) -> None:
        """Note that somebody stands there."""
        self._left = min(self._left, place[0])
        self._right = max(self._right, place[0])
        self._last = max(self._last, (place[1], place[0], alone))

    def next(self, places: Places) -> Point:
        """Return the place behind the last one who waits, or the first one of a new row."""
        lowest, last, alone = self._last
        beside = (round(last + _GAP, 1), lowest)
        widest = max(self._right, self._left + 4 * BOX[0])
        if alone and beside[0] <= widest and places.free(*beside):
            return beside
        return places.nearest((self._left, lowest + BOX[1]))
