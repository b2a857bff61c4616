"""What comes back from the picture: clicks and keys become moves, drags are remembered."""

import json
from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from network.places import Point
from views import network_moves

_PART: Final = "part:"
_HUB: Final = "hub:"
_MOVED: Final = "moved"


def take_event() -> None:
    """Do what was asked for in the picture just now."""
    state = st.session_state["control"]
    for name, act in _ACTS.items():
        value = state.get(name)
        if value:
            act(str(value))


def moved() -> Mapping[str, Point]:
    """Return where nodes were dragged to in this session and not yet saved."""
    found: Mapping[str, Point] = st.session_state.get(_MOVED, {})
    return found


def forget_moved() -> None:
    """Forget what was dragged, once it is saved or given up."""
    st.session_state.pop(_MOVED, None)


def _pick(node: str) -> None:
    if node.startswith(_PART):
        network_moves.open_part(node.removeprefix(_PART))
    elif not node.startswith(_HUB):
        network_moves.choose(node)


def _add(node: str) -> None:
    if not node.startswith((_PART, _HUB)):
        network_moves.add(node)


def _unfold(text: str) -> None:
    """Unfold what is named; a double click also says who was chosen before it."""
    node, *chosen = _names(text)
    if node.startswith(_PART):
        network_moves.open_part(node.removeprefix(_PART))
    elif not node.startswith(_HUB):
        network_moves.unfold(node, chosen)


def _names(text: str) -> list[str]:
    try:
        found = json.loads(text)
    except ValueError:
        return [text]
    return [str(each) for each in found] if isinstance(found, list) and found else [text]


def _move(text: str) -> None:
    """Remember places that a browser sent; what is no list of places counts as not sent."""
    try:
        places = {str(node): (float(x), float(y)) for node, x, y in json.loads(text)}
    except (TypeError, ValueError):
        return
    st.session_state[_MOVED] = {**moved(), **places}


_ACTS: Final[Mapping[str, Callable[[str], None]]] = {
    "picked": _pick,
    "added": _add,
    "unfolded": _unfold,
    "moved": _move,
}
