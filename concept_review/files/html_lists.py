"""Lists of an HTML page, and those that Word writes as paragraphs with a sign before them."""

import re

from lxml.etree import _Element

from concept_review.block import BULLET
from concept_review.files.html_look import name_of, style_of

_OFFICE = re.compile(r"mso-list\s*:\s*(l\d+)\s+level(\d)\b")
_IGNORE = re.compile(r"mso-list\s*:\s*ignore")
_NUMBER = re.compile(r"(\d{1,9})([.)])?")
_COUNTED = re.compile(r"\(?(?:[a-z]{1,2}|[ivxlc]+)[.)]", re.IGNORECASE)
_LARGEST = 999_999_999
_OFFICE_LEVELS = 100
"""Levels of lists written as paragraphs stand apart from those of lists around them."""


class HtmlLists:
    """The open lists of a page, and how far they are counted."""

    def __init__(self) -> None:
        """Begin before the first list."""
        self._open: list[int | None] = []  # the number that comes next; None for bullets
        self._office: dict[tuple[str, int], int] = {}

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._open)

    def open(self, element: _Element) -> None:
        """Begin a list."""
        counted = name_of(element) == "ol"
        self._open.append(_whole(element.get("start"), 1) if counted else None)

    def close(self) -> int:
        """End a list and return its level from 0."""
        self._open.pop()
        return len(self._open)

    def item(self, element: _Element) -> tuple[int, str]:
        """Count on and return the level and the marker of a list item."""
        level = max(len(self._open) - 1, 0)
        following = self._open[-1] if self._open else None
        if following is None:
            return level, BULLET
        number = min(_whole(element.get("value"), following), _LARGEST)
        self._open[-1] = number + 1
        return level, f"{number}."

    def office_marker(self, level: int, name: str, sign: str) -> str:
        """Count on and return the marker of an item whose sign Word wrote into the text."""
        key = (name, level)
        for other in [each for each in self._office if each[0] == name and each[1] > level]:
            del self._office[other]
        if found := _NUMBER.fullmatch(sign):
            self._office[key] = int(found[1])
            return f"{int(found[1])}{found[2] or '.'}"
        if _COUNTED.fullmatch(sign) and len(sign) > 1 and sign.lower() != "o.":
            self._office[key] = self._office.get(key, 0) + 1
            return f"{self._office[key]}."
        return BULLET


def office_item(paragraph: _Element) -> tuple[int, str, str] | None:
    """Return level, list and sign of a paragraph that Word made of a list item, or None."""
    found = _OFFICE.search(style_of(paragraph))
    if found is None:
        return None
    signs = [each for each in paragraph.iter("span") if _IGNORE.search(style_of(each))]
    if not signs:
        return None
    sign = "".join(signs[0].itertext()).replace("\u00a0", " ").strip()
    return _OFFICE_LEVELS + int(found[2]), found[1], sign


def _whole(text: str | None, otherwise: int) -> int:
    said = (text or "").strip()
    return min(int(said[:12]), _LARGEST) if said.isascii() and said.isdigit() else otherwise
