"""Working a proposal over: another revision of it, with the differences shown while typing."""

from typing import Final

import streamlit as st

from concept_review.outline import text_of_blocks
from concept_review.proposal import Offer, Proposal, ProposalKind
from concept_review.proposal_steps import ProposalAction
from concept_review.rebase import Wording
from concept_review.section import Section
from data.concepts import section
from data.proposal_acts import reword
from data.proposals import proposal
from views import diff_view, session
from views.live_text import typed_text
from views.proposal_acting import act, hand_on, is_open, typed_wording
from views.proposal_words import ACTIONS
from views.words import _

_REASONS: Final = ("headline", "rationale", "editorial")
_WORDS: Final = ("title", "wording")


def ask(wanted: Proposal, present: Section, start: Wording) -> None:
    """Ask for another wording and other reasons; the text begins with `start`.

    The button carries the revision of the proposal and the version of the section's wording
    that are shown with it.
    """
    form = _form(wanted, present)
    errors = session.kept_errors(form)
    with st.expander(
        _(ACTIONS[ProposalAction.REVISE]), icon=":material/edit:", expanded=is_open(form)
    ):
        st.session_state.setdefault(f"headline_{form}", wanted.headline)
        st.text_input(_("What is it about? (required)"), key=f"headline_{form}")
        session.show_error(errors, "headline")
        if _has_words(wanted):
            before = "" if wanted.kind is ProposalKind.INSERT else text_of_blocks(present.blocks)
            ask_wording(form, start, before)
        st.session_state.setdefault(f"rationale_{form}", wanted.rationale)
        st.text_area(_("Why? (required)"), key=f"rationale_{form}")
        session.show_error(errors, "rationale")
        st.session_state.setdefault(f"editorial_{form}", wanted.editorial)
        st.checkbox(_("Only the form changes, not the sense"), key=f"editorial_{form}")
        st.button(
            _("Save as a new revision"),
            type="primary",
            key=f"do_{form}",
            on_click=_save,
            args=(form, wanted, present.version_id, session.form_key(form)),
        )


def ask_wording(form: str, start: Wording, before: str) -> None:
    """Ask for title and text in a form, and show live how the text differs from `before`."""
    errors = session.kept_errors(form)
    st.session_state.setdefault(f"title_{form}", start.title)
    st.text_input(_("Heading"), key=f"title_{form}")
    session.show_error(errors, "title")
    key = f"wording_{form}"
    st.session_state.setdefault(key, text_of_blocks(start.blocks))
    committed = st.text_area(_("New wording"), height=320, key=key)
    session.show_error(errors, "wording")
    st.caption(_("Differences to the present text"))
    diff_view.show(before, typed_text(key, committed))


def _has_words(wanted: Proposal) -> bool:
    return wanted.rewords or wanted.kind is ProposalKind.INSERT


def _form(wanted: Proposal, present: Section) -> str:
    return f"step_revise_{wanted.id}_{wanted.number}_{present.version_id}"


def _save(form: str, wanted: Proposal, against: str, key: str) -> None:
    wording: Wording | None = Wording(wanted.title, wanted.blocks)
    if _has_words(wanted):
        wording = typed_wording(form)
    if wording is None:
        return
    headline, rationale, editorial = (st.session_state[f"{each}_{form}"] for each in _REASONS)
    offer = Offer(headline=headline, rationale=rationale, wording=wording, editorial=editorial)
    done = act(
        form, ProposalAction.REVISE, reword, wanted.id, offer,
        base_version_id=against, expected=wanted.revision, key=key,
    )  # fmt: skip
    if not done:
        store = session.store()
        now = proposal(store, session.identity(), wanted.id)
        fields = _REASONS + _WORDS if _has_words(wanted) else _REASONS
        hand_on(form, _form(now, section(store, now.section_id)), fields)
