"""From the lines of a PDF to its paragraphs and list items."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from concept_review.block import BULLET
from concept_review.files.gathering import Gathering
from concept_review.files.pdf_lines import Line
from concept_review.files.suspects import Look
from concept_review.inline import Span

_BULLET = re.compile(
    r"(?P<sign>[•◦▪▫‣⁃●○■□➢➤►✓✔·\uf0b7\uf0a7\uf0d8\uf02d–—-]|o)(?:\s+(?P<text>\S.*)|$)"
)
_NUMBERED = re.compile(r"\(?(?P<number>\d{1,2}|[a-z])(?P<sign>[.)])\s+(?P<text>\S.*)")
_DASHES = "–—-o"
_ENDS = re.compile(r"[.!?:;…]['\"“”«»)\]]*(?:\d{1,3})?$")
_HYPHEN = re.compile(r"(?<=\w)[-‐\u00ad]$")
# "Stadt- und Landkreis" keeps its hyphen at the end of a line.
_AFTER_HYPHEN = re.compile(r"(?:und|oder|bzw|sowie|u)\b")
_GAP = 1.2
"""How many times farther apart than usual lines of two paragraphs stand."""
_USUAL = 1.25  # height of a line by the size of its letters
_NEAR = 4.0  # points by which left ends of items of one level differ
_SHORT = 0.75
"""Share of a full line up to which a line may end its paragraph."""


@dataclass(frozen=True, slots=True)
class _Item:
    x: float
    marker: str
    text: str


class Blocks:
    """Puts lines together and adds them to a gathering."""

    def __init__(self, gathering: Gathering, lines: Sequence[Line]) -> None:
        """Measure how far apart the lines stand and how long full lines are."""
        self._gathering = gathering
        gaps = Counter(
            round((above.y - below.y) / above.size, 1)
            for above, below in pairwise(lines)
            if above.page == below.page and above.size > 0 and above.y - below.y > 0
        )
        self._gap = _GAP * min(max(gaps.most_common(1)[0][0], 1.0), 2.2) if gaps else _GAP * _USUAL
        lengths = sorted(len(line.text) for line in lines)
        self._full = lengths[len(lengths) * 4 // 5] if lengths else 0
        self._open: list[Line] = []
        self._item: _Item | None = None
        self._levels: list[float] = []

    def add(self, line: Line) -> None:
        """Add a line to the paragraph above it, or begin another."""
        above = self._open[-1] if self._open else None
        item = _item(line) if above is None or self._may_begin(above, line) else None
        if item or (above is not None and not self._goes_on(above, line)):
            self.finish()
        if item:
            self._item = item
        self._open.append(line)

    def finish(self) -> None:
        """End the paragraph."""
        lines, self._open = self._open, []
        item, self._item = self._item, None
        if not lines:
            return
        texts = [line.text for line in lines]
        if item:
            texts[0] = item.text
            self._gathering.open_item(self._level(item.x), item.marker)
        elif not self._levels or lines[0].x <= self._levels[0] + _NEAR:
            self._levels.clear()
            self._gathering.close_items()
        look = Look(size=lines[0].size, bold=all(line.bold for line in lines))
        self._gathering.paragraph([Span(joined(texts))], look=look)

    def leave(self) -> None:
        """End the paragraph and all lists."""
        self.finish()
        self._levels.clear()

    def _level(self, x: float) -> int:
        """Return the level of a list item by its left end."""
        while self._levels and x < self._levels[-1] - _NEAR:
            self._levels.pop()
        if not self._levels or x > self._levels[-1] + _NEAR:
            self._levels.append(x)
        return len(self._levels) - 1

    def _may_begin(self, above: Line, line: Line) -> bool:
        """Say whether a list item may begin here: not in the middle of a sentence."""
        apart = not self._goes_on(above, line)
        sign = line.text[:1]
        return (
            apart
            or self._item is not None
            or bool(_ENDS.search(above.text))
            or (sign not in _DASHES and _BULLET.match(line.text) is not None)
        )

    def _goes_on(self, above: Line, line: Line) -> bool:
        """Say whether the line belongs to the paragraph of the one above."""
        if self._item and not self._item.text and len(self._open) == 1:
            return True
        same = abs(above.size - line.size) <= 0.08 * above.size
        ended = bool(_ENDS.search(above.text))
        running = not ended and line.text[:1].islower()
        if not same or (above.bold != line.bold and not running):
            return False
        if above.page != line.page or line.y > above.y + above.size:
            return running or bool(_HYPHEN.search(above.text))
        if above.y - line.y > self._gap * above.size:
            return False
        short = len(above.text) < _SHORT * self._full
        return not (ended and (short or line.x > self._open[0].x + above.size))


def _item(line: Line) -> _Item | None:
    if found := _BULLET.match(line.text):
        return _Item(line.x, BULLET, found["text"] or "")
    if found := _NUMBERED.match(line.text):
        number = found["number"]
        # Letters become numbers, as Markdown has no others.
        count = int(number) if number.isdigit() else ord(number) - ord("a") + 1
        return _Item(line.x, f"{count}{found['sign']}", found["text"])
    return None


def joined(texts: Sequence[str]) -> str:
    """Return lines as one, words that were divided at their ends in one piece."""
    whole = ""
    for text in texts:
        if not whole or not text:
            whole += text
        elif not _HYPHEN.search(whole) or _AFTER_HYPHEN.match(text):
            whole += ("" if whole.endswith("/") else " ") + text
        elif text[0].islower():
            whole = whole[:-1] + text
        else:
            whole += text
    return whole
