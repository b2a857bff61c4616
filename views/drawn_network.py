"""The network of a day with its picture, made once for each version and language."""

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
class DrawnNetwork:
    """A graph, its records, and the bytes that the browser draws. All of it is public."""

    graph: Graph
    records: dict[str, Organization | Post]
    drawing: bytes


def drawn_network(store: Store, as_of: date | None) -> DrawnNetwork:
    """Return the network of a day, as it is now in the store."""
    return _drawn(store, as_of, data_version(store), str(_file(store)), language())


@st.cache_resource(max_entries=16, show_spinner=False)
def _drawn(
    _store: Store, as_of: date | None, version: int, file: str, chosen_language: str
) -> DrawnNetwork:
    del version, file, chosen_language  # they only tell one entry of the cache from another
    graph = build_graph(roster(_store), as_of)
    placed = arrange(graph, positions(_store))
    return DrawnNetwork(graph, records(graph), picture_bytes(graph, placed, wording()))


def _file(store: Store) -> str:
    """Tell one database from another, for tests that use several in one process."""
    rows = store.query("select file from pragma_database_list where name = 'main'")
    return str(rows[0]["file"])
