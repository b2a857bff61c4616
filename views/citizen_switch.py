"""Switching proposals of citizens on and off."""

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.store import Store
from data.switches import Switch, set_switch, setting
from views import session
from views.words import _


def show(store: Store, actor: Identity) -> None:
    """Say whether citizens may propose, and let whoever may switch that do so."""
    if not may(actor, Permission.SWITCH_SET):
        return
    present = setting(store, Switch.CITIZEN_PROPOSALS)
    st.header(_("Proposals of citizens"), anchor=False)
    if present.is_on:
        st.text(_("Whoever visits this site may propose another wording, without an account."))
        label = _("Switch proposals of citizens off")
    else:
        st.text(_("Only people with an account and invited organisations may propose."))
        label = _("Let citizens propose")
    st.button(
        label,
        key="citizen_switch",
        on_click=_set,
        kwargs={"is_on": not present.is_on, "expected": present.revision},
    )


def _set(*, is_on: bool, expected: int) -> None:
    session.language()
    with session.explained():
        set_switch(
            session.store(),
            session.identity(),
            Switch.CITIZEN_PROPOSALS,
            is_on=is_on,
            expected=expected,
        )
        on = _("Citizens may propose from now on.")
        session.tell(on if is_on else _("Citizens may no longer propose."))
