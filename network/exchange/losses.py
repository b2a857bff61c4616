"""Counting what is left out, so that a hundred like losses are one line."""

from collections.abc import Mapping
from dataclasses import replace

from network.exchange.foreign import MAX_PLACES, Left, Loss
from network.exchange.unreadable import NOWHERE, Place


class Losses:
    """What was left out so far: of each kind and detail how often, and where."""

    def __init__(self) -> None:
        """Begin with nothing lost."""
        self._found: dict[tuple[Left, str], tuple[int, list[Place]]] = {}

    def add(self, code: Left, place: Place = NOWHERE, detail: str = "", count: int = 1) -> None:
        """Count something that is left out."""
        before, places = self._found.get((code, detail), (0, []))
        if len(places) < MAX_PLACES:
            places.append(place)
        self._found[code, detail] = (before + count, places)

    def all(self, heads: Mapping[str, str]) -> tuple[Loss, ...]:
        """Return them in the order in which they were met.

        `heads` says what the file itself calls columns.
        """
        return tuple(
            Loss(code, count, named[0], detail, named)
            for (code, detail), (count, places) in self._found.items()
            if (named := tuple(_named(place, heads) for place in places))
        )


def _named(place: Place, heads: Mapping[str, str]) -> Place:
    head = heads.get(place.column) or heads.get(place.column.removesuffix("_date"))
    return replace(place, column=head) if head else place
