"""Several registrations at once: choosing them, deciding on them, and what became of each."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from data.registration_batches import Outcome, confirm_each, reject_each
from data.registration_inbox import Tray
from network.registration import SubmittedRegistration
from views import session
from views.inert import inert
from views.letters import compose
from views.mail_soon import send_soon
from views.registration_words import HINDRANCES
from views.words import _, plural

FORM: Final = "registrations_batch"
_REASON: Final = f"reason_{FORM}"
_OUTCOMES: Final = f"outcomes_{FORM}"


def show(tray: Tray, listed: Sequence[SubmittedRegistration]) -> None:
    """Offer what can be done with the chosen ones of this page of a list."""
    chosen = _chosen(listed)
    with st.expander(
        plural("{n} registration chosen", "{n} registrations chosen", len(chosen))
        if chosen
        else _("Several at once"),
        icon=":material/checklist:",
        key=f"batch_{tray.value}",
    ):
        _show_all_or_none(listed)
        if tray is Tray.WAITING:
            _show_confirm(chosen)
        _show_reject(chosen)


def show_checkbox(each: SubmittedRegistration) -> None:
    """Let one registration be chosen."""
    st.checkbox(
        inert(_("Choose “{name}”", name=each.content.name)),
        key=_key(each.id),
        label_visibility="collapsed",
    )


def show_outcomes() -> None:
    """Say once which of several could not be decided, and why."""
    outcomes: Sequence[Outcome] = st.session_state.pop(_OUTCOMES, ())
    undone = [each for each in outcomes if each.hindrance]
    if not undone:
        return
    lines = [_("These were left as they are:")]
    lines += [
        f"- {inert(each.name or _('(unknown)'))}: {inert(_(HINDRANCES[each.hindrance]))}"
        for each in undone
        if each.hindrance
    ]
    st.warning("\n".join(lines), icon=":material/info:")


def _key(identifier: str) -> str:
    return f"choose_{identifier}"


def _chosen(listed: Sequence[SubmittedRegistration]) -> tuple[tuple[str, int], ...]:
    return tuple((each.id, each.revision) for each in listed if st.session_state.get(_key(each.id)))


def _show_all_or_none(listed: Sequence[SubmittedRegistration]) -> None:
    ids = tuple(each.id for each in listed)
    with st.container(horizontal=True):
        st.button(_("Choose all on this page"), key="choose_all", on_click=_mark, args=(ids, True))
        st.button(_("Choose none"), key="choose_none", on_click=_mark, args=(ids, False))


def _show_confirm(chosen: tuple[tuple[str, int], ...]) -> None:
    st.text(_("Published are only those that are not similar to any entry."))
    st.button(
        _("Confirm the chosen ones"),
        key=f"confirm_{FORM}",
        type="primary",
        disabled=not chosen,
        on_click=_confirm,
        args=(chosen, session.form_key(FORM)),
    )


def _show_reject(chosen: tuple[tuple[str, int], ...]) -> None:
    st.text_input(
        _("Reason for rejecting; it goes to all of them by mail"), key=_REASON, max_chars=1000
    )
    session.show_error(session.kept_errors(FORM), "reason")
    st.button(
        _("Reject the chosen ones"),
        key=f"reject_{FORM}",
        disabled=not chosen,
        on_click=_reject,
        args=(chosen, session.form_key(FORM)),
    )


def _mark(ids: Sequence[str], chosen: bool) -> None:
    for each in ids:
        st.session_state[_key(each)] = chosen


def _confirm(chosen: tuple[tuple[str, int], ...], key: str) -> None:
    session.language()
    with session.explained():
        done = confirm_each(session.store(), session.identity(), chosen, compose, key=key)
        count = _settle(done)
        _tell(
            count,
            plural("{n} organisation is published.", "{n} organisations are published.", count),
        )


def _reject(chosen: tuple[tuple[str, int], ...], key: str) -> None:
    session.language()
    reason = str(st.session_state.get(_REASON, "")).strip()
    if not reason:
        missing = _("Please give a reason; the organisations read it in their mail.")
        session.keep_errors(FORM, {"reason": missing})
        return
    session.keep_errors(FORM, {})
    with session.explained():
        done = reject_each(session.store(), session.identity(), chosen, reason, compose, key=key)
        st.session_state[_REASON] = ""
        count = _settle(done)
        _tell(
            count, plural("{n} registration is rejected.", "{n} registrations are rejected.", count)
        )


def _settle(outcomes: Sequence[Outcome]) -> int:
    """Keep what became of each for the page that is shown next; return how many were decided."""
    session.form_done(FORM)
    st.session_state[_OUTCOMES] = outcomes
    _mark([each.registration_id for each in outcomes], chosen=False)
    return sum(each.hindrance is None for each in outcomes)


def _tell(count: int, message: str) -> None:
    if count:
        session.tell(inert(message))
        send_soon()
