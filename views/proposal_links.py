"""Links to proposals and papers, and how a proposal is named and marked in one line."""

from collections.abc import Iterable, Sequence
from typing import Final

import streamlit as st

from concept_review.decision import ADOPTING
from concept_review.proposal import Proposal
from concept_review.proposal_stage import Stage, stage_of
from data.proposal_flags import Flag
from views.inert import inert
from views.page_files import PROPOSALS, TOGETHER
from views.proposal_words import FLAGS, RESULTS, STATES
from views.standing_words import Color
from views.words import _

_COLORS: Final[dict[Stage, Color]] = {
    Stage.DRAFT: "gray",
    Stage.RETURNED: "orange",
    Stage.PUT_OFF: "orange",
    Stage.ADOPTED: "green",
    Stage.INCORPORATED: "green",
    Stage.DONE: "gray",
}
_ICONS: Final[dict[Flag, str]] = {
    Flag.BASE_CHANGED: ":material/edit:",
    Flag.BASE_GONE: ":material/link_off:",
    Flag.CONFLICT: ":material/call_split:",
    Flag.COMES_AGAIN: ":material/event_upcoming:",
}


def link(wanted: Proposal, label: str = "") -> None:
    """Link to a proposal by its headline, or by another label."""
    st.page_link(PROPOSALS, label=inert(label or wanted.headline), query_params={"id": wanted.id})


def link_together(ids: Iterable[str], label: str) -> None:
    """Link to several proposals as one text; the order of the ids does not matter."""
    st.page_link(
        TOGETHER, label=label, icon=":material/join:", query_params={"id": sorted(set(ids))}
    )


def state_text(wanted: Proposal) -> str:
    """Return where a proposal stands, with the result where it is decided."""
    if wanted.result and stage_of(wanted) is not Stage.INCORPORATED:
        return _(RESULTS[wanted.result])
    return _(STATES[wanted.state])


def badges(wanted: Proposal, flags: Sequence[Flag], *, with_state: bool = True) -> None:
    """Show where a proposal stands, and what is the matter with it."""
    if with_state:
        color: Color = _COLORS.get(stage_of(wanted), "blue")
        icon = ":material/check:" if wanted.result in ADOPTING else ":material/flag:"
        st.badge(state_text(wanted), icon=icon, color=color)
    for flag in flags:
        st.badge(_(FLAGS[flag]), icon=_ICONS[flag], color="red")
