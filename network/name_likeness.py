"""How far two names mean the same, word by word, by how telling each word is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from network.name_words import Words, is_branch, means, same_stem

Weight = Callable[[str], float]

ADDED: Final = 0.58
"""What a word costs that only the typed name has: people add a place, but a known name that lacks
the place is more often that of somebody else."""
LEFT_OUT: Final = 0.52
"""What a word costs that only the known name has: people leave words out."""
BOTH_SIDES: Final = 1.4
"""What it costs more where each has a word that the other lacks: these are two organisations."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The words of a name and how telling each is."""

    words: Words
    weights: tuple[float, ...]


@dataclass(slots=True)
class _Tally:
    """What two names share and what each has alone, in weights."""

    shared: float = 0.0
    left: float = 0.0
    right: float = 0.0

    def pair(self, left: float, right: float, likeness: float) -> None:
        """Count a word of each that mean the same as far as said."""
        weight = max(left, right) if likeness == 1 else right
        self.shared += weight * likeness
        self.left += weight * (1 - likeness)
        self.right += weight * (1 - likeness)

    def likeness(self) -> float:
        """Return 0 to 1."""
        lost = max(ADDED * self.left, LEFT_OUT * self.right)
        lost += BOTH_SIDES * min(self.left, self.right)
        return self.shared / (self.shared + lost) if self.shared else 0.0


def likeness(typed: Weighed, known: Weighed, is_word: Callable[[str], bool]) -> float:
    """Return 0 to 1 for a name that was typed and one that is known.

    `is_word` says whether a word is known from other names: then it is no typing error.
    """
    tally = _Tally()
    left = dict(enumerate(typed.words))
    right = dict(enumerate(known.words))
    _take_equal(tally, typed, known, left, right)
    if left and right:
        _take_joined(tally, typed, known, left, right)
        _take_joined(tally, known, typed, right, left)
    if left and right:
        _take_similar(tally, typed, known, left, right, is_word)
    tally.left += _alone(typed, left, right)
    tally.right += _alone(known, right, left)
    return tally.likeness()


Rest = dict[int, str]
"""The words that are not yet paired, by their places."""


def _alone(name: Weighed, rest: Rest, other: Rest) -> float:
    """Return what the words cost that only this name has; a branch left out costs half."""
    return sum(
        name.weights[place] * (0.5 if is_branch(word) and not other else 1)
        for place, word in rest.items()
    )


def _take_equal(tally: _Tally, typed: Weighed, known: Weighed, left: Rest, right: Rest) -> None:
    places: dict[str, list[int]] = {}
    for place, word in right.items():
        places.setdefault(word, []).append(place)
    for place, word in list(left.items()):
        if places.get(word):
            other = places[word].pop(0)
            tally.pair(typed.weights[place], known.weights[other], 1.0)
            del left[place], right[other]


def _take_joined(tally: _Tally, one: Weighed, many: Weighed, whole: Rest, parts: Rest) -> None:
    """Pair a word with a run of the other name's words: a compound, or their initials."""
    for place, word in list(whole.items()):
        for run in _runs(parts):
            found = _made_of(word, [parts[each] for each in run])
            if found:
                weight = max(one.weights[place], sum(many.weights[each] for each in run) / 2)
                tally.pair(weight, weight, found)
                del whole[place]
                for each in run:
                    del parts[each]
                break


def _runs(parts: Rest) -> list[range]:
    """Return all runs of two to seven neighbours, the longest first."""
    return [
        range(start, start + length)
        for length in range(min(7, len(parts)), 1, -1)
        for start in parts
        if all(each in parts for each in range(start, start + length))
    ]


def _made_of(word: str, run: Sequence[str]) -> float:
    if len(run) > 2 and len(word) == len(run):
        return 0.9 if word == "".join(each[0] for each in run) else 0.0
    joined = "".join(run)
    if len(run) > 4 or abs(len(joined) - len(word)) > 3:
        return 0.0
    alike: float = OSA.normalized_similarity(word, joined)
    return alike if alike >= 0.85 else 0.0


def _take_similar(
    tally: _Tally,
    typed: Weighed,
    known: Weighed,
    left: Rest,
    right: Rest,
    is_word: Callable[[str], bool],
) -> None:
    """Pair words that differ by grammar, by a short form or by typing errors, likest first."""
    pairs = [
        (-alike, here, there)
        for here, word in left.items()
        for there, other in right.items()
        if (alike := _alike(word, other, known_word=is_word(word)))
    ]
    for minus, here, there in sorted(pairs):
        if here in left and there in right:
            tally.pair(typed.weights[here], known.weights[there], -minus)
            del left[here], right[there]


def _alike(typed: str, known: str, *, known_word: bool) -> float:
    """Return how far two words mean the same; a word that others bear is no typing error."""
    if means(typed, known) or means(known, typed) or same_stem(typed, known):
        return 0.97
    shorter, longer = sorted((len(typed), len(known)))
    if known_word or longer < 4 or shorter < 3:
        return 0.0
    if known.startswith(typed):
        return 0.9
    if shorter == 3:
        return 0.85 if typed[0] == known[0] and OSA.distance(typed, known) == 1 else 0.0
    edits = OSA.distance(typed, known, score_cutoff=3)
    return 1 - 0.5 * edits / shorter if edits <= min(3, (shorter - 1) // 3) else 0.0
