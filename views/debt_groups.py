"""How much holds and how long the rest waits: in all, by Handlungsfeld and by unit."""

from collections.abc import Sequence

import streamlit as st

from concept_review.debt import Debt, debt
from views import bar_chart
from views.bar_chart import Bar
from views.inert import inert
from views.shown_debt import ShownDebt, days_text, share_text
from views.words import _, number_text, percent_text, plural

Groups = Sequence[tuple[str, Debt]]


def show_numbers(shown: ShownDebt) -> None:
    """Show the four figures of the whole concept, and how they are counted."""
    whole = debt(shown.items, shown.day)
    waiting = whole.waiting
    oldest, middle = _("nothing waits"), _("nothing waits")
    if waiting.number:
        oldest, middle = days_text(waiting.oldest), days_text(waiting.median)
    figures = (
        (_("Text that is current"), share_text(whole.progress.share_text)),
        (_("Waiting for review"), plural("{n} section", "{n} sections", waiting.number)),
        (_("Longest waiting time"), oldest),
        (_("Median waiting time"), middle),
    )
    for place, (label, value) in zip(st.columns(len(figures)), figures, strict=True):
        place.metric(label, value, border=True, height="stretch")
    st.caption(_counted(waiting.unknown))


def _counted(unknown: int) -> str:
    said = _(
        "Shares are weighted by the length of the text. A section waits since it was taken in and"
        " never reviewed, since its wording changed, or since its review was due."
    )
    if not unknown:
        return said
    more = plural(
        "For {n} section that cites something changed, the day of the change is not known.",
        "For {n} sections that cite something changed, the day of the change is not known.",
        unknown,
    )
    return f"{said} {more}"


def show(title: str, column: str, groups: Groups) -> None:
    """Show groups as bars and as an equal table; `column` says what a group is."""
    st.header(title, anchor=False)
    chart, table = st.tabs([_("Chart"), _("Table")])
    with chart:
        bar_chart.show([_bar(label, each) for label, each in groups], title)
    with table:
        st.table([_row(column, label, each) for label, each in groups], alt=title, hide_index=True)


def _bar(label: str, each: Debt) -> Bar:
    made = each.progress
    if not made.reviewable:
        return Bar(label, None, "–", _("nothing to review"))
    note = _(
        "Sections: {current} of {all} current, {waiting} waiting",
        current=number_text(made.current),
        all=number_text(made.reviewable),
        waiting=number_text(each.waiting.number),
    )
    share = made.share_text
    return Bar(label, share, "–" if share is None else percent_text(share), note)


def _row(column: str, label: str, each: Debt) -> dict[str, str]:
    made, waiting = each.progress, each.waiting
    known = waiting.number > waiting.unknown
    return {
        column: inert(label),
        _("Share of text"): share_text(made.share_text),
        _("Share of sections"): share_text(made.share_sections),
        _("Current"): number_text(made.current),
        _("To be reviewed"): number_text(made.reviewable),
        _("Waiting"): number_text(waiting.number),
        _("Since an unknown day"): number_text(waiting.unknown),
        _("Longest waiting time"): days_text(waiting.oldest) if known else "–",
        _("Median waiting time"): days_text(waiting.median) if known else "–",
    }
