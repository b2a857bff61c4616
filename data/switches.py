"""Switches: what the city offers to everybody, off until somebody switches it on."""

from dataclasses import dataclass
from enum import StrEnum

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from data.change import change
from data.store import Conflict, Store


class Switch(StrEnum):
    """What can be switched on."""

    CITIZEN_PROPOSALS = "citizen_proposals"
    """Whoever visits the page may propose another wording."""
    ENTRY_CHANGES_CHECKED = "entry_changes_checked"
    """What organisations change of the public facts of their entries waits for the coordination."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a switch stands; revision 0 where nobody has touched it yet."""

    switch: Switch
    is_on: bool = False
    revision: int = 0


def setting(store: Store, switch: Switch) -> Setting:
    """Return how a switch stands."""
    rows = store.find("switches", id=switch.value)
    return Setting(switch, bool(rows[0]["is_on"]), rows[0]["revision"]) if rows else Setting(switch)


def set_switch(
    store: Store, actor: Identity, switch: Switch, *, is_on: bool, expected: int
) -> Setting:
    """Switch something on or off; raise `Conflict` where somebody else did so meanwhile."""
    with change(
        store, actor, Permission.SWITCH_SET, Verb.SWITCHED, ("switch", switch.value)
    ) as detail:
        present = setting(store, switch)
        if present.revision != expected:
            raise Conflict({"id": switch.value})
        if expected:
            store.update("switches", switch.value, {"is_on": int(is_on)}, expected=expected)
        else:
            store.insert("switches", {"id": switch.value, "is_on": int(is_on)})
        detail["on"] = is_on
    return setting(store, switch)
