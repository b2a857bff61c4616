"""What would be lost when a file is taken over: counted, and where it stood."""

from collections.abc import Mapping, Sequence

import streamlit as st

from concept_review.draft import Piece
from concept_review.inline import plain
from views.inert import inert
from views.lost_words import LOSSES, lost_lines
from views.words import _

_MOST = 300
"""Places shown; beyond them only the numbers."""


def show(pieces: Sequence[Piece], levels: Mapping[int, int]) -> None:
    """Say what does not fit into sections, each kind with its number, and every place of it."""
    lines = lost_lines(pieces)
    st.header(_("What does not fit"), anchor=False)
    if not lines:
        st.text(_("Nothing gets lost: there are no pictures, footnotes, text boxes or the like."))
        return
    for line in lines:
        st.markdown(f"- {inert(line)}")
    with st.expander(_("Where it stands in the file")):
        rows = list(_rows(pieces, levels))
        st.table(rows[:_MOST], alt=_("What does not fit, place by place"))
        if len(rows) > _MOST:
            st.text(_("Only the first {n} places are shown.", n=_MOST))


def _rows(pieces: Sequence[Piece], levels: Mapping[int, int]) -> list[dict[str, str]]:
    here = ""
    found: list[dict[str, str]] = []
    for place, piece in enumerate(pieces):
        if levels.get(place, piece.level):
            here = plain(piece.block.text)
        found += [
            {
                _("Section"): inert(here) or _("before the first section"),
                _("What"): _(LOSSES[lost.kind]).partition(":")[0],
                _("Text"): inert(lost.excerpt),
            }
            for lost in piece.lost
        ]
    return found
