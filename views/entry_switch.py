"""Saying whether the coordination checks what organisations change of their entries."""

from typing import Final

from accounts.identity import Identity
from data.store import Store
from data.switches import Switch
from views import switch_form
from views.switch_form import SwitchWords
from views.words import mark

_WORDS: Final = SwitchWords(
    mark("Changes of entries"),
    (
        mark(
            "What organisations change of the public facts of their entries waits for the "
            "coordination. Offers, needs, contact persons and posts are public at once."
        ),
        mark("What organisations change of their entries is public at once."),
    ),
    (mark("Publish changes without a check"), mark("Check changes before they are public")),
    (
        mark("Changes of public facts wait for you from now on."),
        mark("Changes are public at once from now on."),
    ),
)


def show(store: Store, actor: Identity) -> None:
    """Say how it stands, and let whoever may switch that do so."""
    switch_form.show(store, actor, Switch.ENTRY_CHANGES_CHECKED, _WORDS)
