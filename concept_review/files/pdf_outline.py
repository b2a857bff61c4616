"""The bookmarks of a PDF: its headings with their levels and pages."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader

from concept_review.files.pdf_lines import Line
from concept_review.numbering import split_number
from concept_review.source import clean

_MOST = 5_000
_DEEPEST = 6
_LONGEST = 5
"""Lines of one heading."""
# Of a title; pages have it before the words, bookmarks often have it not.
_NUMBER = re.compile(r"(?:\d{1,2}|[A-Z]|[IVX]{1,5})(?:\.\d{1,2})*[.)]?\s+")
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading by the file's own word."""

    title: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class Found:
    """The lines, `start` to `end` (exclusive), that are a heading."""

    start: int
    end: int
    level: int


def bookmarks(reader: PdfReader) -> list[Bookmark]:
    """Return the bookmarks in order; without any, or with spoilt ones, what can be read."""
    try:
        return list(_flat(reader, reader.outline))
    except Exception:  # noqa: BLE001  (the text can be read without its bookmarks)
        return []


def _flat(reader: PdfReader, outline: Sequence[Any]) -> Iterator[Bookmark]:
    waiting: list[tuple[Any, int]] = [(each, 1) for each in reversed(outline)]
    count = 0
    while waiting and count < _MOST:
        each, level = waiting.pop()
        count += 1
        if isinstance(each, list):
            waiting += [(inner, level + 1) for inner in reversed(each)]
            continue
        title = " ".join(clean(str(each.title or "")).split())
        page = reader.get_destination_page_number(each)
        if title and page is not None and page >= 0:
            yield Bookmark(title, min(level, _DEEPEST), page)


def headings(lines: Sequence[Line], marks: Sequence[Bookmark]) -> list[Found]:
    """Return where the bookmarks' titles stand in the text, each looked for on its page."""
    starts: dict[int, int] = {}
    for place, line in enumerate(lines):
        starts.setdefault(line.page, place)
    found: list[Found] = []
    for mark in marks:
        after = found[-1].end if found else 0
        heading = _found(lines, mark, max(after, starts.get(mark.page, len(lines))))
        if heading is not None:
            found.append(heading)
    return found


def _found(lines: Sequence[Line], mark: Bookmark, start: int) -> Found | None:
    wanted = _forms(mark.title)
    for place in range(start, len(lines)):
        if lines[place].page != mark.page:
            break
        for end in range(place + 1, min(place + _LONGEST, len(lines)) + 1):
            title = " ".join(line.text for line in lines[place:end])
            if _forms(title) & wanted:
                return Found(place, end, mark.level)
    return None


def _forms(title: str) -> set[str]:
    """Return the letters of a title with and without its number."""
    rest, number = split_number(title)[1], _NUMBER.match(title)
    return {_letters(each) for each in (title, rest, title[number.end() if number else 0 :])} - {""}


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text)).casefold()
