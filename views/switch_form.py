"""A switch of the city: how it stands, and a button for whoever may set it."""

from dataclasses import dataclass

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.store import Store
from data.switches import Switch, set_switch, setting
from views import session
from views.words import _


@dataclass(frozen=True, slots=True)
class SwitchWords:
    """What is said of a switch; all are marked messages, first where it is on, then off."""

    title: str
    states: tuple[str, str]
    offers: tuple[str, str]
    """What the button offers: to switch it off where it is on, and on where it is off."""
    done: tuple[str, str]


def show(store: Store, actor: Identity, switch: Switch, words: SwitchWords) -> None:
    """Say how a switch stands, and let whoever may set it do so."""
    if not may(actor, Permission.SWITCH_SET):
        return
    present = setting(store, switch)
    place = 0 if present.is_on else 1
    st.header(_(words.title), anchor=False)
    st.text(_(words.states[place]))
    st.button(
        _(words.offers[place]),
        key=f"switch_{switch}",
        on_click=_set,
        args=(switch, words),
        kwargs={"is_on": not present.is_on, "expected": present.revision},
    )


def _set(switch: Switch, words: SwitchWords, *, is_on: bool, expected: int) -> None:
    session.language()
    with session.explained():
        set_switch(session.store(), session.identity(), switch, is_on=is_on, expected=expected)
        session.tell(_(words.done[0 if is_on else 1]))
