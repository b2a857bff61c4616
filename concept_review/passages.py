"""What several proposals put in the place of which words of one text, and where they meet."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from concept_review.diff import edits
from concept_review.words import tokens, units


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Tokens `start` to `end` of the base and what shall stand in their place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Region:
    """Passages that meet, as characters of the base, with every wording wanted and by whom."""

    start: int
    end: int
    wordings: Mapping[str, frozenset[int]]


class BaseText:
    """A text that proposals change; `places` are its tokens' first characters, and its end."""

    def __init__(self, text: str) -> None:
        """Divide the text into tokens and units."""
        self._tokens = tokens(text)
        self.places = [0, *accumulate(map(len, self._tokens))]
        spans = list(units(text))
        # The first token of each unit, and the one behind it.
        self._unit_starts = [bisect_right(self.places, start) - 1 for start, _ in spans]
        self._unit_ends = [bisect_left(self.places, end) for _, end in spans]

    def authored(self, proposals: Iterable[str]) -> dict[Passage, set[int]]:
        """Return what the proposals change, and the places of those that do."""
        found: dict[Passage, set[int]] = {}
        for author, proposal in enumerate(proposals):
            new = tokens(proposal)
            for edit in edits(self._tokens, new):
                text = "".join(new[edit.new_start : edit.new_end])
                found.setdefault(Passage(edit.start, edit.end, text), set()).add(author)
        return found

    def regions(self, authored: Mapping[Passage, set[int]]) -> Iterator[Region]:
        """Yield the passages that meet as one region each, in the order of the text."""
        for group in self.touching(authored):
            start, end = group[0].start, max(passage.end for passage in group)
            wordings: dict[str, frozenset[int]] = {}
            for author in sorted(set().union(*(authored[passage] for passage in group))):
                own = [passage for passage in group if author in authored[passage]]
                wording = self._wording(start, end, own)
                wordings[wording] = wordings.get(wording, frozenset()) | {author}
            yield Region(self.places[start], self.places[end], wordings)

    def touching(self, passages: Iterable[Passage]) -> Iterator[list[Passage]]:
        """Yield the passages in groups: overlapping, without a token between, or in one unit."""
        group: list[Passage] = []
        end = end_of_unit = 0
        for passage in sorted(passages):
            unit_start, unit_end = self._units_in(passage)
            if group and passage.start > end and unit_start >= end_of_unit:
                yield group
                group = []
            group.append(passage)
            end = max(end, passage.end)
            end_of_unit = max(end_of_unit, unit_end)
        if group:
            yield group

    def _units_in(self, passage: Passage) -> tuple[int, int]:
        """Return from where to where the units reach into which a passage does, in tokens."""
        first = bisect_right(self._unit_ends, passage.start)
        last = bisect_left(self._unit_starts, passage.end)
        if first >= last:
            return passage.end, passage.start
        return self._unit_starts[first], self._unit_ends[last - 1]

    def _wording(self, start: int, end: int, passages: Iterable[Passage]) -> str:
        """Return the tokens from start to end with one author's passages in place."""
        pieces: list[str] = []
        for passage in passages:
            pieces += [*self._tokens[start : passage.start], passage.text]
            start = passage.end
        return "".join([*pieces, *self._tokens[start:end]])
