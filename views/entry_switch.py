"""Saying whether the coordination checks what organisations change of their entries."""

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.store import Store
from data.switches import Switch, set_switch, setting
from views import session
from views.words import _


def show(store: Store, actor: Identity) -> None:
    """Say how it stands, and let whoever may switch that do so."""
    if not may(actor, Permission.SWITCH_SET):
        return
    present = setting(store, Switch.ENTRY_CHANGES_CHECKED)
    st.header(_("Changes of entries"), anchor=False)
    if present.is_on:
        st.text(
            _(
                "What organisations change of the public facts of their entries waits for the "
                "coordination. Offers, needs, contact persons and posts are public at once."
            )
        )
        label = _("Publish changes without a check")
    else:
        st.text(_("What organisations change of their entries is public at once."))
        label = _("Check changes before they are public")
    st.button(
        label,
        key="entry_switch",
        on_click=_set,
        kwargs={"is_on": not present.is_on, "expected": present.revision},
    )


def _set(*, is_on: bool, expected: int) -> None:
    session.language()
    with session.explained():
        set_switch(
            session.store(),
            session.identity(),
            Switch.ENTRY_CHANGES_CHECKED,
            is_on=is_on,
            expected=expected,
        )
        on = _("Changes of public facts wait for you from now on.")
        session.tell(on if is_on else _("Changes are public at once from now on."))
