"""Why a text cannot be taken in, and what to do about it."""

from collections.abc import Mapping
from typing import Final

from concept_review.unreadable import Fault, UnreadableConcept
from views.words import _, mark, number_text

_FAULTS: Final[Mapping[Fault, str]] = {
    Fault.EMPTY: mark("The text is empty."),
    Fault.NOT_UTF8: mark(
        "The file is no text in UTF-8. Please save it as “Text (UTF-8)” and try again."
    ),
    Fault.NO_HEADINGS: mark(
        "The text has no headings, so it cannot be divided into sections. "
        "A heading is a line that begins with #."
    ),
    Fault.TOO_LARGE: mark("The file is larger than {limit} bytes. Please divide it."),
    Fault.TOO_MANY_SECTIONS: mark("The text has more than {limit} headings. Please divide it."),
    Fault.SECTION_TOO_LONG: mark(
        "The section “{title}” is longer than {limit} characters. Please divide it by headings."
    ),
    Fault.TOO_DEEP: mark("The text is nested too deeply to be read. Please simplify its lists."),
    Fault.HEADING_IN_WORDING: mark(
        "The wording contains a heading (a line that begins with #). "
        "Please leave headings out: a proposal changes the text of one section."
    ),
}


def unreadable_text(fault: UnreadableConcept) -> str:
    """Return the reason in the reader's language."""
    detail = {
        name: number_text(value) if isinstance(value, int) else value
        for name, value in fault.detail.items()
    }
    return _(_FAULTS[fault.code], **detail)
