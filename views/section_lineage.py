"""Where a section came from, and what became of it."""

from typing import Final

import streamlit as st

from concept_review.matching import MatchKind
from concept_review.section import Section
from concept_review.succession import Succession, SuccessionState
from data.concepts import section as section_now
from data.store import NotFound, Store
from data.successions import successions
from views.inert import inert
from views.page_files import SECTION
from views.words import _, date_text, mark

_FROM: Final = {
    MatchKind.SPLIT: mark("Divided from"),
    MatchKind.MERGED: mark("Merged from"),
    MatchKind.UNCERTAIN: mark("Perhaps once"),
}
_TO: Final = {
    MatchKind.SPLIT: mark("A part of it became"),
    MatchKind.MERGED: mark("Went into"),
    MatchKind.UNCERTAIN: mark("Perhaps now"),
}


def show(store: Store, section: Section) -> None:
    """Say whether the section is still in force, and lead to those before and after it."""
    if section.retired_on:
        text = _(
            "This section is no longer part of the concept (since {day}). Its text, reviews and "
            "proposals stay readable here.",
            day=date_text(section.retired_on),
        )
        st.info(text, icon=":material/block:")
    for each in successions(store, section.id):
        if each.state in (SuccessionState.SURE, SuccessionState.OPEN):
            _link(store, section.id, each)


def follower(store: Store, section_id: str) -> str | None:
    """Return the id of the section into which one was joined, so that old addresses lead on."""
    for each in successions(store, section_id):
        if each.new_id == section_id and each.state is SuccessionState.SAME:
            return each.old_id
    return None


def _link(store: Store, section_id: str, each: Succession) -> None:
    onward = each.old_id == section_id
    words = (_TO if onward else _FROM).get(each.kind)
    try:
        other = section_now(store, each.new_id if onward else each.old_id)
    except NotFound:
        return
    if words:
        label = f"{_(words)}: {inert(other.heading)}"
        st.page_link(SECTION, label=label, icon=":material/history:", query_params={"id": other.id})
