"""The network of a day and its picture, each made once for each version of the data."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from data.positions import positions
from data.roster import data_version, roster
from data.store import Store
from network.graph import Graph, build_graph, records
from network.layout import arrange
from network.organization import Organization, Post
from network.picture import picture_bytes
from views.kinds import wording
from views.words import language


@dataclass(frozen=True, slots=True)
class ShownNetwork:
    """A graph and its records. All of it is public, so all readers share it."""

    graph: Graph
    records: dict[str, Organization | Post]


def network_of(store: Store, as_of: date) -> ShownNetwork:
    """Return the network of a day, as it is now in the store."""
    return _network(store, as_of, data_version(store), _file(store))


def drawing_of(store: Store, as_of: date) -> bytes:
    """Return what the browser draws of a day's network, in the reader's language."""
    return _drawing(store, as_of, data_version(store), _file(store), language())


# The arguments without an underscore tell one entry of a cache from another.


@st.cache_resource(max_entries=16, show_spinner=False)
def _network(_store: Store, as_of: date, version: int, file: str) -> ShownNetwork:
    del version, file
    graph = build_graph(roster(_store), as_of)
    return ShownNetwork(graph, records(graph))


@st.cache_resource(max_entries=16, show_spinner=False)
def _drawing(_store: Store, as_of: date, version: int, file: str, chosen_language: str) -> bytes:
    del version, file, chosen_language
    graph = network_of(_store, as_of).graph
    return picture_bytes(graph, arrange(graph, positions(_store)), wording())


def _file(store: Store) -> str:
    """Tell one database from another, for tests that use several in one process."""
    rows = store.query("select file from pragma_database_list where name = 'main'")
    return str(rows[0]["file"])
