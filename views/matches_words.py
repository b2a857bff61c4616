"""What becomes of sections in a new version, in words."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from concept_review.matching import MatchKind
from data.new_versions import Plan
from views.words import _, mark, number_text

MATCHES: Final[Mapping[MatchKind, str]] = {
    MatchKind.UNCERTAIN: mark("Uncertain: please decide"),
    MatchKind.CHANGED: mark("Changed: to be reviewed again"),
    MatchKind.SPLIT: mark("Divided into several"),
    MatchKind.MERGED: mark("Merged with others"),
    MatchKind.NEW: mark("New"),
    MatchKind.GONE: mark("No longer there"),
    MatchKind.MOVED: mark("Moved or renumbered: review kept"),
    MatchKind.UNCHANGED: mark("Unchanged: review kept"),
}
"""In the order in which a person looks at them."""


def match_lines(plan: Plan) -> list[str]:
    """Return one line for each kind, with how many sections it is."""
    numbers = Counter(each.kind for each in plan.matches)
    return [
        f"{_(MATCHES[kind])} ({number_text(numbers[kind])})" for kind in MATCHES if numbers[kind]
    ]
