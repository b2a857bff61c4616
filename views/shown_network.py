"""The network of a day, made once for each version of the data."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from data.roster import data_version, roster
from data.store import Store
from network.graph import Graph, build_graph, records
from network.organization import Organization, Post


@dataclass(frozen=True, slots=True)
class ShownNetwork:
    """A graph and its records. All of it is public, so all readers share it."""

    graph: Graph
    records: dict[str, Organization | Post]


def network_of(store: Store, as_of: date) -> ShownNetwork:
    """Return the network of a day, as it is now in the store."""
    return _network(store, as_of, data_version(store), _file(store))


# The arguments without an underscore tell one entry of a cache from another.


@st.cache_resource(max_entries=16, show_spinner=False)
def _network(_store: Store, as_of: date, version: int, file: str) -> ShownNetwork:
    del version, file
    graph = build_graph(roster(_store), as_of)
    return ShownNetwork(graph, records(graph))


def stamp(store: Store) -> tuple[int, str]:
    """Return what tells one state of one database from any other."""
    return data_version(store), _file(store)


def _file(store: Store) -> str:
    """Tell one database from another, for tests that use several in one process."""
    rows = store.query("select file from pragma_database_list where name = 'main'")
    return str(rows[0]["file"])
