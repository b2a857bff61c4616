"""Several proposals for one text at once: merged where they leave each other alone.

Nothing is guessed. Where two proposals want different things of one passage, the base stays and
both wordings are handed to a person.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from concept_review.diff import edits
from concept_review.words import sentences, tokens


@dataclass(frozen=True, slots=True)
class Conflict:
    """A passage of the base, characters `start` to `end`, for which rival wordings exist.

    `authors` names for each rival the places of the proposals that want it.
    """

    base: str
    rivals: tuple[str, ...]
    start: int
    end: int
    authors: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SharedSentence:
    """A sentence of the base in which edits were merged that no single author proposed together.

    Characters `start` to `end` of the base; places of the proposals that changed it.
    """

    start: int
    end: int
    authors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """The merged text, with the base wording wherever a conflict is open.

    `merged` holds the places of the proposals of which something is in the text.
    """

    text: str
    conflicts: tuple[Conflict, ...]
    warnings: tuple[SharedSentence, ...]
    merged: frozenset[int] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True, order=True)
class _Passage:
    """Tokens of the base and what shall stand in their place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Region:
    """Passages that overlap or touch, as characters of the base, with every wording wanted."""

    start: int
    end: int
    wordings: Mapping[str, frozenset[int]]


def compose(base: str, proposals: Sequence[str]) -> Composition:
    """Return what becomes of the base when all proposals are taken in together.

    Equal edits count once, edits apart from each other are merged, others are conflicts. The order
    of the proposals changes nothing but the places that `authors` names.
    """
    parts = tokens(base)
    regions = list(_regions(parts, _authored(parts, proposals)))
    settled = [area for area in regions if len(area.wordings) == 1]
    return Composition(
        text=_merged(base, regions),
        conflicts=tuple(_conflict(base, region) for region in regions if len(region.wordings) > 1),
        warnings=tuple(_shared(base, settled)),
        merged=frozenset().union(*(by for area in settled for by in area.wordings.values())),
    )


def _authored(parts: Sequence[str], proposals: Iterable[str]) -> dict[_Passage, set[int]]:
    found: dict[_Passage, set[int]] = {}
    for author, proposal in enumerate(proposals):
        new = tokens(proposal)
        for edit in edits(parts, new):
            text = "".join(new[edit.new_start : edit.new_end])
            found.setdefault(_Passage(edit.start, edit.end, text), set()).add(author)
    return found


def _regions(parts: Sequence[str], authored: Mapping[_Passage, set[int]]) -> Iterator[_Region]:
    places = [0, *accumulate(map(len, parts))]
    for group in _touching(sorted(authored)):
        start, end = group[0].start, max(passage.end for passage in group)
        wordings: dict[str, frozenset[int]] = {}
        for author in sorted(set().union(*(authored[passage] for passage in group))):
            own = [passage for passage in group if author in authored[passage]]
            wording = _wording(parts, start, end, own)
            wordings[wording] = wordings.get(wording, frozenset()) | {author}
        yield _Region(places[start], places[end], wordings)


def _touching(passages: Iterable[_Passage]) -> Iterator[list[_Passage]]:
    """Yield the passages in groups whose members overlap or have no token between them."""
    group: list[_Passage] = []
    end = 0
    for passage in passages:
        if group and passage.start > end:
            yield group
            group = []
        group.append(passage)
        end = max(end, passage.end)
    if group:
        yield group


def _wording(parts: Sequence[str], start: int, end: int, passages: Iterable[_Passage]) -> str:
    """Return the tokens from start to end with one author's passages in place."""
    pieces: list[str] = []
    for passage in passages:
        pieces += [*parts[start : passage.start], passage.text]
        start = passage.end
    return "".join([*pieces, *parts[start:end]])


def _merged(base: str, regions: Iterable[_Region]) -> str:
    pieces: list[str] = []
    at = 0
    for region in regions:
        if len(region.wordings) == 1:
            pieces += [base[at : region.start], *region.wordings]
            at = region.end
    return "".join([*pieces, base[at:]])


def _conflict(base: str, region: _Region) -> Conflict:
    rivals = sorted(region.wordings)
    return Conflict(
        base=base[region.start : region.end],
        rivals=tuple(rivals),
        start=region.start,
        end=region.end,
        authors=tuple(tuple(sorted(region.wordings[rival])) for rival in rivals),
    )


def _shared(base: str, merged: Sequence[_Region]) -> Iterator[SharedSentence]:
    starts, ends = [area.start for area in merged], [area.end for area in merged]
    for start, end in sentences(base):
        # What is inserted right before or after a sentence leaves it as it is.
        inside = merged[bisect_right(ends, start) : bisect_left(starts, end)]
        authors = [frozenset().union(*area.wordings.values()) for area in inside]
        if len(authors) > 1 and not frozenset.intersection(*authors):
            yield SharedSentence(start, end, tuple(sorted(frozenset().union(*authors))))
