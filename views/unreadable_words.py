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
        "The text has no headings, so it cannot be divided into sections. In an office program a "
        "heading has the style “Heading”, in Markdown it is a line that begins with #."
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
    Fault.UNKNOWN_FORMAT: mark(
        "This is no file that can be read here. Please give it as Word (.docx), OpenDocument "
        "(.odt), HTML, Markdown or PDF."
    ),
    Fault.OLD_FORMAT: mark(
        "The file has an old format. Please open it in your office program and save it as "
        "Word (.docx) or OpenDocument (.odt)."
    ),
    Fault.ENCRYPTED: mark(
        "The file is protected by a password. Please save it without a password and try again."
    ),
    Fault.DAMAGED: mark(
        "The file is damaged or incomplete. Please open it in your office program, save it anew "
        "and try again."
    ),
    Fault.SCANNED: mark(
        "The PDF holds only pictures of pages and no text. Please use the original document, or "
        "have its text recognised (OCR) first."
    ),
    Fault.TOO_MANY_PAGES: mark("The file has more than {limit} pages. Please divide it."),
    Fault.UNPACKS_TOO_LARGE: mark(
        "The file becomes far too large when it is unpacked and was not opened. Please save it "
        "anew without pictures, or divide it."
    ),
    Fault.TAKES_TOO_LONG: mark(
        "Reading the file took too long and was stopped. Please divide it, or save it as Markdown."
    ),
}


def unreadable_text(fault: UnreadableConcept) -> str:
    """Return the reason in the reader's language."""
    detail = {
        name: number_text(value) if isinstance(value, int) else value
        for name, value in fault.detail.items()
    }
    return _(_FAULTS[fault.code], **detail)
