"""Several proposals for one text at once: merged where they leave each other alone.

Nothing is guessed. Where two proposals want different things of one passage, the base stays and
both wordings are handed to a person.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from concept_review.passages import BaseText, Region
from concept_review.words import sentences


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
    """The merged text, with the base wording wherever a conflict is open."""

    text: str
    conflicts: tuple[Conflict, ...]
    warnings: tuple[SharedSentence, ...]


def compose(base: str, proposals: Sequence[str], *, prevailing: int | None = None) -> Composition:
    """Return what becomes of the base when all proposals are taken in together.

    Equal edits count once, edits apart from each other are merged, others are conflicts. The order
    of the proposals changes nothing but the places that `authors` names. The text says what the
    proposal at the place `prevailing` says wherever that is in conflict; it does not end it.
    """
    text = BaseText(base)
    regions = list(text.regions(text.authored(proposals)))
    return Composition(
        text=_merged(base, regions, prevailing),
        conflicts=tuple(_conflict(base, region) for region in regions if len(region.wordings) > 1),
        warnings=tuple(_shared(base, [area for area in regions if len(area.wordings) == 1])),
    )


def _merged(base: str, regions: Iterable[Region], prevailing: int | None) -> str:
    pieces: list[str] = []
    at = 0
    for region in regions:
        agreed = len(region.wordings) == 1
        for wording, authors in region.wordings.items():
            if agreed or prevailing in authors:
                pieces += [base[at : region.start], wording]
                at = region.end
    return "".join([*pieces, base[at:]])


def _conflict(base: str, region: Region) -> Conflict:
    rivals = sorted(region.wordings)
    return Conflict(
        base=base[region.start : region.end],
        rivals=tuple(rivals),
        start=region.start,
        end=region.end,
        authors=tuple(tuple(sorted(region.wordings[rival])) for rival in rivals),
    )


def _shared(base: str, merged: Sequence[Region]) -> Iterator[SharedSentence]:
    starts, ends = [area.start for area in merged], [area.end for area in merged]
    for start, end in sentences(base):
        # What is inserted right before or after a sentence leaves it as it is.
        inside = merged[bisect_right(ends, start) : bisect_left(starts, end)]
        authors = [frozenset().union(*area.wordings.values()) for area in inside]
        if len(authors) > 1 and not frozenset.intersection(*authors):
            yield SharedSentence(start, end, tuple(sorted(frozenset().union(*authors))))
