"""How one line of a picture is drawn: its pattern, width, bend, and what stands on it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from network.graph import Confirmation
from network.picture import Wording
from network.scene import Line
from network.strokes import (
    MARK_COLORS,
    SIGNS,
    dashes_of,
    is_disputed,
    lacks_dates,
    width_of,
)

_BEND = 0.16
"""How far parallel lines bend away from each other, as a share of their length."""


def edge(line: Line, bend: float, wording: Wording) -> dict[str, Any]:
    """Return what the browser draws of a line that bends by a share of its length."""
    found: dict[str, Any] = {
        "id": line.id,
        "title": _line_title(line, wording),
        "arrows": "" if line.mutual or line.derived else "to",
        "dashes": list(dashes_of(line)) or False,
        "width": width_of(line),
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
            ("disputed", is_disputed(line)),
            ("stated", line.confirmation == Confirmation.STATED),
            ("undated", lacks_dates(line)),
        )
        if said
    ]
    return "\n".join([line.name, *notes])


def _sign(line: Line, wording: Wording) -> str:
    """Return what stands on a line: its mark, how many ties it bundles, and a dispute."""
    parts = [
        SIGNS[line.mark] if line.mark else "",
        str(line.count) if line.count > 1 else "",
        f"× {wording.signs.get('disputed', 'disputed')}" if is_disputed(line) else "",
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
