"""What stands on every page of a PDF besides its text: heads, feet, numbers, and contents."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from concept_review.files.pdf_lines import Line
from concept_review.files.suspects import LARGER

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:(?:Seite|S\.|Page)\s*)?(?:#|[ivxlc]{1,6})"
    r"(?:\s*(?:von|of|/|\|)\s*#)?(?:\s*[-–—|])?",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})$")
_OFTEN = 3
_CONTENTS = 3
"""Lines with dots that lead to a number, from which on they are a table of contents."""


def without_repeated(lines: Sequence[Line], pages: int) -> tuple[list[Line], list[str]]:
    """Return the lines without what pages repeat at their heads and feet, and each of that once.

    Lines count as repeated if they differ by nothing but numbers; numbers of pages always go.
    """
    usual = _usual_size(lines)
    seen = Counter({(line.page, _form(line, usual)) for line in lines if line.outer})
    often = Counter(form for _, form in seen)

    def repeated(line: Line) -> bool:
        if not line.outer or pages < 2:
            return False
        alone = _NUMBER.fullmatch(_DIGITS.sub("#", line.text)) is not None
        return alone or often[_form(line, usual)] >= min(_OFTEN, max(pages, 2))

    texts = {_DIGITS.sub("#", line.text): line.text for line in reversed(lines) if repeated(line)}
    return [line for line in lines if not repeated(line)], list(reversed(texts.values()))


def without_contents(lines: Iterable[Line]) -> list[Line]:
    """Return the lines without tables of contents, which say each heading twice."""
    kept: list[Line] = []
    for leads, run in groupby(lines, lambda line: bool(_LEADERS.search(line.text))):
        group = list(run)
        if not leads or len(group) < _CONTENTS:
            kept += group
    return kept


def _usual_size(lines: Iterable[Line]) -> float:
    lengths: Counter[float] = Counter()
    for line in lines:
        lengths[line.size] += len(line.text)
    return max(lengths, key=lambda size: lengths[size], default=0.0)


def _form(line: Line, usual: float) -> str:
    """Return what lines of the same form share: numbers in it count from page to page.

    "Maßnahme 3" in bold or large letters is a heading, though each page may begin with one.
    """
    if line.bold or line.size > usual * LARGER:
        return line.text
    return _DIGITS.sub(lambda found: f"#{int(found[0][-9:]) - line.page}", line.text)
