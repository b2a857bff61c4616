"""Old and new sections matched in rounds: what is sure helps to place the rest."""

from collections.abc import Mapping
from dataclasses import dataclass

from concept_review.assignment import Pair, assigned, rivals
from concept_review.candidates import candidates
from concept_review.headings import same_headings
from concept_review.likeness import Likeness
from concept_review.splitting import complementary
from concept_review.surroundings import Surroundings
from concept_review.twins import identical

TITLE = 0.15
"""What an equal title adds to the likeness of the texts."""
PLACE = 0.10
"""What an equal place adds to it."""
RELATED = 0.2
"""Likeness below which two texts have nothing to do with each other, whatever their titles say."""
SURE = 0.35
"""Score, likeness with title and place, from which two sections are the same."""
UNLIKE_TITLE = 0.6
"""Likeness below which titles speak against two sections."""
ALMOST_EQUAL = 0.65
"""Likeness of texts that outweighs another title: about every sixth word changed."""
MARGIN = 0.05
"""Score by which a pair must be better than each of its rivals."""
ROUNDS = 6
"""As deep as headings go: a section is placed a round after the one above it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Pairs of places, old to new: of equal words, surely the same, and perhaps the same.

    `anchors` are the certain pairs whose place is certain too.
    """

    same: Mapping[int, int]
    sure: Mapping[int, int]
    unsure: Mapping[int, int]
    anchors: Mapping[int, int]

    @property
    def certain(self) -> dict[int, int]:
        """Return what needs nobody to decide, old to new."""
        return {**self.same, **self.sure}


def compared(likeness: Likeness) -> dict[Pair, float]:
    """Return the likeness of the texts of all pairs worth comparing."""
    return {pair: likeness.text(*pair) for pair in sorted(candidates(likeness))}


def found_in_rounds(likeness: Likeness, texts: Mapping[Pair, float]) -> Found:
    """Return what is found once another round finds nothing else."""
    found = Found({}, {}, {}, {})
    for _ in range(ROUNDS):
        again = _round(likeness, texts, found.anchors)
        if again.anchors == found.anchors:
            return again
        found = again
    return found


def _round(likeness: Likeness, texts: Mapping[Pair, float], anchors: Mapping[int, int]) -> Found:
    around = Surroundings(likeness.old, likeness.new, anchors)
    same, fixed = identical(around)
    kept = set(same.values())
    open_texts = {
        (old, new): text
        for (old, new), text in texts.items()
        if text >= RELATED and old not in same and new not in kept
    }
    both = open_texts | same_headings(likeness, around, same, open_texts)
    scores = {pair: _score(likeness, around, pair, text) for pair, text in both.items()}
    partners = assigned(scores)
    certain = _certain(likeness, both, scores, partners)
    sure = {old: new for old, new in partners.items() if (old, new) in certain}
    unsure = {old: new for old, new in partners.items() if (old, new) not in certain}
    return Found(same, sure, unsure, {**fixed, **sure})


def _score(likeness: Likeness, around: Surroundings, pair: Pair, text: float) -> float:
    return text + TITLE * likeness.title(*pair) + PLACE * around.nearness(*pair)


def _certain(
    likeness: Likeness,
    texts: Mapping[Pair, float],
    scores: Mapping[Pair, float],
    partners: Mapping[int, int],
) -> set[Pair]:
    """Return the chosen pairs that are good and better than their rivals."""
    return {
        pair
        for pair, others in rivals(scores, partners).items()
        if _good(likeness, pair, texts[pair], scores[pair])
        and not any(_comes_near(likeness, pair, *other) for other in others.items())
    }


def _good(likeness: Likeness, pair: Pair, text: float, score: float) -> bool:
    if likeness.old.empty(pair[0]) and likeness.new.empty(pair[1]):
        return score >= SURE
    needed = RELATED if likeness.title(*pair) >= UNLIKE_TITLE else ALMOST_EQUAL
    return score >= SURE and text >= needed


def _comes_near(likeness: Likeness, pair: Pair, rival: Pair, better: float) -> bool:
    """Whether the rival could be meant as well; another piece of a divided text could not."""
    if better >= MARGIN:
        return False
    if pair[0] == rival[0]:
        return not complementary(likeness, pair[0], pair[1], rival[1])
    return not complementary(likeness.swapped(), pair[1], pair[0], rival[0])
