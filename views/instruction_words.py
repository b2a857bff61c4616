"""Why an instruction cannot be followed, in words."""

from collections.abc import Mapping
from typing import Final

from concept_review.instruction import UnreadableInstruction
from views.words import _, mark

_CODES: Final[Mapping[str, str]] = {
    "not_understood": mark(
        "This instruction is not understood: “{text}”. Please say what is replaced, struck out "
        "or added, with the words in quotation marks."
    ),
    "not_found": mark("These words do not stand in the section: “{text}”."),
    "ambiguous": mark(
        "These words stand in the section several times: “{text}”. Please name the paragraph."
    ),
    "no_such_place": mark("There is no such place in the section: “{text}”."),
}


def instruction_text(unreadable: UnreadableInstruction) -> str:
    """Return what is wrong with an instruction, for its field."""
    return _(_CODES[unreadable.code], text=unreadable.instruction)
