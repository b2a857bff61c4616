"""Switching proposals of citizens on and off."""

from typing import Final

from accounts.identity import Identity
from data.store import Store
from data.switches import Switch
from views import switch_form
from views.switch_form import SwitchWords
from views.words import mark

_WORDS: Final = SwitchWords(
    mark("Proposals of citizens"),
    (
        mark("Whoever visits this site may propose another wording, without an account."),
        mark("Only people with an account and invited organisations may propose."),
    ),
    (mark("Switch proposals of citizens off"), mark("Let citizens propose")),
    (mark("Citizens may propose from now on."), mark("Citizens may no longer propose.")),
)


def show(store: Store, actor: Identity) -> None:
    """Say whether citizens may propose, and let whoever may switch that do so."""
    switch_form.show(store, actor, Switch.CITIZEN_PROPOSALS, _WORDS)
