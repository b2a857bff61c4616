"""The picture of the network in the page, and the clicks that come back from it.

Two mounts share one canvas: the picture itself, whose data change only when the network
does, and a small control that says what is shown and chosen. Their scripts are files of
ours, so that the content security policy needs neither `blob:` nor inline code.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from views.asset_routes import ASSETS
from views.words import _

_PACKAGE: Final = "bindeglied"
_PICTURE: Final = f"{_PACKAGE}.picture"
_CONTROL: Final = f"{_PACKAGE}.control"


def show_picture(drawing: bytes) -> None:
    """Draw nodes and edges from ready-made JSON."""
    _register()
    html = (
        '<div class="map" role="group"><div class="canvas"></div><div class="tools">'
        '<button type="button" data-do="in">+</button>'
        '<button type="button" data-do="out">−</button>'
        '<button type="button" data-do="fit"></button></div></div>'
    )
    mount = st.components.v2.component(
        _PICTURE, html=html, js="picture.js", css="picture.css", isolate_styles=False
    )
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
    _register()
    mount = st.components.v2.component(_CONTROL, html="<span hidden></span>", js="control.js")
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


def _register() -> None:
    """Tell Streamlit where our component files lie, once for each process."""
    manager = get_bidi_component_manager()
    if manager.get(_PICTURE) is None:
        components = [ComponentConfig(name, str(ASSETS.name)) for name in ("picture", "control")]
        manifest = ComponentManifest(name=_PACKAGE, version="1", components=components)
        manager.register_from_manifest(manifest, ASSETS.parent)
