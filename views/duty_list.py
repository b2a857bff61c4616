"""What somebody can act on, the worst first, with the one click that mostly suffices."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from concept_review.review import Verdict
from concept_review.section import Section
from concept_review.task import TaskAction
from data.clock import today
from data.concepts import section as section_now
from data.duties import Duty, DutyKind
from data.reviews import InvalidReview, confirm_read, review
from data.standings import SectionStanding
from views import session
from views.inert import inert
from views.page_files import SECTION
from views.prose import markdown_of
from views.section_review import REFUSED
from views.standing_words import currency_word, look, reason
from views.task_words import STATES
from views.words import _, date_text, mark, plural

KINDS: Final[Mapping[DutyKind, str]] = {
    DutyKind.COSIGN: mark("Your unit is asked to sign"),
    DutyKind.EDITORIAL: mark("Is it purely editorial? A second person is needed"),
    DutyKind.REVIEW: mark("Yours to review"),
    DutyKind.ASSIGN: mark("To be given to a unit"),
    DutyKind.CHASE: mark("Late with others"),
}
_PAGE: Final = 15
_READ: Final = "sections_read"


def show(found: Sequence[Duty]) -> None:
    """Show all duties by kind; those beyond a page on further pages."""
    for kind, word in KINDS.items():
        duties = [each for each in found if each.kind is kind]
        if not duties:
            continue
        st.header(f"{_(word)} ({len(duties)})", anchor=False)
        count = -(-len(duties) // _PAGE)
        page = st.pagination(count, key=f"duties_{kind.value}") if count > 1 else 1
        for duty in duties[(page - 1) * _PAGE : page * _PAGE]:
            _show(duty)
        if kind is DutyKind.REVIEW:
            _show_batch(duties)


def _show(duty: Duty) -> None:
    here = duty.here
    section = here.section
    with st.container(border=True, key=f"card_{duty.kind.value}_{section.id}"):
        color, icon = look(here.standing.currency)
        label = inert(section.heading)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(SECTION, label=label, query_params={"id": section.id})
            st.badge(currency_word(here.standing.currency), icon=icon, color=color)
        if duty.above:
            st.caption(inert(" › ".join(duty.above)))
        st.text(_why(duty))
        if TaskAction.CONCLUDE in duty.actions and duty.kind is DutyKind.REVIEW:
            _ask(here)


def _why(duty: Duty) -> str:
    words = [reason(duty.here)]
    if duty.here.task:
        words.append(_("Review: {state}", state=_(STATES[duty.state])) + ".")
    asked_by = duty.cosignature or (duty.here.task and duty.here.task.due_on)
    if duty.due and asked_by:  # the reason already names the day of the regular review
        day = date_text(duty.due)
        late = duty.due < today()
        words.append(
            _("It was due on {day}.", day=day) if late else _("It is due on {day}.", day=day)
        )
    if duty.here.task and duty.here.task.reason:
        words.append(duty.here.task.reason)
    return " ".join(word for word in words if word)


def _ask(here: SectionStanding) -> None:
    section = here.section
    with st.expander(_("Read the text"), icon=":material/menu_book:"):
        st.markdown(markdown_of(section.blocks))
        key = f"read_{section.id}"
        read: dict[str, str] = st.session_state.setdefault(_READ, {})
        st.session_state[key] = read.get(section.id) == section.fingerprint
        st.checkbox(
            _("Read, and still current (confirm together below)"),
            key=key,
            on_change=_note_read,
            args=(section.id, section.fingerprint),
        )
    form = _form(section)
    session.show_error(session.kept_errors(form), "remark")
    st.button(
        _("Still current"),
        key=f"current_{section.id}",
        icon=":material/check:",
        help=inert(_("“{title}” still holds as it stands", title=section.heading)),
        on_click=_say_current,
        args=(section.id, section.fingerprint, session.form_key(form)),
    )


def _form(section: Section) -> str:
    return f"duty_{section.id}"


def _note_read(section_id: str, fingerprint: str) -> None:
    read: dict[str, str] = st.session_state[_READ]
    if st.session_state[f"read_{section_id}"]:
        read[section_id] = fingerprint
    else:
        read.pop(section_id, None)


def _show_batch(duties: Sequence[Duty]) -> None:
    """Offer to confirm together what was read, and only that."""
    waiting = {each.here.section.id: each.here.section.fingerprint for each in duties}
    read = {
        section_id: fingerprint
        for section_id, fingerprint in st.session_state.get(_READ, {}).items()
        if waiting.get(section_id) == fingerprint
    }
    with st.container():  # always there, so that nothing above moves when it fills
        if read:
            st.button(
                plural(
                    "{n} section that I have read is still current",
                    "{n} sections that I have read are still current",
                    len(read),
                ),
                type="primary",
                icon=":material/done_all:",
                key="confirm_read",
                on_click=_confirm_read,
                args=(read, session.form_key(_READ)),
            )


def _say_current(section_id: str, fingerprint: str, key: str) -> None:
    session.language()
    form = f"duty_{section_id}"
    session.keep_errors(form, {})
    with session.explained():
        try:
            session.done_once(
                review,
                session.store(),
                session.identity(),
                section_id,
                Verdict.STILL_CURRENT,
                "",
                fingerprint=fingerprint,
                key=key,
            )
        except InvalidReview as invalid:
            session.keep_errors(form, {"remark": _(REFUSED[invalid.code])})
            return
        session.form_done(form)
        session.tell(_("Your review is saved."))


def _confirm_read(read: dict[str, str], key: str) -> None:
    session.language()
    with session.explained():
        store = session.store()
        refused = session.done_once(confirm_read, store, session.identity(), read, key=key) or {}
        session.form_done(_READ)
        st.session_state[_READ] = {}
        done = len(read) - len(refused)
        session.tell(plural("{n} review is saved.", "{n} reviews are saved.", done))
        if refused:
            names = "; ".join(
                f"{section_now(store, each).heading} ({_refusal(why)})"
                for each, why in refused.items()
            )
            session.fail(_("These could not be confirmed: {names}", names=inert(names)))


def _refusal(reason_: Exception) -> str:
    if isinstance(reason_, InvalidReview):
        return _(REFUSED[reason_.code])
    return _("Somebody else was there first, or it is not yours any more.")
