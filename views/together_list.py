"""Which of several proposals can stand together, and which are alternatives, as two lists."""

import streamlit as st

from concept_review.rivalry import Rivalry
from views import proposal_links
from views.clash_view import Chosen
from views.words import _


def show(chosen: Chosen, found: Rivalry) -> None:
    """Name the proposals that fit together, then each other one with its rivals."""
    clashing = {each for clash in found.clashes for each in clash.amendment_ids}
    free = [each for each in chosen.proposals if each not in clashing]
    fitting, rivals = st.columns(2, gap="large")
    with fitting:
        st.header(_("Can stand together"), anchor=False)
        if not free:
            st.text(_("None of the proposals chosen."))
        for each in free:
            proposal_links.link(chosen.proposals[each], chosen.name(each))
    with rivals:
        st.header(_("Alternatives"), anchor=False)
        if not clashing:
            st.text(_("No proposal stands in the way of another."))
        for each in sorted(clashing):
            _show_rivals(each, chosen, found)


def _show_rivals(proposal_id: str, chosen: Chosen, found: Rivalry) -> None:
    others = found.rivals_of(proposal_id)
    proposal_links.link(chosen.proposals[proposal_id], chosen.name(proposal_id))
    names = "; ".join(chosen.name(each) for each in others)
    st.text(
        _("not together with: {names}", names=names)
        if names
        else _("contradicts the text as it stands today")
    )
