"""Where sections stand, seen from the sections around them that are already matched."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from concept_review.part import Side


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the matched sections say about the place of the others; `partners` maps old to new."""

    old: Side
    new: Side
    partners: Mapping[int, int]

    def same_parent(self, old: int, new: int) -> bool:
        """Whether the sections above are matched, or both stand at the top."""
        above, now = self.old.parents[old], self.new.parents[new]
        if above is None or now is None:
            return above is now
        return self.partners.get(above) == now

    def same_children(self, old: int, new: int) -> float:
        """Return the share of matched sections among those below and one more, 0 to 1.

        One is taken to be missing, since a single section in common proves little.
        """
        below, now = self.old.children[old], self.new.children[new]
        matched = sum(self.partners.get(child) in now for child in below)
        return matched / (max(len(below), len(now)) + 1)

    def nearness(self, old: int, new: int) -> float:
        """Return how much the sections above, before, after and below agree, 0 to 1."""
        before = self._same(old - 1, new - 1)
        after = self._same(old + 1, new + 1)
        agreed = 2.0 * self.same_parent(old, new) + before + after
        if not (self.old.children[old] or self.new.children[new]):
            return agreed / 4
        return (agreed + 2 * self.same_children(old, new)) / 6

    def _same(self, old: int, new: int) -> bool:
        """Whether both are matched with each other, or both lie beyond the same end."""
        if old < 0 or new < 0:
            return old == new
        if old >= len(self.old) or new >= len(self.new):
            return old >= len(self.old) and new >= len(self.new)
        return self.partners.get(old) == new


def in_order(places: Sequence[int]) -> set[int]:
    """Return a longest rising row among the places (patience sorting)."""
    tops: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        pile = bisect_left(tops, place)
        before[place] = tops[pile - 1] if pile else None
        tops[pile : pile + 1] = [place]
    row: set[int] = set()
    here = tops[-1] if tops else None
    while here is not None:
        row.add(here)
        here = before[here]
    return row


def standing(old: Side, new: Side, pairs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the pairs that stand where they stood: same parent, number and order."""
    known = set(pairs)
    siblings: dict[tuple[int | None, int | None], list[tuple[int, int]]] = {}
    for left, right in sorted(known):
        above = old.parents[left], new.parents[right]
        if above == (None, None) or above in known:
            siblings.setdefault(above, []).append((left, right))
    kept: set[tuple[int, int]] = set()
    for row in siblings.values():
        rising = in_order([right for _, right in row])
        kept |= {pair for pair in row if pair[1] in rising}
    return {pair for pair in kept if old.numbers[pair[0]] == new.numbers[pair[1]]}
