"""Why a text cannot be taken in."""

from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with a file or a typed wording as a whole."""

    EMPTY = "empty"
    NOT_UTF8 = "not_utf8"
    NO_HEADINGS = "no_headings"
    TOO_LARGE = "too_large"
    TOO_MANY_SECTIONS = "too_many_sections"
    SECTION_TOO_LONG = "section_too_long"
    TOO_DEEP = "too_deep"
    HEADING_IN_WORDING = "heading_in_wording"
    UNKNOWN_FORMAT = "unknown_format"
    """Neither DOCX, ODT, HTML, PDF nor text."""
    OLD_FORMAT = "old_format"
    """A format of former office programs: .doc, .rtf, .sxw; `detail["format"]` names it."""
    ENCRYPTED = "encrypted"
    """Protected by a password."""
    DAMAGED = "damaged"
    """Begins like a file of its kind, but cannot be read to its end."""
    SCANNED = "scanned"
    """A PDF that holds pictures of pages and no text."""
    TOO_MANY_PAGES = "too_many_pages"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    """A small file that would fill the memory when unpacked."""
    TAKES_TOO_LONG = "takes_too_long"
    """Reading was stopped after the time or memory allowed for it."""


class UnreadableConcept(ValueError):
    """The text was refused as a whole; `code` names the reason, `detail` its numbers and title."""

    def __init__(self, code: Fault, **detail: int | str) -> None:
        """Remember what a page needs to explain the refusal."""
        super().__init__(code.value)
        self.code = code
        self.detail = detail
