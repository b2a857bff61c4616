"""The picture of the network in the page, and the events that come back from it.

Two mounts share one canvas: the picture itself, whose data change only when the network
does, and a small control that says what is shown and chosen. Their scripts are files of
ours, so that the content security policy needs neither `blob:` nor inline code.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Final

import streamlit as st

from network.drawing import rev_of
from views.component_files import component
from views.words import _, plural

EVENTS: Final = ("picked", "added", "unfolded", "moved")
_REV: Final = "picture_rev"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the picture should show, by places in the scene: of items, and of lines.

    `visible` items are shown, all for None; `faded` ones among them stay visible, but pale.
    `path` are lines to be drawn strong. `lines` are shown where both of their ends are, all
    for None. The `description` names the picture, the `announcement` is read out when it
    changes.
    """

    visible: Sequence[int] | None
    faded: Sequence[int]
    chosen: Sequence[int]
    path: Sequence[int]
    description: str
    announcement: str
    lines: Sequence[int] | None = None


def make_ready() -> None:
    """Let the browser load Streamlit's part for components before the picture comes.

    What React loads late it shows only half a second after all that came together with it.
    """
    st.components.v2.component("bindeglied_ready", html="<span hidden></span>")(key="ready")


def show_picture(drawing: bytes) -> None:
    """Draw nodes and edges from ready-made JSON."""
    words = {name: escape(word) for name, word in _words().items()}
    html = (
        '<div class="map" role="group">'
        '<div class="stage" role="application" tabindex="0" aria-describedby="map-hint map-keys">'
        '<div class="canvas"></div></div>'
        '<div class="tools">'
        f'<button type="button" data-do="in" aria-label="{words["in"]}">+</button>'
        f'<button type="button" data-do="out" aria-label="{words["out"]}">−</button>'
        f'<button type="button" data-do="fit">{words["fit"]}</button></div>'
        '<div class="note" hidden></div><div class="said" aria-live="polite"></div></div>'
        f'<p class="map-hint" id="map-hint">{words["hint"]}</p>'
        f'<p class="map-keys" id="map-keys">{words["keys"]}</p>'
    )
    st.session_state[_REV] = rev_of(drawing)
    mount = component("picture", "picture.js", html=html, css="picture.css", isolated=False)
    mount(data=drawing, key="picture")


def show_control(wish: Wish, on_event: Callable[[], None]) -> None:
    """Tell the picture what is wished; what is done there comes back as an event.

    In `st.session_state["control"]` stand then `picked`, `added` and `unfolded` with the id of
    a symbol, and `moved` with JSON of [id, x, y] of each that was dragged.
    """
    mount = component("control", "control.js", html="<span hidden></span>")
    data = {
        "rev": st.session_state[_REV],
        "visible": None if wish.visible is None else list(wish.visible),
        "lines": None if wish.lines is None else list(wish.lines),
        "faded": list(wish.faded),
        "chosen": list(wish.chosen),
        "path": list(wish.path),
        "description": wish.description,
        "announcement": wish.announcement,
        "words": _words(),
    }
    changed = {f"on_{event}_change": partial(_once, event, on_event) for event in EVENTS}
    mount(data=data, key="control", height=1, **changed)


def _once(event: str, on_event: Callable[[], None]) -> None:
    """Call back once for all that was done at the same time, not once for each event."""
    done = [each for each in EVENTS if st.session_state["control"].get(each) is not None]
    if done[:1] == [event]:
        on_event()


def _words() -> dict[str, str]:
    """Return the words of the reader's language that the scripts need."""
    return {
        "in": _("Zoom in"),
        "out": _("Zoom out"),
        "fit": _("Show all"),
        "stage": _("Network map"),
        "hint": _(
            "Drag to move. Zoom with two fingers, or with the mouse wheel while holding Ctrl."
            " A double click unfolds."
        ),
        "keys": _(
            "Arrow keys follow ties, Page up and Page down go through all entries, Home and End"
            " to the first and last. Enter chooses, Space adds to the choice, + unfolds,"
            " − makes smaller, 0 shows all, Escape leaves the entry."
        ),
        "wheel": _("To zoom, hold Ctrl while turning the mouse wheel."),
        "one": plural("{n} tie", "{n} ties", 1),
        "many": plural("{n} tie", "{n} ties", 2).replace("2", "{n}"),
        "chosen": _("chosen"),
        "nobody": _("No tie in this direction."),
    }
