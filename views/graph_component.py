"""The picture of the network in the page, and the clicks that come back from it.

Two mounts share one canvas: the picture itself, whose data change only when the network
does, and a small control that says what is shown and chosen. Their scripts are files of
ours, so that the content security policy needs neither `blob:` nor inline code.
"""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

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


def show_control(
    visible: Sequence[int] | None,
    chosen: int | None,
    description: str,
    on_pick: Callable[[], None],
) -> Any:  # noqa: ANN401  (Streamlit's own result object)
    """Tell the picture which nodes to show and which one is chosen, by their places.

    None shows all. The result's `picked` is the id of a node that was clicked just now.
    """
    mount = component("control", "control.js", html="<span hidden></span>")
    words = {
        "description": description,
        "in": _("Zoom in"),
        "out": _("Zoom out"),
        "fit": _("Show all"),
    }
    return mount(
        data={"visible": None if visible is None else list(visible), "chosen": chosen, **words},
        key="control",
        height=1,
        on_picked_change=on_pick,
    )
