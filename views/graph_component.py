"""The picture of the network in the page, and the clicks that come back from it.

Two mounts share one canvas: the picture itself, whose data change only when the network
does, and a small control that says what is shown and chosen. Their scripts are files of
ours, so that the content security policy needs neither `blob:` nor inline code.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from views.component_files import component
from views.words import _


def show_picture(drawing: bytes) -> None:
    """Draw nodes and edges from ready-made JSON."""
    zoom_in, zoom_out, fit = escape(_("Zoom in")), escape(_("Zoom out")), escape(_("Show all"))
    html = (
        '<div class="map" role="group"><div class="canvas"></div><div class="tools">'
        f'<button type="button" data-do="in" aria-label="{zoom_in}">+</button>'
        f'<button type="button" data-do="out" aria-label="{zoom_out}">−</button>'
        f'<button type="button" data-do="fit">{fit}</button></div></div>'
    )
    mount = component("picture", "picture.js", html=html, css="picture.css", isolated=False)
    mount(data=drawing, key="picture")


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


def show_control(wish: Wish, on_event: Callable[[], None]) -> None:
    """Tell the picture what is wished; what is clicked there comes back as events."""
    mount = component("control", "control.js", html="<span hidden></span>")
    words = {
        "description": wish.description,
        "in": _("Zoom in"),
        "out": _("Zoom out"),
        "fit": _("Show all"),
    }
    mount(
        data={
            "visible": None if wish.visible is None else list(wish.visible),
            "chosen": wish.chosen[0] if wish.chosen else None,
            **words,
        },
        key="control",
        height=1,
        on_picked_change=on_event,
    )
