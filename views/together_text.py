"""The text that several proposals make together, section by section, as differences."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from concept_review.amendment import Composed
from concept_review.proposal import ProposalKind
from concept_review.section import Section
from views import diff_view
from views.clash_view import Chosen
from views.inert import inert
from views.wording_text import full_text
from views.words import _

_PAGE: Final = 15


def show(composed: Composed, chosen: Chosen) -> None:
    """Show each section that would change, in the order of the text."""
    touched = [each for each in composed.sections if each.id in composed.sources]
    touched += composed.dropped
    st.header(_("The text with all that can stand together"), anchor=False)
    if not touched:
        st.text(_("Nothing changes yet."))
        return
    count = -(-len(touched) // _PAGE)
    page = st.pagination(count, key="together_page") if count > 1 else 1
    dropped = {each.id for each in composed.dropped}
    for each in touched[(page - 1) * _PAGE : page * _PAGE]:
        _show(each, composed, chosen, goes=each.id in dropped)


def _show(section: Section, composed: Composed, chosen: Chosen, *, goes: bool) -> None:
    sources = [each for each in composed.sources.get(section.id, ()) if each in chosen.proposals]
    before = chosen.sections.get(section.id)
    old = full_text(before.title, before.blocks) if before else ""
    new = "" if goes else full_text(section.title, section.blocks)
    with st.container(border=True):
        st.subheader(inert((before or section).heading), anchor=False)
        st.caption(inert("; ".join(chosen.name(each) for each in sources)))
        if goes:
            st.text(_("The section goes."))
        elif not before or any(
            chosen.proposals[each].kind is ProposalKind.MOVE for each in sources
        ):
            st.text(_place(section, composed.sections))
        if old != new:
            diff_view.show(old, new)


def _place(section: Section, sections: Sequence[Section]) -> str:
    place = next(i for i, each in enumerate(sections) if each.id == section.id)
    if not place:
        return _("Comes to stand at the very beginning.")
    return _("Comes to stand behind “{section}”.", section=sections[place - 1].heading)
