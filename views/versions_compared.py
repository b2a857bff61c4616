"""Two states of a concept, section by section: what stayed, changed, came, went and moved."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import streamlit as st

from concept_review.edition import Edition
from concept_review.outline import text_of_blocks
from concept_review.section import Concept, Section, Version
from data.clock import day_of, today
from data.editions import edition
from data.store import Store
from views import diff_view
from views.address import follow, write
from views.inert import inert
from views.page_files import SECTION
from views.reading_routes import CONCEPT, READING
from views.synopsis_routes import synopsis_url
from views.words import _, date_text, plural

OLDER, NEWER, DAY = "von", "bis", "stand"
_FORMATS: Final = {"docx": "Word", "odt": "OpenDocument", "pdf": "PDF", "xlsx": "Excel"}
_SHOWN_AT_ONCE: Final = 40


def show_list(store: Store, known: Sequence[Version]) -> None:
    """List the versions, newest first, with what made them and since when they are published."""
    del store
    st.table(
        {
            _("Version"): [str(each.number) for each in known],
            _("From"): [inert(date_text(day_of(each.created_at))) for each in known],
            _("Name"): [inert(each.label) or "–" for each in known],
            _("Published"): [inert(date_text(each.published_on)) or "–" for each in known],
        }
    )


def compare(store: Store, shown: Concept, known: Sequence[Version]) -> None:
    """Ask for two states, show where they differ, and lead to them as files."""
    st.header(_("Compare two versions"), anchor=False)
    if len(known) < 2:
        st.text(_("There is only one version so far."))
        _show_day(shown)
        return
    numbers = [each.number for each in known]
    names = {each.number: _name(each) for each in known}
    follow(OLDER, lambda values: _number(values, numbers, numbers[min(1, len(numbers) - 1)]))
    follow(NEWER, lambda values: _number(values, numbers, numbers[0]))
    older, newer = st.columns(2)
    left = older.selectbox(_("Older"), numbers, format_func=names.__getitem__, key=OLDER)
    right = newer.selectbox(_("Newer"), numbers, format_func=names.__getitem__, key=NEWER)
    write(OLDER, [str(left)])
    write(NEWER, [str(right)])
    _show_day(shown)
    if left == right:
        st.info(_("Please choose two different versions."))
        return
    old = edition(store, shown.id, left, None)
    new = edition(store, shown.id, right, None)
    with st.container(horizontal=True):
        for ending, name in _FORMATS.items():
            st.link_button(
                _("Side by side as {format}", format=name),
                synopsis_url(shown.id, left, right, ending),
                icon=":material/download:",
            )
    _show_differences(old, new)


def _show_day(shown: Concept) -> None:
    """Lead to the text as it stood on a day."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        day = st.date_input(
            _("The concept as it stood on"),
            value=today(),
            min_value=date(1990, 1, 1),
            max_value=today(),
            format="DD.MM.YYYY",
            key=DAY,
        )
        if isinstance(day, date):
            address = f"{READING}?{CONCEPT}={shown.id}&{DAY}={day.isoformat()}"
            st.link_button(_("Read it"), address, icon=":material/menu_book:")


def _show_differences(old: Edition, new: Edition) -> None:
    before = {each.id: each for each in old.sections}
    after = {each.id: each for each in new.sections}
    changed = list(_changed(before, new))
    came = [each for each in new.sections if each.id not in before]
    went = [each for each in old.sections if each.id not in after]
    st.text(
        ", ".join(
            (
                plural("{n} section changed", "{n} sections changed", len(changed)),
                plural("{n} new", "{n} new ones", len(came)),
                plural("{n} gone", "{n} gone ones", len(went)),
            )
        )
    )
    for was, now in changed[:_SHOWN_AT_ONCE]:
        _show(was, now)
    for each in came:
        _show(None, each)
    for each in went:
        _show(each, None)
    if len(changed) > _SHOWN_AT_ONCE:
        st.info(_("Only the first changed sections are shown here; the files hold them all."))


def _changed(before: dict[str, Section], new: Edition) -> Iterator[tuple[Section, Section]]:
    for now in new.sections:
        was = before.get(now.id)
        if was and (_text(was) != _text(now) or was.label != now.label):
            yield was, now


def _show(was: Section | None, now: Section | None) -> None:
    present = now or was
    if present is None:
        return
    with st.container(border=True):
        label = inert(present.heading)
        st.page_link(SECTION, label=label, query_params={"id": present.id})
        if was and now and was.label != now.label:
            st.caption(_("before: {label}", label=inert(was.heading)))
        diff_view.show(_text(was) if was else "", _text(now) if now else "")


def _text(section: Section) -> str:
    return f"{section.title}\n\n{text_of_blocks(section.blocks)}"


def _name(version: Version) -> str:
    day = date_text(day_of(version.created_at))
    return _("Version {number} of {day}", number=version.number, day=day)


def _number(values: Sequence[str], known: Sequence[int], otherwise: int) -> int:
    asked = values[0] if values else ""
    return int(asked) if asked.isdigit() and int(asked) in known else otherwise
