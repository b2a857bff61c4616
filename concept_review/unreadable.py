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


class UnreadableConcept(ValueError):
    """The text was refused as a whole; `code` names the reason, `detail` its numbers and title."""

    def __init__(self, code: Fault, **detail: int | str) -> None:
        """Remember what a page needs to explain the refusal."""
        super().__init__(code.value)
        self.code = code
        self.detail = detail
