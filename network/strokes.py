"""How a line is drawn for what it means: pattern, width, colour and sign, in every picture."""

import math
from collections.abc import Mapping

from network.graph import Confirmation, TieKind
from network.scene import Line, Mark

SIGNS: Mapping[Mark, str] = {Mark.NEW: "+", Mark.ENDED: "−", Mark.CHANGED: "~"}
"""What stands before the name of something that is new, ended or changed."""

MARK_COLORS: Mapping[Mark, str] = {
    Mark.NEW: "#009E73",
    Mark.ENDED: "#D55E00",
    Mark.CHANGED: "#0072B2",
}
"""The colours that repeat the signs, of the palette of Okabe and Ito (2008)."""

_THIN = frozenset({TieKind.PART_OF, TieKind.POST_OF, "bundle"})


def dashes_of(line: Line) -> tuple[int, ...]:
    """Return the pattern of a line: what is derived, ended, on one word, or undated.

    Lengths of dash and gap in pixels; empty for a whole line.
    """
    if line.derived:
        return (3, 5)
    if line.mark is Mark.ENDED:
        return (14, 8)
    if line.confirmation == Confirmation.STATED:
        return (10, 6)
    return (2, 4) if lacks_dates(line) else ()


def width_of(line: Line) -> float:
    """Return the width of a line in pixels; bundles grow with the root of their number."""
    if line.derived:
        return 1.0
    if line.count > 1:
        return round(min(12.0, 1.5 + math.sqrt(line.count)), 1)
    return (1.0 if line.kind in _THIN else 2.0) + (1.0 if line.mark else 0.0)


def is_disputed(line: Line) -> bool:
    """Say whether one of both sides says no."""
    return line.confirmation == Confirmation.DISPUTED


def lacks_dates(line: Line) -> bool:
    """Say whether dates are missing; what belongs to a unit has the dates of its records."""
    return line.undated and line.kind not in (*_THIN, TieKind.SUCCESSOR_OF)
