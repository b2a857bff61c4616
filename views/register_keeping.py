"""The side of the form of registration that works in the browser: keeping, and leading there."""

import streamlit as st

from data.registrations import was_sent
from data.store import Store
from views import entry_link_hint, register_steps, session
from views.component_files import component
from views.register_draft import (
    KEYS,
    SENDING,
    TEXTS,
    empty,
    for_browser,
    parse_draft,
    take_back,
)
from views.register_sending import SENT
from views.words import _

_ASKED = "register_asked"
"""Set once the browser has said what it kept."""
_ARRIVED = "register_arrived"
_KEEPER = "register_keeper"
_REQUIRED = ("name", "classification", "contact_email", "consent")


def mount(said: str) -> None:
    """Let the script keep what is typed, say something to screen readers, and lead the keyboard."""
    session.form_key("register")
    html = '<span class="said unseen" role="status"></span>'
    with st.container(key="register_keeping"):  # it takes no room
        _mount(html, said)


def _mount(html: str, said: str) -> None:
    component("register", "register.js", html=html, isolated=False)(
        key=_KEEPER,
        height=1,
        data={
            "asked": bool(st.session_state.get(_ASKED)),
            "values": for_browser(),
            "texts": [KEYS[each] for each in TEXTS],
            "fields": list(KEYS.values()),
            "required": [KEYS[each] for each in _REQUIRED],
            "faulty": [KEYS[each] for each in register_steps.errors()],
            "step": register_steps.step(),
            "sending": st.session_state.get(SENDING, ""),
            "round": st.session_state.get("register_round", 0),
            "lead": list(st.session_state.get(register_steps.LEAD, (0, ""))),
            "said": said,
        },
        on_kept_change=_take_back,
    )


def show_notice() -> None:
    """Say what the form needs, and where what is typed lies until it is sent."""
    if st.session_state.pop(_ARRIVED, False):
        st.success(_("Your registration of before has arrived; nothing has to be sent again."))
    if register_steps.step() == 0:
        st.text(
            _(
                "It takes about three minutes and needs no account. Only name, kind, e-mail "
                "address and consent are required. Your entry is published once the coordination "
                "has confirmed it."
            )
        )


def show_discard() -> None:
    """Say where what is typed lies, and let one throw it away; who is entered is led there."""
    if register_steps.step() == 0:
        entry_link_hint.show(label=_("Your organisation is entered already? Ask for a link"))
    st.caption(
        _(
            "Until you send it, what you type is kept in this browser only, for seven days at "
            "most: it is still there when you come back. On a device that others use, please "
            "discard it before you leave."
        )
    )
    with st.popover(_("Discard what I typed"), icon=":material/delete:", key="discard"):
        st.text(_("All fields are emptied, here and in the memory of this browser."))
        st.button(_("Yes, discard all"), key="discard_all", on_click=_discard)


def _take_back() -> None:
    """Fill the form with what the browser kept; once, and not what was sent already."""
    session.language()
    if st.session_state.get(_ASKED):
        return
    st.session_state[_ASKED] = True
    if st.session_state.get(SENT):
        return
    store = session.store()
    draft = parse_draft(st.session_state[_KEEPER].get("kept"), _known(store))
    if was_sent(store, draft.sending):
        empty()
        st.session_state[_ARRIVED] = True
        return
    take_back(draft)
    if draft.step and not register_steps.step():
        register_steps.turn_to(draft.step)


def _known(store: Store) -> dict[str, dict[str, str]]:
    return register_steps.options(store)


def _discard() -> None:
    session.language()
    empty()
    st.session_state[register_steps.ERRORS] = {}
    register_steps.turn_to(0)
