"""The wording that a body decided with changes, with the differences while one types."""

import streamlit as st

from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.proposal import TITLE_LIMIT, Proposal
from concept_review.rebase import Wording
from concept_review.rewriting import starting_point
from concept_review.section import Section
from data.amendments import base_of, carried_over
from data.store import Store
from views import diff_view
from views.live_text import typed_text
from views.wording_text import full_text
from views.words import _


def ask(store: Store, wanted: Proposal, present: Section, form: str) -> None:
    """Ask for heading and text as they were decided, beginning with what is proposed."""
    start = _start(store, wanted, present)
    title_key, key = f"title_{form}", f"wording_{form}"
    st.session_state.setdefault(title_key, start.title)
    title = st.text_input(
        _("Heading as decided"), key=title_key, max_chars=max(TITLE_LIMIT, len(start.title))
    )
    st.session_state.setdefault(key, text_of_blocks(start.blocks))
    committed = st.text_area(_("Text as decided"), height=320, key=key)
    typed_now = f"{title}\n\n{typed_text(key, committed)}"
    proposed, before = st.tabs(
        [_("Differences to the proposal"), _("Differences to the present text")]
    )
    with proposed:
        diff_view.show(full_text(start.title, start.blocks), typed_now)
    with before:
        old = full_text(present.title, present.blocks) if wanted.rewords else ""
        diff_view.show(old, typed_now)


def typed(form: str) -> Wording:
    """Return the wording that was typed; raise `UnreadableConcept` where it is no text."""
    return Wording(
        str(st.session_state[f"title_{form}"]).strip(),
        blocks_of_text(str(st.session_state[f"wording_{form}"])),
    )


def _start(store: Store, wanted: Proposal, present: Section) -> Wording:
    """Return what is proposed, on the text of today where it rewords that."""
    if not wanted.rewords:
        return Wording(wanted.title, wanted.blocks)
    base, now = base_of(store, wanted), Wording(present.title, present.blocks)
    return starting_point(base, now, carried_over(store, wanted, present))
