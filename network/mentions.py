"""Whether a text speaks of something, by the folded words of a term."""

import re
from functools import cache

from network.naming import fold

_SHORTEST = 4


def speaks_of(folded: str, term: str) -> bool:
    """Say whether a folded text has the words of a term one behind the other.

    A word may go on (Kita, Kitaplätze) and lose a last e (Schule, Schulplatz); a term of fewer
    than four letters stands for itself alone.
    """
    pattern = _pattern(fold(term))
    return pattern is not None and pattern.search(folded) is not None


@cache
def _pattern(folded_term: str) -> re.Pattern[str] | None:
    words = folded_term.split()
    if not words:
        return None
    if len(folded_term) < _SHORTEST:
        return re.compile(rf"\b{re.escape(folded_term)}\b")
    stems = [word.removesuffix("e") if len(word) > _SHORTEST else word for word in words]
    return re.compile(r"\b" + " ".join(rf"{re.escape(stem)}\w*" for stem in stems))
