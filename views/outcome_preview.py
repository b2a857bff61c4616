"""What the text would be with proposals taken in, section by section."""

from collections.abc import Collection, Sequence

import streamlit as st

from concept_review.batch import Composed
from concept_review.section import Section
from views import diff_view
from views.inert import inert
from views.wording_text import full_text
from views.words import _, plural


def show(
    present: Sequence[Section], outcome: Composed, only: Collection[str] | None = None
) -> None:
    """Show every section that changes, comes, moves or goes; `only` names those of interest."""
    before = {each.id: each for each in present}
    changed = [each for each in outcome.sections if outcome.sources.get(each.id)]
    gone = list(outcome.dropped)
    if only is not None:
        changed = [each for each in changed if each.id in only]
        gone = [each for each in gone if each.id in only]
    if not changed and not gone:
        st.text(_("The text stays as it is."))
        return
    st.text(plural("{n} section changes.", "{n} sections change.", len(changed) + len(gone)))
    for each in changed:
        _show_changed(before.get(each.id), each, outcome.sections)
    for each in gone:
        _heading(each, _("is dropped"))
        diff_view.show(full_text(each.title, each.blocks), "")


def _show_changed(old: Section | None, new: Section, sections: Sequence[Section]) -> None:
    if old is None:
        _heading(new, _("is new"))
        diff_view.show("", full_text(new.title, new.blocks))
        return
    same = (old.title, old.blocks) == (new.title, new.blocks)
    _heading(new, _moved(old, new, sections) if same else "")
    if not same:
        diff_view.show(full_text(old.title, old.blocks), full_text(new.title, new.blocks))


def _heading(section: Section, what: str) -> None:
    st.markdown(f"**{inert(section.heading)}**{f' ({inert(what)})' if what else ''}")


def _moved(old: Section, new: Section, sections: Sequence[Section]) -> str:
    place = next(number for number, each in enumerate(sections) if each.id == new.id)
    if place == 0:
        return _("comes to stand first")
    behind = sections[place - 1].heading
    return _("moves behind “{section}”, so far “{before}”", section=behind, before=old.heading)
