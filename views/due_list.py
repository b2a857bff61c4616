"""What has to be reviewed before a meeting: asked by a day, shown section by section."""

from datetime import date
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from concept_review.debt import Item, days_waited, due_until
from concept_review.progress import COUNTS_AS_CURRENT
from views import address
from views.debt_routes import CONCEPT, DAY, DUE_FILE
from views.inert import inert
from views.page_files import SECTION
from views.shown_debt import LATEST, ShownDebt, days_text, meeting_day
from views.standing_words import currency_word, look
from views.words import _, date_text, language, plural

_PAGE: Final = 20


def show(shown: ShownDebt, concept_id: str) -> None:
    """Ask for the day of the meeting, and show what will not be current then."""
    st.header(_("Before the next meeting"), anchor=False)
    day = _ask_day(shown.day)
    due = due_until(shown.items, day)
    st.text(_said(due, day))
    if not due:
        return
    query = {CONCEPT: concept_id, DAY: day.isoformat(), "lang": language()}
    st.link_button(
        _("Download as CSV"), f"{DUE_FILE}?{urlencode(query)}", icon=":material/download:"
    )
    pages = -(-len(due) // _PAGE)
    page = st.pagination(pages, key="page_due") if pages > 1 else 1
    for each in due[(page - 1) * _PAGE : page * _PAGE]:
        _show_item(shown, each)


def _ask_day(today: date) -> date:
    address.follow(DAY, lambda values: meeting_day(values[0] if values else ""))
    day = st.date_input(
        _("Next meeting"),
        key=DAY,
        min_value=today,
        max_value=today + LATEST,
        format="DD.MM.YYYY",
        width=240,
        help=_("The day by which everything is to be current, for example of the city council."),
    )
    address.write(DAY, [] if day == meeting_day("") else [day.isoformat()])
    return day


def _said(due: list[Item], day: date) -> str:
    later = sum(each.standing.currency in COUNTS_AS_CURRENT for each in due)
    if not due:
        return _("Until {day} nothing falls due: everything is current.", day=date_text(day))
    return _(
        "As it stands on {day} if nothing is done until then: {sections} not current, {now} of"
        " them today already, {later} due until then.",
        day=date_text(day),
        sections=plural("{n} section", "{n} sections", len(due)),
        now=len(due) - later,
        later=later,
    )


def _show_item(shown: ShownDebt, item: Item) -> None:
    currency = item.standing.currency
    color, icon = look(currency)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", border=False):
        st.page_link(
            SECTION, label=inert(item.section.heading), query_params={"id": item.section.id}
        )
        st.badge(currency_word(currency), icon=icon, color=color)
        st.caption(inert(" · ".join([*_when(shown, item), shown.unit(item)])))


def _when(shown: ShownDebt, item: Item) -> list[str]:
    days = days_waited(item, shown.day)
    if days is not None:
        return [_("waiting time: {days}", days=days_text(days))]
    if item.standing.currency in COUNTS_AS_CURRENT:
        return [_("due on {day}", day=date_text(item.standing.due))]
    return []
