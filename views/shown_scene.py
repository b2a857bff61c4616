"""The scene of the network map and its bytes, each made once for what they depend on."""

from collections.abc import Mapping

import streamlit as st

from data.positions import positions
from data.store import Store
from network.layout import arrange
from network.picture import picture_bytes
from network.scene import Scene, plain_scene
from views.kinds import wording
from views.network_address import Asked
from views.shown_network import network_of, stamp
from views.words import language


def scene_of(store: Store, asked: Asked) -> Scene:
    """Return what is drawn of a day's network, in the reader's language."""
    return _scene(store, asked, asked.day.isoformat(), stamp(store), language())


def members_of(store: Store, asked: Asked) -> Mapping[str, tuple[str, ...]]:
    """Return the records behind each symbol."""
    return {item.id: (item.id,) for item in scene_of(store, asked).items}


def drawing_of(store: Store, asked: Asked) -> bytes:
    """Return the scene as the browser gets it."""
    return _drawing(store, asked, asked.day.isoformat(), stamp(store), language())


@st.cache_resource(max_entries=16, show_spinner=False)
def _scene(
    _store: Store, _asked: Asked, day: str, known: tuple[int, str], chosen_language: str
) -> Scene:
    del day, known, chosen_language
    graph = network_of(_store, _asked.day).graph
    return plain_scene(graph, arrange(graph, positions(_store)), wording())


@st.cache_resource(max_entries=16, show_spinner=False)
def _drawing(
    _store: Store, _asked: Asked, day: str, known: tuple[int, str], chosen_language: str
) -> bytes:
    del day, known, chosen_language
    graph = network_of(_store, _asked.day).graph
    return picture_bytes(graph, arrange(graph, positions(_store)), wording())
