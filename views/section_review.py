"""Reviewing a section: one click where it holds, a reason where it does not."""

from datetime import date, timedelta
from typing import Final

import streamlit as st

from accounts.identity import Identity
from concept_review.currency import Currency
from concept_review.fingerprint import title_words
from concept_review.inline import plain
from concept_review.outline import text_of_blocks
from concept_review.review import Verdict
from concept_review.section import Section
from concept_review.task import TaskAction, possible
from data.clock import today
from data.concepts import wordings
from data.figures import values
from data.legal_acts import legal_acts
from data.review_tasks import capacities_of, state_of
from data.reviews import MAXIMUM_REMARK, InvalidReview, review
from data.standings import SectionStanding
from data.store import Store
from network.figure import Figure
from views import diff_view, session
from views.inert import inert
from views.page_files import SECTION
from views.standing_words import VERDICTS
from views.words import _, date_text, mark, number_text, partial_date_text

_NEEDS: Final = (
    Verdict.SUBSTANTIVE,
    Verdict.EDITORIAL,
    Verdict.OBSOLETE,
    Verdict.SPLIT_MERGE,
)

_PROMISE: Final = timedelta(days=90)
_FURTHEST: Final = timedelta(days=365 * 5)


def show_what_changed(store: Store, here: SectionStanding) -> None:
    """Show which words and which cited figures have changed since the review."""
    for target in here.targets:
        if target.id in here.standing.changed_targets and target.type == "figure":
            with st.container(border=True, gap=None):
                st.caption(target.name)
                st.text("\n".join(_value(each) for each in values(store, target.id)))
    _show_changed_acts(store, here)
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
            diff_view.show_words(_whole(reviewed), _whole(here.section))


def _show_changed_acts(store: Store, here: SectionStanding) -> None:
    for act in legal_acts(store):
        if act.id in here.standing.changed_targets:
            with st.container(border=True, gap=None):
                st.caption(inert(act.title))
                since = _("As it stands since {day}", day=date_text(act.as_of))
                st.text("\n".join(line for line in (act.reference, since, act.note) if line))


def _whole(section: Section) -> str:
    """Return the words that count for a review, without signs of emphasis and footnotes."""
    text = [block for block in section.blocks if block.reviewable]
    return f"{title_words(section.title)}\n\n{plain(text_of_blocks(text))}"


def _value(figure: Figure) -> str:
    return f"{partial_date_text(figure.as_of)}: {number_text(figure.value)} {figure.unit}"


def ask(store: Store, actor: Identity, here: SectionStanding) -> None:
    """Ask whether the section still holds, as it stands on the screen, whoever may say so now.

    The buttons carry the fingerprint of the wording that is shown with them.
    """
    section = here.section
    state = state_of(here.task, today())
    if TaskAction.CONCLUDE not in possible(state, capacities_of(store, actor, section, here.task)):
        st.text(_("Another unit has the review of this section; you can give it a hint below."))
        return
    form = _form(section.id)
    errors, key = session.kept_errors(form), session.form_key(form)
    with st.container(border=True):
        st.header(_("Does this section still hold?"), anchor=False)
        st.text_input(_("Remark (optional)"), key=f"remark_{form}", max_chars=MAXIMUM_REMARK)
        session.show_error(errors, "remark")
        st.button(
            _("Still current"),
            type="primary",
            icon=":material/check:",
            on_click=_say_current,
            args=(section.id, section.fingerprint, key),
        )
        with st.expander(_("Change needed"), expanded="rationale" in errors):
            st.radio(
                _("What kind of change?"),
                _NEEDS,
                format_func=lambda each: _(VERDICTS[each]),
                key=f"verdict_{form}",
            )
            st.text_area(_("Why? (required)"), key=f"why_{form}", max_chars=MAXIMUM_REMARK)
            session.show_error(errors, "rationale")
            st.session_state.setdefault(f"promised_{form}", today() + _PROMISE)
            st.date_input(
                _("Until when will there be a proposal?"),
                min_value=today(),
                max_value=today() + _FURTHEST,
                key=f"promised_{form}",
                format="DD.MM.YYYY",
            )
            st.button(
                _("Save: change needed"),
                on_click=_say_change_needed,
                args=(section.id, section.fingerprint, key),
            )


def show_neighbours(everything: list[SectionStanding], place: int) -> None:
    """Lead on to the sections before and after."""
    with st.container(horizontal=True):
        if place > 0:
            _link(everything[place - 1].section, ":material/chevron_left:")
        if place + 1 < len(everything):
            _link(everything[place + 1].section, ":material/chevron_right:")


def _link(section: Section, icon: str) -> None:
    label = inert(section.heading)
    st.page_link(SECTION, label=label, icon=icon, query_params={"id": section.id})


def _form(section_id: str) -> str:
    return f"review_{section_id}"


def _say_current(section_id: str, fingerprint: str, key: str) -> None:
    remark = str(st.session_state[f"remark_{_form(section_id)}"])
    _save((section_id, fingerprint, key), Verdict.STILL_CURRENT, remark)


def _say_change_needed(section_id: str, fingerprint: str, key: str) -> None:
    form = _form(section_id)
    verdict: Verdict = st.session_state[f"verdict_{form}"]
    promised = st.session_state.get(f"promised_{form}")
    why = str(st.session_state[f"why_{form}"])
    _save((section_id, fingerprint, key), verdict, why, promised)


def _save(
    shown: tuple[str, str, str], verdict: Verdict, rationale: str, promised: date | None = None
) -> None:
    """Save a review of what was shown: section, fingerprint, and the key of the form."""
    section_id, fingerprint, key = shown
    form = _form(section_id)
    session.language()
    session.keep_errors(form, {})
    with session.explained():
        try:
            session.done_once(
                review,
                session.store(),
                session.identity(),
                section_id,
                verdict,
                rationale,
                fingerprint=fingerprint,
                promised_on=promised,
                key=key,
            )
        except InvalidReview as invalid:
            field = "remark" if verdict is Verdict.STILL_CURRENT else "rationale"
            session.keep_errors(form, {field: _(REFUSED[invalid.code])})
            return
        session.form_done(form)
        for field in ("remark", "why"):
            st.session_state[f"{field}_{form}"] = ""
        session.tell(_("Your review is saved."))


REFUSED: Final = {
    "required": mark("Please say why the section has to change."),
    "too_long": mark("The remark is too long; please shorten it."),
    "not_signed": mark(
        "Not everybody who was asked has signed this wording. Please wait for the answers, or take "
        "the request back."
    ),
    "own_text": mark(
        "You proposed this wording and recorded its decision yourself. Please let somebody else "
        "say whether it holds."
    ),
    "unpromised": mark("Please say until when there will be a proposal."),
    "proposals_open": mark(
        "Other wordings are proposed for this section. Please say in a sentence why it holds "
        "nevertheless."
    ),
}
