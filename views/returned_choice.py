"""The suggestions that a file holds, section by section, to be chosen one by one."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from concept_review.outline import text_of_blocks
from concept_review.rebase import Wording
from concept_review.returned import ReturnedSuggestion
from concept_review.section import Section
from views import diff_view
from views.inert import inert
from views.intake_upload import File
from views.returned_words import what_happens
from views.words import _, number_text, partial_date_text, plural

_PAGE: Final = 20


def ask(
    file: File, found: Sequence[ReturnedSuggestion], sections: Sequence[Section]
) -> list[ReturnedSuggestion]:
    """Show all suggestions with what they change, and return those that are chosen."""
    by_id = {each.id: each for each in sections}
    choice: dict[int, bool] = st.session_state.setdefault(f"returned_{file.digest}", {})
    for place, each in enumerate(found):
        choice.setdefault(place, _usual(file, each, by_id.get(each.section_id)))
    st.header(plural("{n} suggestion", "{n} suggestions", len(found)), anchor=False)
    order = sorted(range(len(found)), key=lambda place: _position(by_id, found[place]))
    count = -(-len(found) // _PAGE)
    page = st.pagination(count, key=f"returned_page_{file.digest}") if count > 1 else 1
    shown = ""
    for place in order[(page - 1) * _PAGE : page * _PAGE]:
        each = found[place]
        section = by_id.get(each.section_id)
        if section and section.id != shown:
            st.subheader(inert(section.heading), anchor=False)
            shown = section.id
        with st.container(border=True):
            _show(file, place, each, choice, standing=_stands(each, section))
    return [each for place, each in enumerate(found) if choice[place]]


def _position(by_id: dict[str, Section], each: ReturnedSuggestion) -> int:
    section = by_id.get(each.section_id)
    return section.position if section else -1


def _stands(each: ReturnedSuggestion, section: Section | None) -> bool:
    """Say whether the section still says what the suggestion changes."""
    return section is not None and each.base == Wording(section.title, section.blocks)


def _usual(file: File, each: ReturnedSuggestion, section: Section | None) -> bool:
    """Say what is chosen before anybody chooses: what somebody marked and can be taken over."""
    return _stands(each, section) and (bool(each.author) or not file.draft.tracked)


def _show(
    file: File, place: int, each: ReturnedSuggestion, choice: dict[int, bool], *, standing: bool
) -> None:
    key = f"returned_{file.digest}_{place}"
    st.session_state[key] = choice[place] and standing
    st.checkbox(
        _("Take over as a proposal of {author}", author=inert(_author(each))),
        key=key,
        on_change=_choose,
        args=(f"returned_{file.digest}", place, key),
        disabled=not standing,
    )
    if not standing:
        st.warning(
            _(
                "The section has been changed at this place since the file was made. Please write "
                "the proposal anew on the section itself."
            )
        )
    if each.day:
        st.caption(_("Written on {day}.", day=partial_date_text(each.day)))
    if words := what_happens(each):
        st.text(words)
    else:
        diff_view.show(_text(each.base), _text(each.wording))


def _author(each: ReturnedSuggestion) -> str:
    return each.author or _("whoever sends it, without tracked changes")


def _choose(kept: str, place: int, key: str) -> None:
    st.session_state[kept][place] = bool(st.session_state[key])


def _text(wording: Wording) -> str:
    return f"{wording.title}\n\n{text_of_blocks(wording.blocks)}".strip()


def chosen_words(number: int, of: int) -> str:
    """Return how many suggestions are chosen."""
    return _("{number} of {all} are chosen.", number=number_text(number), all=number_text(of))
