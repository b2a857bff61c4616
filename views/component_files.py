"""Our components' scripts as files, so that the policy needs no `blob:` and nothing inline."""

from typing import Any, Final

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from views.asset_routes import ASSETS

_PACKAGE: Final = "bindeglied"
_NAMES: Final = ("picture", "control", "typing", "register")


def component(
    name: str, js: str, *, html: str, css: str | None = None, isolated: bool = True
) -> Any:  # noqa: ANN401  (Streamlit's own mounting function)
    """Return the mounting function of one of our components."""
    _register()
    return st.components.v2.component(
        f"{_PACKAGE}.{name}", html=html, js=js, css=css, isolate_styles=isolated
    )


def _register() -> None:
    """Tell Streamlit where the files lie, once for each process."""
    manager = get_bidi_component_manager()
    if manager.get(f"{_PACKAGE}.{_NAMES[0]}") is None:
        components = [ComponentConfig(name, ASSETS.name) for name in _NAMES]
        manifest = ComponentManifest(name=_PACKAGE, version="1", components=components)
        manager.register_from_manifest(manifest, ASSETS.parent)
