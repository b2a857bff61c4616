"""Which two of several proposals for one text meet: in a passage, or only in a sentence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from concept_review.passages import BaseText, Passage
from concept_review.words import sentences

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
    text = BaseText(base)
    authored = text.authored(proposals)
    return Meetings(
        rivals=frozenset(_rivals(text, authored, of)),
        neighbours=frozenset(_neighbours(base, text, authored, of)),
    )


def _rivals(text: BaseText, authored: Mapping[Passage, set[int]], of: int | None) -> Iterator[Pair]:
    for group in text.touching(authored):
        involved = set().union(*(authored[passage] for passage in group))
        for pair in _pairs(involved, of):
            own = {passage: both for passage in group if (both := authored[passage] & {*pair})}
            if any(len(region.wordings) > 1 for region in text.regions(own)):
                yield pair


def _neighbours(
    base: str, text: BaseText, authored: Mapping[Passage, set[int]], of: int | None
) -> Iterator[Pair]:
    for start, end in sentences(base):
        inside = [
            authors
            for passage, authors in authored.items()
            if start < text.places[passage.end] and text.places[passage.start] < end
        ]
        for pair in _pairs(set().union(*inside), of):
            shares = [frozenset(both) for each in inside if (both := each & {*pair})]
            if not frozenset.intersection(*shares):
                yield pair


def _pairs(places: Iterable[int], of: int | None) -> Iterator[Pair]:
    for one, other in combinations(sorted(places), 2):
        if of is None or of in (one, other):
            yield one, other
