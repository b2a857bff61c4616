"""A proposal on a text that changed underneath it: what it becomes, shown and confirmed."""

from dataclasses import replace
from typing import Final

import streamlit as st

from concept_review.merge import Conflict
from concept_review.outline import text_of_blocks
from concept_review.proposal import Proposal
from concept_review.proposal_steps import ProposalAction
from concept_review.rebase import Rebased, Wording
from concept_review.section import Section
from data.carrying_over import carry_over
from data.concepts import section
from data.proposals import proposal
from views import conflict_view, diff_view, session
from views.proposal_acting import act, hand_on, typed_wording
from views.proposal_rewording import ask_wording
from views.proposal_words import ACTIONS
from views.wording_text import full_text
from views.words import _

_WORDS: Final = ("title", "wording")


def show(wanted: Proposal, base: Wording, present: Section, rebased: Rebased) -> None:
    """Show what changed in the text, what is proposed, and what the two make together."""
    then, now = full_text(base.title, base.blocks), full_text(present.title, present.blocks)
    offered = full_text(wanted.title, wanted.blocks)
    st.header(_("The text has changed since"), anchor=False)
    since, proposed, together = st.columns(3)
    with since:
        st.subheader(_("Changed in the text since"), anchor=False)
        diff_view.show_passage(then, now)
    with proposed:
        st.subheader(_("Changed by the proposal"), anchor=False)
        diff_view.show_passage(then, offered)
    with together:
        st.subheader(_("The proposal on the text of today"), anchor=False)
        if rebased.conflicts:
            st.warning(_("Text and proposal want different words at the same place."))
        else:
            diff_view.show_passage(now, full_text(rebased.wording.title, rebased.wording.blocks))
    for each in rebased.conflicts:
        conflict_view.show(_in_order(each), text_of_blocks(base.blocks), _names(each.authors))


def ask(wanted: Proposal, present: Section, rebased: Rebased, start: Wording) -> None:
    """Ask to confirm what is shown or, where it contradicts the text, to write the result."""
    form = _form(wanted, present)
    label = _(ACTIONS[ProposalAction.CARRY_OVER])
    contradicts = bool(rebased.conflicts)
    if contradicts:
        st.text(_("Please write what the section should say; the text of today is a beginning."))
        ask_wording(form, start, text_of_blocks(present.blocks))
    st.button(
        label,
        type="primary",
        key=f"do_{form}",
        on_click=_save,
        args=(form, wanted, present.version_id, contradicts, session.form_key(form)),
    )


def _in_order(conflict: Conflict) -> Conflict:
    """Return a conflict with the wording that is in force before the one that is proposed."""
    pairs = sorted(zip(conflict.authors, conflict.rivals, strict=True))
    return replace(
        conflict,
        authors=tuple(authors for authors, _rival in pairs),
        rivals=tuple(rival for _authors, rival in pairs),
    )


def _names(authors: tuple[tuple[int, ...], ...]) -> list[str]:
    """Say of each rival, in order, whether it is in force or proposed."""
    names = (_("The text of today"), _("The proposal"))
    return [", ".join(names[place] for place in places) for places in sorted(authors)]


def _form(wanted: Proposal, present: Section) -> str:
    return f"step_carry_over_{wanted.id}_{wanted.number}_{present.version_id}"


def _save(form: str, wanted: Proposal, against: str, contradicts: bool, key: str) -> None:
    written = typed_wording(form) if contradicts else None
    if contradicts and written is None:
        return
    done = act(
        form, ProposalAction.CARRY_OVER, carry_over, wanted.id,
        expected=wanted.revision, against_version_id=against, written=written, key=key,
    )  # fmt: skip
    if not done and contradicts:
        store = session.store()
        now = proposal(store, session.identity(), wanted.id)
        hand_on(form, _form(now, section(store, now.section_id)), _WORDS)
