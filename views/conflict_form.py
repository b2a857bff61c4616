"""Where adopted proposals overlap: base, each wording, and the result that a person writes."""

from collections.abc import Mapping, Sequence

import streamlit as st

from concept_review.batch import Clash
from concept_review.merge import Conflict
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.proposal import TITLE_LIMIT, Proposal
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.unreadable import UnreadableConcept
from views import diff_view, session
from views.inert import inert
from views.live_text import typed_text
from views.paper_words import CLASHES
from views.wording_text import full_text
from views.words import _


def ask(
    form: str,
    section_id: str,
    clashes: Sequence[Clash],
    wanted: Sequence[Proposal],
    start: Section | None,
    errors: Mapping[str, str],
) -> Wording | None:
    """Show what clashes in a section, and return the result once a person has settled it.

    `start` is the section with all that does not clash; without it no wording settles anything.
    """
    names = {each.id: each.headline for each in wanted}
    with st.container(border=True, key=f"clash_{form}_{section_id}"):
        st.subheader(inert(start.heading) if start else _("The order of the text"), anchor=False)
        for clash in clashes:
            _show(clash, names)
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


def _show(clash: Clash, names: Mapping[str, str]) -> None:
    own = [names[each] for each in clash.amendment_ids if each in names]
    who = ", ".join(f"„{each}“" for each in own)
    st.text(f"{_(CLASHES[clash.kind])} {who}")
    for conflict in clash.conflicts:
        columns = st.columns(1 + len(conflict.rivals))
        with columns[0]:
            st.markdown(f"**{_('So far')}**")
            st.text(conflict.base or _("(nothing)"))
        for number, (rival, column) in enumerate(zip(conflict.rivals, columns[1:], strict=True)):
            with column:
                st.markdown(f"**{inert(_rival_name(clash, conflict, number, names))}**")
                st.text(rival or _("(nothing)"))


def _rival_name(clash: Clash, conflict: Conflict, number: int, names: Mapping[str, str]) -> str:
    """Return which proposals want a wording; without one it is what the text says by now."""
    places = conflict.authors[number] if number < len(conflict.authors) else ()
    known = [names.get(clash.amendment_ids[place], "") for place in places]
    letter = "ABCDEFGHIJ"[number] if number < 10 else str(number + 1)
    return f"{letter}: {', '.join(known) if known else _('the present text')}"


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
