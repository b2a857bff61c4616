"""What of an edited file cannot become a proposal, so that nobody has to guess."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from concept_review.block import Block
from concept_review.draft import Draft, Loss, Piece
from concept_review.inline import plain
from concept_review.returned import Returned
from views import intake_losses
from views.inert import inert
from views.words import _, plural


def show(draft: Draft, returned: Returned, titles: Mapping[str, str]) -> None:
    """Show the losses of the file, and what of it belongs to no section; `titles` are by id."""
    # Our own papers bear their version at the foot of each page; that is no loss.
    pieces = [_without_footer(piece) for piece in draft.pieces] if draft.origin else draft.pieces
    intake_losses.show(pieces, {})
    if returned.left:
        st.warning(
            plural(
                "{n} tracked change belongs to no single section of the concept and cannot become "
                "a proposal.",
                "{n} tracked changes belong to no single section of the concept and cannot become "
                "proposals.",
                len(returned.left),
            )
        )
        with st.expander(_("Show them")):
            for each in returned.left:
                st.text(f"{each.author or _('unknown author')}: {_words(each.blocks)}")
    _list(_("Sections of the file that the concept does not have"), returned.unplaced)
    absent = [titles[each] for each in returned.absent if each in titles]
    _list(_("Sections of the concept that the file does not have"), absent)


def _list(heading: str, titles: "tuple[str, ...] | list[str]") -> None:
    if titles:
        st.text(f"{heading}:")
        st.markdown("\n".join(f"- {inert(plain(title))}" for title in titles))


def _words(blocks: tuple[Block, ...]) -> str:
    return " ".join(plain(block.text) for block in blocks) or _("takes text away")


def _without_footer(piece: Piece) -> Piece:
    lost = tuple(each for each in piece.lost if each.kind is not Loss.HEADERS_AND_FOOTERS)
    return replace(piece, lost=lost)
