"""How a section came to say what it says: its wordings compared, and its reviews."""

from datetime import datetime

import streamlit as st

from accounts.identity import Identity
from concept_review.outline import text_of_blocks
from concept_review.section import Section
from data.concepts import wordings
from data.reviews import reviews_of
from data.store import Store
from views import diff_view
from views.standing_words import VERDICTS
from views.words import _, date_text, moment_text


def show(store: Store, actor: Identity, section: Section) -> None:
    """Show versions and reviews, folded until somebody asks."""
    known = _different(wordings(store, section.id))
    if len(known) > 1:
        with st.expander(_("Compare versions"), icon=":material/difference:"):
            _compare(known)
    reviews = reviews_of(store, section.id)
    if reviews:
        with st.expander(_("Reviews so far"), icon=":material/history:"):
            for each in reviews:
                verdict = _(VERDICTS[each.verdict])
                st.text(f"{date_text(each.reviewed_on)}: {verdict}")
                if each.rationale and actor.signed_in:
                    st.text(each.rationale)


def _different(known: list[tuple[Section, datetime]]) -> list[tuple[Section, datetime]]:
    """Leave out wordings in which the section only got another place; newest first."""
    return [
        each
        for each, older in zip(known, [*known[1:], None], strict=True)
        if older is None or _text(each[0]) != _text(older[0])
    ]


def _text(wording: Section) -> str:
    return f"{wording.title}\n\n{text_of_blocks(wording.blocks)}"


def _compare(known: list[tuple[Section, datetime]]) -> None:
    names = {
        wording.version_id: _(
            "Version {number} of {moment}", number=wording.number, moment=moment_text(since)
        )
        for wording, since in known
    }
    texts = {wording.version_id: _text(wording) for wording, _since in known}
    ids = list(names)
    older, newer = st.columns(2)
    left = older.selectbox(_("Older"), ids, index=1, format_func=names.__getitem__, key="older")
    right = newer.selectbox(_("Newer"), ids, index=0, format_func=names.__getitem__, key="newer")
    diff_view.show(texts[left], texts[right])
