"""Where adopted proposals overlap: base, each wording, and the result that a person writes."""

from collections.abc import Mapping, Sequence

import streamlit as st

from concept_review.batch import Clash
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.proposal import TITLE_LIMIT
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.unreadable import UnreadableConcept
from views import clash_view, diff_view, session
from views.clash_view import Chosen
from views.live_text import typed_text
from views.wording_text import full_text
from views.words import _


def ask(
    form: str,
    section_id: str,
    clashes: Sequence[Clash],
    chosen: Chosen,
    start: Section | None,
    errors: Mapping[str, str],
) -> Wording | None:
    """Show what clashes in a section, and return the result once a person has settled it.

    `start` is the section with all that does not clash; without it no wording settles anything.
    """
    with st.container(border=True, key=f"clash_{form}_{section_id}"):
        for clash in clashes:
            clash_view.show(clash, chosen)
        if start is None:
            st.error(
                _("No wording can settle this. One of these proposals has to be decided again.")
            )
            return None
        return _ask_result(form, start, errors)


def typed(form: str, section_id: str) -> Wording:
    """Return what a person wrote for a section; raise `UnreadableConcept` where it is no text."""
    name = f"{form}_{section_id}"
    return Wording(
        str(st.session_state[f"title_{name}"]).strip(),
        blocks_of_text(str(st.session_state[f"written_{name}"])),
    )


def _ask_result(form: str, start: Section, errors: Mapping[str, str]) -> Wording | None:
    name = f"{form}_{start.id}"
    st.session_state.setdefault(f"title_{name}", start.title)
    limit = max(TITLE_LIMIT, len(start.title))
    title = st.text_input(_("Heading as it shall be"), key=f"title_{name}", max_chars=limit)
    key = f"written_{name}"
    st.session_state.setdefault(key, text_of_blocks(start.blocks))
    committed = st.text_area(_("Text as it shall be"), height=280, key=key)
    session.show_error(errors, "wording")
    st.caption(_("Differences to the text without what overlaps"))
    old = full_text(start.title, start.blocks)
    diff_view.show(old, f"{title}\n\n{typed_text(key, committed)}")
    if not st.checkbox(_("This is what was decided"), key=f"settled_{name}"):
        return None
    try:
        return typed(form, start.id)
    except UnreadableConcept:
        return None
