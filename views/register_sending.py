"""Sending the form of registration: checked, stored once, and confirmed by mail soon."""

from datetime import timedelta
from email.utils import parseaddr
from typing import Final

import streamlit as st

from data.clock import now
from data.limits import TooMany
from data.registrations import submit
from network.registration import InvalidRegistration, Registration, parse_registration
from views import letters, mail_soon, register_steps, session
from views.inert import inert
from views.register_draft import FORM, STEPS, empty, typed
from views.settings import mail_settings
from views.words import _, language, moment_text

TRAP: Final = f"trap_{FORM}"
"""A field that people do not see; only programs fill it in."""
SENT: Final = "registered"
REFUSED: Final = "register_refused"
"""Where the reason lies why nothing was sent, though every field is right."""


def show() -> None:
    """Show the button that sends all."""
    st.text_input(_("Please leave this empty"), key=TRAP, autocomplete="off")
    if reason := st.session_state.pop(REFUSED, ""):
        st.error(reason, icon=":material/error:")
    st.button(
        _("Send registration"),
        type="primary",
        key="send",
        icon=":material/send:",
        on_click=_send,
        args=(session.form_key(FORM),),
    )


def _send(key: str) -> None:
    session.language()
    fields = [field for step in STEPS for field in step]
    found = register_steps.faults(session.store(), fields)
    if found:
        register_steps.refuse(found)
        return
    st.session_state[register_steps.ERRORS] = {}
    if st.session_state.get(TRAP):
        st.session_state[TRAP] = ""
        st.session_state[REFUSED] = _(
            "A field that people do not see was filled in. Please try once more."
        )
        return
    registration = parse_registration(typed())
    with session.explained():
        try:
            _store(registration, key)
        except TooMany:
            st.session_state[REFUSED] = _too_many()
        except InvalidRegistration as invalid:
            register_steps.refuse(invalid.errors)
        else:
            _thank(registration)


def _store(registration: Registration, key: str) -> None:
    actor = session.identity()
    session.done_once(
        submit,
        session.store(),
        actor,
        registration,
        compose=letters.compose,
        address=None if actor.signed_in else session.client_address(),
        language=language(),
        key=key,
    )
    mail_soon.send_soon()


def _thank(registration: Registration) -> None:
    """Keep for the page of thanks what was sent, and let the browser forget it."""
    st.session_state[SENT] = registration
    empty()
    register_steps.turn_to(0)
    register_steps.lead_to("reg_thanks")


def _too_many() -> str:
    """Say that others sent very much from here, when to try again, and whom to write to."""
    again = moment_text(now() + timedelta(hours=1))
    text = _(
        "Very many registrations came in within the last hour, so this one was not taken. "
        "Everything you typed is kept in this browser. Please try again after {moment}.",
        moment=inert(again),
    )
    address = parseaddr(mail_settings().sender)[1]
    if not address:
        return text
    urgent = _("If it is urgent, write to {address}.", address=inert(address))
    return f"{text} {urgent}"
