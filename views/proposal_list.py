"""The proposals on a concept, by what they wait for, each in one line with its flags."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from accounts.identity import Identity
from concept_review.proposal import Proposal
from concept_review.proposal_stage import Stage, stage_of
from concept_review.proposal_steps import UNDECIDED
from concept_review.section import Concept
from data.accounts import accounts
from data.clock import day_of, today
from data.concepts import retired_sections, sections
from data.proposal_flags import Flag, flags_of
from data.proposals import proposals
from data.store import Store
from views import proposal_filters, proposal_links
from views.inert import inert
from views.proposal_filters import Listed
from views.proposal_words import KINDS, STAGES
from views.shown_rivalry import rivalry_of
from views.words import _, date_text, plural

_PAGE: Final = 20
_CHOSEN: Final = "proposals_chosen"
_TOGETHER: Final = frozenset({*UNDECIDED})
Flags = Mapping[str, tuple[Flag, ...]]


def show(store: Store, actor: Identity, concept: Concept) -> None:
    """Show the proposals on a concept that the address asks for."""
    text = sections(store, concept.id)
    listed = Listed(
        proposals(store, actor, concept_id=concept.id),
        {each.id: each for each in (*text, *retired_sections(store, concept.id))},
        {each.id: each.name for each in accounts(store)},
    )
    waiting = sum(each.state in UNDECIDED for each in listed.proposals)
    st.text(
        plural("{n} proposal waits for a decision.", "{n} proposals wait for a decision.", waiting)
    )
    shown = proposal_filters.choose(listed)
    rivalry = rivalry_of(store, text, listed.proposals)
    rivals = [each.id for each in shown if rivalry.rivals_of(each.id)]
    _offer_together(shown)
    _show_groups(listed, shown, flags_of(store, shown, text, rivals, today()))


def _offer_together(shown: Sequence[Proposal]) -> None:
    """Link to the chosen ones as one text, else to all that are shown and open."""
    open_ids = [each.id for each in shown if each.state in _TOGETHER]
    chosen = [each for each in open_ids if each in st.session_state.get(_CHOSEN, ())]
    with st.container():  # always there, so that nothing below moves when it fills
        if chosen:
            label = plural(
                "See the {n} chosen proposal together",
                "See the {n} chosen proposals together",
                len(chosen),
            )
            proposal_links.link_together(chosen, label)
        elif len(open_ids) > 1:
            proposal_links.link_together(open_ids, _("See all open ones shown here together"))


def _show_groups(listed: Listed, shown: Sequence[Proposal], flags: Flags) -> None:
    for stage in Stage:
        group = [each for each in shown if stage_of(each) is stage]
        if not group:
            continue
        st.header(f"{_(STAGES[stage])} ({len(group)})", anchor=False)
        count = -(-len(group) // _PAGE)
        page = st.pagination(count, key=f"proposals_{stage.value}") if count > 1 else 1
        for each in group[(page - 1) * _PAGE : page * _PAGE]:
            _row(listed, each, flags[each.id])


def _row(listed: Listed, each: Proposal, flags: Sequence[Flag]) -> None:
    with st.container(border=True, gap="xxsmall", key=f"row_{each.id}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if each.state in _TOGETHER:
                _checkbox(each)
            proposal_links.link(each)
            proposal_links.badges(each, flags, with_state=stage_of(each) is Stage.DONE)
        section = listed.sections.get(each.section_id)
        parts = [
            _(KINDS[each.kind]),
            section.heading if section else "",
            listed.author(each),
            date_text(day_of(each.created_at)),
            _("comes again on {day}", day=date_text(each.resubmit_on)) if each.resubmit_on else "",
        ]
        st.caption(inert(" · ".join(part for part in parts if part)))


def _checkbox(each: Proposal) -> None:
    key = f"choose_{each.id}"
    chosen: set[str] = st.session_state.setdefault(_CHOSEN, set())
    st.session_state[key] = each.id in chosen
    st.checkbox(
        inert(_("Choose “{headline}”", headline=each.headline)),
        key=key,
        label_visibility="collapsed",
        on_change=_choose,
        args=(each.id,),
    )


def _choose(proposal_id: str) -> None:
    chosen: set[str] = st.session_state.setdefault(_CHOSEN, set())
    if st.session_state[f"choose_{proposal_id}"]:
        chosen.add(proposal_id)
    else:
        chosen.discard(proposal_id)
