"""What a file held that the sections cannot hold, in words."""

from collections.abc import Mapping, Sequence
from typing import Final

from concept_review.draft import Loss, Piece, counted
from views.words import _, mark, number_text

LOSSES: Final[Mapping[Loss, str]] = {
    Loss.IMAGES: mark("Pictures: left out"),
    Loss.FOOTNOTES: mark("Footnotes: kept at the end of their section"),
    Loss.TEXT_BOXES: mark("Text boxes: left out"),
    Loss.MERGED_CELLS: mark("Merged cells: their text stands in the first cell"),
    Loss.COMMENTS: mark("Comments: left out"),
    Loss.FORMULAS: mark("Formulas: left out"),
    Loss.EMBEDDED_OBJECTS: mark("Embedded objects: left out"),
    Loss.NESTED_TABLES: mark("Tables inside tables: their text stands in the outer cell"),
    Loss.HEADERS_AND_FOOTERS: mark("Headers and footers: left out"),
    Loss.TRACKED_HEADINGS: mark("Tracked changes of headings: cannot become proposals"),
}


def lost_lines(pieces: Sequence[Piece]) -> list[str]:
    """Return one line for each kind of thing that did not fit."""
    return [
        f"{_(LOSSES[kind])} ({number_text(number)})"
        for kind, number in counted(pieces).items()
        if number
    ]
