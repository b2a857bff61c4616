"""The scene of the network map and its bytes, each made once for what they depend on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import streamlit as st

from data.arrangements import places
from data.positions import positions
from data.store import Store
from network.drawing import scene_bytes
from network.facets import Facet
from network.hubs import hubs, with_hubs
from network.layout import arrange
from network.overview import OVERVIEW_FROM, Part, parts
from network.overview_scene import overview_scene, owners
from network.picture import Wording
from network.scene import Scene, moved, plain_scene, with_groups
from views.asked_network import shown_of
from views.kinds import KINDS, wording
from views.network_address import Asked, Hub, Level
from views.shown_groups import groups_of, lettered
from views.shown_network import network_asked, stamp
from views.words import _, language, mark

FACETS: Final[Mapping[Hub, Facet]] = {
    Hub.TOPIC: Facet.TOPIC,
    Hub.AREA: Facet.AREA,
    Hub.TARGET_GROUP: Facet.TARGET_GROUP,
}
"""By what the hubs of an address connect."""

RESTS: Final[Mapping[str, str]] = {
    "several": mark("in several working groups"),
    "none": mark("in no working group"),
    "untied": mark("without ties to others"),
}
"""What parts of an overview are that bear nobody's name."""

_AROUND: Final = Level.COMMUNITIES
_OVERVIEWS: Final = (Level.UNITS, Level.GROUPS, Level.COMMUNITIES)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A scene, its bytes for the browser, and of which records each of its symbols tells."""

    scene: Scene
    drawing: bytes
    members: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Frame:
    """What of an address decides what is drawn; all else only shows, hides and chooses."""

    day: date
    since: date | None
    level: Level
    opened: frozenset[str]
    hub: Hub | None
    arrangement: str
    grouped: bool = False


def scene_of(store: Store, asked: Asked) -> Scene:
    """Return the symbols and lines for what an address asks, in the reader's language."""
    return _drawn(store, asked).scene


def drawing_of(store: Store, asked: Asked) -> bytes:
    """Return the scene as the browser gets it."""
    return _drawn(store, asked).drawing


def members_of(store: Store, asked: Asked) -> Mapping[str, tuple[str, ...]]:
    """Return the records behind each symbol: itself, those of a part, those of a hub."""
    return _drawn(store, asked).members


def level_of(store: Store, asked: Asked) -> Level:
    """Return the level of an address; where it names none the number of shown nodes decides."""
    if asked.level is not None:
        return asked.level
    graph = network_asked(store, asked).graph
    if len(graph) <= OVERVIEW_FROM:
        return Level.ALL
    count = len(graph) if asked.fade else len(shown_of(graph, asked).nodes)
    return Level.ALL if count <= OVERVIEW_FROM else Level.COMMUNITIES


def _drawn(store: Store, asked: Asked) -> Drawn:
    level = level_of(store, asked)
    frame = Frame(
        asked.day,
        asked.since,
        level if level in _OVERVIEWS else Level.ALL,
        asked.opened if level in _OVERVIEWS else frozenset(),
        asked.hub,
        asked.arrangement,
        asked.grouped,
    )
    return _cached(store, frame, stamp(store), language())


# The arguments without an underscore tell one entry of a cache from another.


@st.cache_resource(
    max_entries=32, show_spinner=False, hash_funcs={Frame: lambda frame: repr(_sorted(frame))}
)
def _cached(_store: Store, frame: Frame, state: tuple[int, str], chosen_language: str) -> Drawn:
    del state, chosen_language
    return drawn(_store, frame, wording())


def _sorted(frame: Frame) -> tuple[object, ...]:
    return (
        frame.day, frame.since, frame.level, sorted(frame.opened), frame.hub, frame.arrangement,
        frame.grouped,
    )  # fmt: skip


def drawn(store: Store, frame: Frame, words: Wording) -> Drawn:
    """Make the scene of a frame, its bytes, and the list of who is behind each symbol."""
    network = network_asked(store, Asked(frame.day, since=frame.since))
    graph, marks = network.graph, network.marks
    arranged = places(store, frame.arrangement) if frame.arrangement else {}
    owner = {node: node for node in graph}
    if frame.level is Level.ALL:
        standing = arrange(graph, positions(store) | arranged)
        scene = plain_scene(graph, standing, words, marks)
    else:
        found = tuple(_named(part, frame.level) for part in parts(graph, frame.level))
        owner = owners(graph, found, frame.opened)
        scene = overview_scene(graph, found, frame.opened, words, marks)
    if frame.grouped:
        scene = with_groups(scene, groups_of(store, Asked(frame.day, since=frame.since)))
    members: dict[str, list[str]] = {item.id: [] for item in scene.items}
    for node, item in owner.items():
        members[item].append(node)
    if frame.hub:
        facet = FACETS[frame.hub]
        connecting = hubs(graph, graph, facet)
        scene = with_hubs(scene, connecting, owner, facet, words)
        members |= {hub.id: list(hub.nodes) for hub in connecting}
    scene = moved(scene, arranged)
    return Drawn(
        scene, scene_bytes(scene, words), {item: tuple(who) for item, who in members.items()}
    )


def _named(part: Part, level: Level) -> Part:
    """Return a part with a name to read: a record's, or what all of its records are."""
    if part.word:
        return replace(part, name=_({**KINDS, **RESTS}.get(part.word, RESTS["untied"])))
    return lettered(part) if level is _AROUND else part
