"""What has changed since an earlier day: asked, said, listed, and to be had as a file."""

import calendar
from datetime import date
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from data.review_days import last_review_before
from data.store import Store
from network.changes import Changes
from views import change_rows
from views.change_routes import CHANGES_FILE
from views.inert import inert
from views.network_address import Asked
from views.saved_address import fixed_words
from views.words import _, language, mark, plural

SINCE: Final = "seit"
_PAGE: Final = 25
_SPANS: Final = {1: mark("a month ago"), 3: mark("a quarter ago"), 12: mark("a year ago")}
"""Months back, and what they are called."""


def show(store: Store, asked: Asked) -> None:
    """Offer earlier days to compare with; once there is one, tell what has changed."""
    st.header(_("What has changed"), anchor=False)
    _ask(store, asked)
    days, found = change_rows.asked_days(asked), change_rows.asked_changes(store, asked)
    if days is None or found is None:
        st.text(_("Choose an earlier day to see what is new, ended or changed since."))
        return
    for sentence in change_rows.sentences(found, *days):
        st.text(sentence)
    _table(found)
    query = urlencode([*fixed_words(asked), ("lang", language())])
    st.link_button(_("Download as CSV"), f"{CHANGES_FILE}?{query}", icon=":material/download:")


def _ask(store: Store, asked: Asked) -> None:
    """Offer earlier days by a span of time or the last review; the calendar stands above."""
    with st.container(horizontal=True, gap="small"):
        for label, day in choices(store, asked.day).items():
            st.button(label, key=f"since_{day}_{label}", on_click=_set, args=(day.isoformat(),))
        if asked.since:
            end = _("End the comparison")
            st.button(end, key="since_none", icon=":material/close:", on_click=_set, args=("",))


def choices(store: Store, day: date) -> dict[str, date]:
    """Return earlier days by what they are called: some spans back, and the last review before."""
    found = {_(word): months_before(day, months) for months, word in _SPANS.items()}
    last = last_review_before(store, day)
    if last:
        found[_("at the last review")] = last
    return found


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier, or the last day of a shorter month."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _set(day: str) -> None:
    """Put the earlier day into the address, or take it out."""
    if day:
        st.query_params[SINCE] = day
    else:
        st.query_params.pop(SINCE, None)


def _table(found: Changes) -> None:
    rows = change_rows.rows(found)
    if not rows:
        return
    st.text(plural("{n} change", "{n} changes", len(rows)))
    pages = -(-len(rows) // _PAGE)
    page = st.pagination(pages, key="page_changes") if pages > 1 else 1
    st.table(
        [
            {
                _("Change"): row.change,
                _("Kind"): row.kind,
                _("What"): inert(row.about),
                _("Since"): row.since,
                _("Until"): row.until,
                _("Differs"): inert(row.differs),
            }
            for row in rows[(page - 1) * _PAGE : page * _PAGE]
        ],
        alt=_("What has changed"),
    )
