"""The sections of a concept as a list with their Prüfstand, filtered by it."""

from collections import Counter
from typing import Final

import streamlit as st

from concept_review.currency import Currency
from concept_review.progress import Progress
from concept_review.section import Concept, Section
from data.standings import SectionStanding
from views import address
from views.inert import inert
from views.page_files import SECTION
from views.standing_words import CURRENCIES, currency_word, look
from views.words import _, date_text, number_text, percent_text

FILTER: Final = "pruefstand"
CONCEPT: Final = "konzept"


def choose(known: list[Concept]) -> Concept:
    """Return the concept that the reader chose; the newest where nobody chose."""
    by_id = {each.id: each for each in known}
    newest = known[-1]
    if len(known) == 1:
        address.write(CONCEPT, [])
        return newest
    address.follow(
        CONCEPT, lambda values: values[0] if values and values[0] in by_id else newest.id
    )
    chosen = st.selectbox(
        _("Concept"),
        list(by_id),
        key=CONCEPT,
        format_func=lambda each: by_id[each].title,
    )
    address.write(CONCEPT, [] if chosen == newest.id else [chosen])
    return by_id[chosen]


def kept_query(section: Section) -> dict[str, list[str]]:
    """Return what the address of the list should say: the section's concept, and the filter."""
    wanted = [str(value) for value in st.session_state.get(f"address_{FILTER}", ())]
    return {FILTER: wanted, CONCEPT: [section.concept_id]}


def show_progress(made: Progress) -> None:
    """Say how much of the concept is current, as a bar and in words."""
    if made.share_text is None:
        st.text(_("There is no text to review yet."))
        return
    st.progress(
        made.share_text,
        text=_(
            "{share} of the text is current: {current} of {all} sections.",
            share=percent_text(made.share_text),
            current=number_text(made.current),
            all=number_text(made.reviewable),
        ),
    )
    st.caption(
        _("Weighted by the length of the text. What falls due within 30 days counts as current.")
    )


def show(standings: list[SectionStanding]) -> None:
    """Show the sections, all or those of chosen Prüfstände, each as a link."""
    wanted = _ask(standings)
    shown = [each for each in standings if not wanted or each.standing.currency in wanted]
    for each in shown:
        _row(each)


def _ask(standings: list[SectionStanding]) -> list[Currency]:
    counts = Counter(each.standing.currency for each in standings)
    present = [each for each in CURRENCIES if counts[each]]
    address.follow(FILTER, lambda values: [each for each in present if each.value in values])
    wanted = st.pills(
        _("Show only"),
        present,
        selection_mode="multi",
        key=FILTER,
        format_func=lambda each: f"{currency_word(each)} ({counts[each]})",
    )
    address.write(FILTER, [each.value for each in wanted])
    return wanted


def _row(each: SectionStanding) -> None:
    section, standing = each.section, each.standing
    with st.container(horizontal=True, vertical_alignment="center", gap="small", border=False):
        heading = inert(section.heading)
        if section.level == 1:
            heading = f"**{heading}**"
        st.page_link(SECTION, label=heading, query_params={"id": section.id})
        if standing.currency is not Currency.NOT_REVIEWABLE:
            color, icon = look(standing.currency)
            st.badge(currency_word(standing.currency), icon=icon, color=color)
        if standing.currency in (Currency.OVERDUE, Currency.DUE_SOON):
            st.caption(_("due on {day}", day=date_text(standing.due)))
