"""The lines of a PDF page: characters that stand at places, put together from left to right."""

import math
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from pypdf import PageObject
from pypdf.errors import PyPdfError

from concept_review.source import clean

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_BOLD = re.compile(r"bold|black|heavy|demi|cmbx", re.IGNORECASE)
_OUTER = 0.12  # the part of a page's height at its head and foot
_LONGEST_PAGE = 400_000  # characters, where pages of a book have 4,000
_SPOILT = (PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
_DEFAULT_HEIGHT = 842.0  # of A4 in points


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its left end, its height on the page and the size of its letters."""

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool
    outer: bool = False
    """Whether it stands where pages have their numbers."""


@dataclass(frozen=True, slots=True)
class _Bit:
    text: str
    x: float
    y: float
    size: float
    bold: bool


class _Collector:
    """Takes the bits of a page as pypdf finds them."""

    def __init__(self) -> None:
        self.lines: list[list[_Bit]] = [[]]
        self._length = 0

    def take(
        self,
        text: str,
        cm: list[float],
        tm: list[float],
        font: Mapping[str, object] | None,
        size: float,
    ) -> None:
        """Take in a bit of text; each line feed in it ends a line."""
        self._length += len(text)
        if not text or self._length > _LONGEST_PAGE:
            return
        x, y, scale = _place(cm, tm)
        name = str(font.get("/BaseFont", "")) if font else ""
        first, *others = text.split("\n")
        for place, part in enumerate([first, *others]):
            if place:
                self.lines.append([])
            if part:
                bit = _Bit(part, x, y, round(size * scale, 1), bool(_BOLD.search(name)))
                self.lines[-1].append(bit)


def lines_of_page(page: PageObject, number: int) -> list[Line]:
    """Return the lines of a page from top to bottom, as the file has them."""
    collector = _Collector()
    # What came before a spoilt place is still text.
    with suppress(*_SPOILT):
        page.extract_text(visitor_text=collector.take)
    low, high = _edges(page)
    found = (_line(bits, number, low, high) for bits in collector.lines)
    return [line for line in found if line is not None]


def _place(cm: list[float], tm: list[float]) -> tuple[float, float, float]:
    """Return where a bit begins, and how many times larger its letters are than their font."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    down = (tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
    return x, y, math.hypot(*down)


def _edges(page: PageObject) -> tuple[float, float]:
    """Return the heights on a page below and above which its number may stand."""
    try:
        box = page.mediabox
        bottom, top = float(box.bottom), float(box.top)
    except _SPOILT:
        bottom, top = 0.0, _DEFAULT_HEIGHT
    return bottom + _OUTER * (top - bottom), top - _OUTER * (top - bottom)


def _line(bits: list[_Bit], number: int, low: float, high: float) -> Line | None:
    text = clean("".join(bit.text for bit in bits)).translate(_LIGATURES)
    text = " ".join(text.split())
    said = [bit for bit in bits if bit.text.strip()]
    if not text or not said:
        return None
    lengths: dict[float, int] = {}
    for bit in said:
        lengths[bit.size] = lengths.get(bit.size, 0) + len(bit.text)
    lettered = [bit for bit in said if any(map(str.isalnum, bit.text))]
    y = said[0].y
    return Line(
        text=text,
        page=number,
        x=said[0].x,
        y=y,
        size=max(lengths, key=lambda size: lengths[size]),
        bold=bool(lettered) and all(bit.bold for bit in lettered),
        outer=not low <= y <= high,
    )
