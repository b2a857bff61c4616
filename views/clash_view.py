"""Proposals that cannot stand together, with what each wants, for a person to choose."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import streamlit as st

from concept_review.amendment import Amendment, Clash, ClashKind
from concept_review.outline import text_of_blocks
from concept_review.proposal import Proposal
from concept_review.section import Section
from views import conflict_view, proposal_links
from views.inert import inert
from views.page_files import SECTION
from views.words import _, mark

_KINDS: Final[Mapping[ClashKind, str]] = {
    ClashKind.WORDING: mark("They want different words at the same place."),
    ClashKind.DROPPED: mark("The section shall go, and shall be changed or added to as well."),
    ClashKind.PLACE: mark("They want the same section, or the same place, in different ways."),
    ClashKind.BASE: mark("Text and proposal want different words at the same place."),
    ClashKind.GONE: mark("The section, or the one beside which it should stand, is gone."),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Proposals seen together: as such, as changes, with their authors, and the text of today."""

    proposals: Mapping[str, Proposal]
    amendments: Mapping[str, Amendment]
    authors: Mapping[str, str]
    sections: Mapping[str, Section]

    def name(self, proposal_id: str) -> str:
        """Return headline and author of a proposal."""
        return f"{self.proposals[proposal_id].headline} ({self.authors[proposal_id]})"


def show(clash: Clash, chosen: Chosen) -> None:
    """Show where proposals clash: base, each rival with its authors; the order means nothing."""
    section = chosen.sections.get(clash.section_id)
    with st.container(border=True):
        if section:
            label = inert(section.heading)
            st.page_link(SECTION, label=label, query_params={"id": section.id})
        st.text(_(_KINDS[clash.kind]))
        for proposal_id in clash.amendment_ids:
            proposal_links.link(chosen.proposals[proposal_id], chosen.name(proposal_id))
        text = _text_of(clash, chosen, section)
        for conflict in clash.conflicts:
            names = [_names(clash, chosen, places) for places in conflict.authors]
            conflict_view.show(conflict, text, names)


def _text_of(clash: Clash, chosen: Chosen, section: Section | None) -> str:
    """Return the text in which the places of the conflicts count."""
    if clash.kind is ClashKind.BASE:
        return text_of_blocks(chosen.amendments[clash.amendment_ids[0]].base.blocks)
    return text_of_blocks(section.blocks) if section else ""


def _names(clash: Clash, chosen: Chosen, places: tuple[int, ...]) -> str:
    """Return whose wording a rival is; without an author it is the text of today."""
    names = [chosen.name(clash.amendment_ids[place]) for place in places]
    return "; ".join(names) or _("The text of today")
