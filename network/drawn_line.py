"""How one line of a picture is drawn: its pattern, width, bend, and what stands on it."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from network.graph import Confirmation, TieKind
from network.picture import Wording
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
_BEND = 0.16
"""How far parallel lines bend away from each other, as a share of their length."""


def edge(line: Line, bend: float, wording: Wording) -> dict[str, Any]:
    """Return what the browser draws of a line that bends by a share of its length."""
    found: dict[str, Any] = {
        "id": line.id,
        "title": _line_title(line, wording),
        "arrows": "" if line.mutual or line.derived else "to",
        "dashes": _dashes(line),
        "width": _width(line),
    }
    sign = _sign(line, wording)
    if sign:
        found["sign"] = sign
    if line.count > 1:
        found["count"] = line.count
    if line.mark:
        color = MARK_COLORS[line.mark]
        found |= {"mark": str(line.mark), "color": {"color": color, "highlight": color}}
    if bend:
        side = "curvedCW" if bend > 0 else "curvedCCW"
        found["smooth"] = {"enabled": True, "type": side, "roundness": abs(bend)}
    return found


def _line_title(line: Line, wording: Wording) -> str:
    notes = [
        wording.signs.get(note, note)
        for note, said in (
            ("derived", line.derived),
            (line.mark or "", line.mark is not None),
            ("disputed", line.confirmation == Confirmation.DISPUTED),
            ("stated", line.confirmation == Confirmation.STATED),
            ("undated", _undated(line)),
        )
        if said
    ]
    return "\n".join([line.name, *notes])


def _undated(line: Line) -> bool:
    """Say whether dates are missing; what belongs to a unit has the dates of its records."""
    return line.undated and line.kind not in (*_THIN, TieKind.SUCCESSOR_OF)


def _dashes(line: Line) -> bool | list[int]:
    """Return the pattern of a line: what is derived, ended, on one word, or undated."""
    if line.derived:
        return [3, 5]
    if line.mark is Mark.ENDED:
        return [14, 8]
    if line.confirmation == Confirmation.STATED:
        return [10, 6]
    return [2, 4] if _undated(line) else False


def _width(line: Line) -> float:
    if line.derived:
        return 1.0
    if line.count > 1:
        return round(min(12.0, 1.5 + math.sqrt(line.count)), 1)
    return (1.0 if line.kind in _THIN else 2.0) + (1.0 if line.mark else 0.0)


def _sign(line: Line, wording: Wording) -> str:
    """Return what stands on a line: its mark, how many ties it bundles, and a dispute."""
    disputed = line.confirmation == Confirmation.DISPUTED
    parts = [
        SIGNS[line.mark] if line.mark else "",
        str(line.count) if line.count > 1 else "",
        f"× {wording.signs.get('disputed', 'disputed')}" if disputed else "",
    ]
    return " ".join(each for each in parts if each)


def bends(lines: Sequence[Line]) -> dict[str, float]:
    """Return how far each line bends; only lines between the same two symbols do."""
    pairs: defaultdict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        pairs[min(line.subject_id, line.object_id), max(line.subject_id, line.object_id)].append(
            line
        )
    found: dict[str, float] = {}
    for parallel in pairs.values():
        middle = (len(parallel) - 1) / 2
        for place, line in enumerate(parallel):
            forth = 1 if line.subject_id <= line.object_id else -1
            found[line.id] = round((place - middle) * _BEND * forth, 3)
    return found
