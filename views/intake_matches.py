"""How the sections of a new version follow the present ones, for a person to look at."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from concept_review.matching import Match, MatchKind
from concept_review.outline import OutlineSection, text_of_blocks
from concept_review.section import Section
from concept_review.succession import Pair
from data.new_versions import Plan
from views import diff_view
from views.inert import inert
from views.matches_words import MATCHES
from views.words import _, mark, number_text, percent_text, plural

_SAME: Final = {
    True: mark("It is the same section, with other words"),
    False: mark("It is another section"),
}
_PAGE: Final = 25
_OPEN: Final = (MatchKind.UNCERTAIN,)


def ask(plan: Plan, key: str) -> dict[Pair, bool]:
    """Show what becomes of every section, and ask where it is uncertain."""
    answers: dict[Pair, bool] = {}
    st.header(_("What becomes of the sections"), anchor=False)
    for kind, word in MATCHES.items():
        found = [each for each in plan.matches if each.kind is kind]
        if not found:
            continue
        label = f"{_(word)} ({number_text(len(found))})"
        with st.expander(inert(label), expanded=kind in _OPEN):
            if kind is MatchKind.UNCERTAIN:
                answers |= _ask_all(plan, found, key)
            else:
                _list(plan, found, f"{key}_{kind.value}")
    waiting = sum(each.kind is MatchKind.UNCERTAIN for each in plan.matches) - len(answers)
    if waiting:
        st.warning(
            plural(
                "{n} pair is not decided yet. It can also be decided later; until then the old "
                "section keeps its history and the new one begins without a review.",
                "{n} pairs are not decided yet. They can also be decided later; until then the "
                "old sections keep their history and the new ones begin without a review.",
                waiting,
            ),
            icon=":material/help:",
        )
    return answers


def _ask_all(plan: Plan, found: list[Match], key: str) -> Mapping[Pair, bool]:
    answers: dict[Pair, bool] = {}
    for each in found:
        if each.old is None or each.new is None:
            continue
        old, new = plan.old[each.old], plan.outline.sections[each.new]
        with st.container(border=True):
            _head(old, new, each.similarity)
            diff_view.show_words(_old_text(old), _new_text(new))
            said = st.radio(
                _("Is it the same section?"),
                list(_SAME),
                index=None,
                format_func=lambda same: _(_SAME[same]),
                key=f"same_{key}_{each.old}_{each.new}",
                label_visibility="collapsed",
            )
        if said is not None:
            answers[each.old, each.new] = said
    return answers


def _list(plan: Plan, found: list[Match], key: str) -> None:
    count = -(-len(found) // _PAGE)
    page = st.pagination(count, key=f"page_{key}") if count > 1 else 1
    for each in found[(page - 1) * _PAGE : page * _PAGE]:
        old = None if each.old is None else plan.old[each.old]
        new = None if each.new is None else plan.outline.sections[each.new]
        if each.kind is MatchKind.CHANGED and old and new:
            with st.container(border=True):
                _head(old, new, each.similarity)
                diff_view.show_words(_old_text(old), _new_text(new))
        else:
            _head(old, new, None)


def _head(old: Section | None, new: OutlineSection | None, similarity: float | None) -> None:
    before = old.heading if old else ""
    after = new.title if new else ""
    same = old is not None and new is not None and old.title == new.title
    words = before if same or not after else after if not before else None
    text = inert(words) if words else f"{inert(before)} → {inert(after)}"
    share = "" if similarity is None else _("{share} alike", share=percent_text(similarity))
    st.markdown(f"**{text}** {inert(share)}".strip())


def _old_text(section: Section) -> str:
    return f"{section.title}\n\n{text_of_blocks(section.blocks)}"


def _new_text(section: OutlineSection) -> str:
    return f"{section.title}\n\n{text_of_blocks(section.blocks)}"
