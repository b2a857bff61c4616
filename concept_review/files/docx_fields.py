"""Fields of a Word file: what they tell the program to do is no text, what came of it is."""

import re
from dataclasses import dataclass

from lxml.etree import _Element

from concept_review.files.docx_names import W

_LINK = re.compile(r'\s*HYPERLINK\s+"((?:https?://|mailto:)[^"\s]+)"', re.IGNORECASE)
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    told: str = ""
    has_result: bool = False


class Fields:
    """The fields around the present place, outermost first."""

    def __init__(self) -> None:
        """Begin outside of every field."""
        self._open: list[_Field] = []

    @property
    def idle(self) -> bool:
        """Whether no field is open."""
        return not self._open

    @property
    def telling(self) -> bool:
        """Whether what stands here is for the program and not for readers."""
        return any(not field.has_result for field in self._open)

    @property
    def link(self) -> str:
        """Where the text here leads, or ""."""
        found = (_LINK.match(field.told) for field in self._open)
        return next((each[1] for each in found if each), "")

    @property
    def in_contents(self) -> bool:
        """Whether this is a table of contents that the program made."""
        return any(_CONTENTS.match(field.told) for field in self._open)

    def pass_mark(self, mark: _Element) -> None:
        """Go past the sign that begins, divides or ends a field."""
        match mark.get(W + "fldCharType"):
            case "begin":
                self._open.append(_Field())
            case "separate" if self._open:
                self._open[-1].has_result = True
            case "end" if self._open:
                self._open.pop()

    def tell(self, text: str) -> None:
        """Take in a part of what is told to the program."""
        if self._open:
            self._open[-1].told += text

    def end_paragraph(self) -> None:
        """Give up fields whose result never came: their end was deleted or lost."""
        while self._open and not self._open[-1].has_result:
            self._open.pop()

    def leave(self) -> None:
        """Give up all fields, at a place where none can be open in a sound file."""
        self._open.clear()
