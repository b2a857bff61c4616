"""How the sections of a new version follow the present ones, for a person to look at."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from concept_review.inline import plain
from concept_review.matching import Match, MatchKind
from concept_review.numbering import number_labels, numbered
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
_FEW: Final = 0.25  # of the present sections; below it the concept may be the wrong one
_OPEN: Final = (MatchKind.UNCERTAIN,)


def ask(plan: Plan, key: str) -> dict[Pair, bool]:
    """Show what becomes of every section, and ask where it is uncertain."""
    answers: dict[Pair, bool] = {}
    st.header(_("What becomes of the sections"), anchor=False)
    _doubt(plan)
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


def _doubt(plan: Plan) -> None:
    """Ask whether it is the right concept where nearly nothing of it is found in the file."""
    if plan.found_again >= _FEW * len(plan.old):
        return
    st.warning(
        _(
            "Of the {all} present sections only {found} are found in the file; the others would "
            "no longer hold. Is it really a new version of this concept? Otherwise please choose "
            "above what it is.",
            all=number_text(len(plan.old)),
            found=number_text(plan.found_again),
        ),
        icon=":material/warning:",
    )


def _ask_all(plan: Plan, found: list[Match], key: str) -> Mapping[Pair, bool]:
    answers: dict[Pair, bool] = {}
    after = _headings(plan)
    for each in found:
        if each.old is None or each.new is None:
            continue
        old, new = plan.old[each.old], plan.outline.sections[each.new]
        with st.container(border=True):
            _head(old.heading, after[each.new], each.similarity)
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
    after = _headings(plan)
    for each in found[(page - 1) * _PAGE : page * _PAGE]:
        old = None if each.old is None else plan.old[each.old]
        new = None if each.new is None else plan.outline.sections[each.new]
        before, now = old.heading if old else "", "" if each.new is None else after[each.new]
        if each.kind is MatchKind.CHANGED and old and new:
            with st.container(border=True):
                _head(before, now, each.similarity)
                diff_view.show_words(_old_text(old), _new_text(new))
        else:
            _head(before, now, None)


def _headings(plan: Plan) -> list[str]:
    """Return the new sections' headings, numbered as they will be."""
    sections = plan.outline.sections
    labels = number_labels([(each.title, each.level) for each in sections])
    return [
        numbered(label, plain(each.title)) for label, each in zip(labels, sections, strict=True)
    ]


def _head(before: str, after: str, similarity: float | None) -> None:
    both = before and after and before != after
    text = f"{inert(before)} → {inert(after)}" if both else inert(before or after)
    share = "" if similarity is None else _("{share} alike", share=percent_text(similarity))
    st.markdown(f"**{text}** {inert(share)}".strip())


def _old_text(section: Section) -> str:
    return f"{section.title}\n\n{text_of_blocks(section.blocks)}"


def _new_text(section: OutlineSection) -> str:
    return f"{section.title}\n\n{text_of_blocks(section.blocks)}"
