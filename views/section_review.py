"""Reviewing a section: one click where it holds, a reason where it does not."""

from typing import Final

import streamlit as st

from accounts.identity import Identity
from concept_review.currency import Currency
from concept_review.outline import text_of_blocks
from concept_review.review import Verdict
from concept_review.section import Section
from data.concepts import wordings
from data.figures import values
from data.reviews import MAXIMUM_REMARK, InvalidReview, SectionStanding, review
from data.store import Store
from network.figure import Figure
from views import diff_view, session
from views.inert import inert
from views.page_files import SECTION
from views.standing_words import VERDICTS
from views.words import _, number_text, partial_date_text

_NEEDS: Final = (
    Verdict.SUBSTANTIVE,
    Verdict.EDITORIAL,
    Verdict.OBSOLETE,
    Verdict.SPLIT_MERGE,
)


def show_what_changed(store: Store, here: SectionStanding) -> None:
    """Show which words and which cited figures have changed since the review."""
    for target in here.targets:
        if target.id in here.standing.changed_targets and target.type == "figure":
            with st.container(border=True, gap=None):
                st.caption(target.name)
                st.text("\n".join(_value(each) for each in values(store, target.id)))
    if here.standing.currency is Currency.STALE_TEXT and here.review:
        reviewed = next(
            (
                wording
                for wording, _since in wordings(store, here.section.id)
                if wording.fingerprint == here.review.fingerprint
            ),
            None,
        )
        if reviewed:
            diff_view.show(_whole(reviewed), _whole(here.section))


def _whole(section: Section) -> str:
    return f"{section.title}\n\n{text_of_blocks(section.blocks)}"


def _value(figure: Figure) -> str:
    return f"{partial_date_text(figure.as_of)}: {number_text(figure.value)} {figure.unit}"


def ask(store: Store, actor: Identity, section: Section) -> None:
    """Ask whether the section still holds, as it stands on the screen."""
    with st.container(border=True):
        st.header(_("Does this section still hold?"), anchor=False)
        remark = st.text_input(
            _("Remark (optional)"), key=f"remark_{section.version_id}", max_chars=MAXIMUM_REMARK
        )
        if st.button(_("Still current"), type="primary", icon=":material/check:"):
            _save(store, actor, section, Verdict.STILL_CURRENT, remark)
        with st.expander(_("Change needed")):
            verdict = st.radio(
                _("What kind of change?"),
                _NEEDS,
                format_func=lambda each: _(VERDICTS[each]),
                key=f"verdict_{section.version_id}",
            )
            why = st.text_area(
                _("Why? (required)"), key=f"why_{section.version_id}", max_chars=MAXIMUM_REMARK
            )
            if st.button(_("Save: change needed")):
                _save(store, actor, section, verdict, why)


def show_neighbours(everything: list[SectionStanding], place: int) -> None:
    """Lead on to the sections before and after."""
    with st.container(horizontal=True):
        if place > 0:
            _link(everything[place - 1].section, ":material/chevron_left:")
        if place + 1 < len(everything):
            _link(everything[place + 1].section, ":material/chevron_right:")


def _link(section: Section, icon: str) -> None:
    label = inert(f"{section.label} {section.title}".strip())
    st.page_link(SECTION, label=label, icon=icon, query_params={"id": section.id})


def _save(
    store: Store, actor: Identity, section: Section, verdict: Verdict, rationale: str
) -> None:
    form = f"review_{section.id}"
    with session.explained():
        try:
            session.done_once(
                review,
                store,
                actor,
                section.id,
                verdict,
                rationale,
                fingerprint=section.fingerprint,
                key=session.form_key(form),
            )
        except InvalidReview as invalid:
            st.error(_REFUSED[invalid.code]())
            return
        session.form_done(form)
        session.tell_after_rerun(_("Your review is saved."))
        st.rerun()


_REFUSED: Final = {
    "required": lambda: _("Please say why the section has to change."),
    "too_long": lambda: _("The remark is too long; please shorten it."),
}
