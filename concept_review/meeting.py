"""Which two of several proposals for one text meet: in a passage, or only in a sentence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations

from concept_review.merge import Passage, authored_passages, regions_of, touching
from concept_review.words import sentences, tokens

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Meetings:
    """Pairs of places among the proposals, the lower one first.

    `rivals` cannot stand together; `neighbours` change the same sentence, each at a place of
    their own in it, whether or not they are rivals elsewhere.
    """

    rivals: frozenset[Pair]
    neighbours: frozenset[Pair]


def meetings(base: str, proposals: Sequence[str], *, of: int | None = None) -> Meetings:
    """Return which proposals meet, all of them or only those that meet the one at a place.

    Of three in one conflict not each two need be rivals: one may be what connects the others.
    """
    parts = tokens(base)
    authored = authored_passages(parts, proposals)
    return Meetings(
        rivals=frozenset(_rivals(parts, authored, of)),
        neighbours=frozenset(_neighbours(base, parts, authored, of)),
    )


def _rivals(
    parts: Sequence[str], authored: Mapping[Passage, set[int]], of: int | None
) -> Iterator[Pair]:
    for group in touching(sorted(authored)):
        involved = set().union(*(authored[passage] for passage in group))
        for pair in _pairs(involved, of):
            own = {passage: both for passage in group if (both := authored[passage] & {*pair})}
            if any(len(region.wordings) > 1 for region in regions_of(parts, own)):
                yield pair


def _neighbours(
    base: str, parts: Sequence[str], authored: Mapping[Passage, set[int]], of: int | None
) -> Iterator[Pair]:
    places = [0, *accumulate(map(len, parts))]
    for start, end in sentences(base):
        inside = [
            authors
            for passage, authors in authored.items()
            if start < places[passage.end] and places[passage.start] < end
        ]
        for one, other in _pairs(set().union(*inside), of):
            if not frozenset.intersection(
                *(frozenset(each & {one, other}) for each in inside if each & {one, other})
            ):
                yield one, other


def _pairs(places: Iterable[int], of: int | None) -> Iterator[Pair]:
    for one, other in combinations(sorted(places), 2):
        if of is None or of in (one, other):
            yield one, other
