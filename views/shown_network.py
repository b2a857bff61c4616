"""The network of a day, or of two that are compared, made once for each version of the data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from data.roster import data_version, roster
from data.store import Store
from network.changes import changes
from network.graph import Graph, build_graph, records
from network.organization import Organization, Post
from network.scene import Mark
from views.network_address import Asked


@dataclass(frozen=True, slots=True)
class ShownNetwork:
    """A graph and its records. All of it is public, so all readers share it.

    `marks` say what is new, ended or changed, by id of node or tie, where two days are
    compared.
    """

    graph: Graph
    records: dict[str, Organization | Post]
    marks: Mapping[str, Mark] = field(default_factory=dict)


def network_of(store: Store, as_of: date) -> ShownNetwork:
    """Return the network of a day, as it is now in the store."""
    return _network(store, as_of, data_version(store), _file(store))


def network_asked(store: Store, asked: Asked) -> ShownNetwork:
    """Return the network of an address: of its day, or of both days together in a comparison."""
    if asked.since is None or asked.since == asked.day:
        return network_of(store, asked.day)
    return _compared(store, asked.since, asked.day, data_version(store), _file(store))


# The arguments without an underscore tell one entry of a cache from another.


@st.cache_resource(max_entries=16, show_spinner=False)
def _network(_store: Store, as_of: date, version: int, file: str) -> ShownNetwork:
    del version, file
    graph = build_graph(roster(_store, as_of), as_of)
    return ShownNetwork(graph, records(graph))


@st.cache_resource(max_entries=8, show_spinner=False)
def _compared(_store: Store, before: date, after: date, version: int, file: str) -> ShownNetwork:
    del version, file
    found = changes(network_of(_store, before).graph, network_of(_store, after).graph)
    return ShownNetwork(found.union, records(found.union), found.marks)


def stamp(store: Store) -> tuple[int, str]:
    """Return what tells one state of one database from any other."""
    return data_version(store), _file(store)


def _file(store: Store) -> str:
    """Tell one database from another, for tests that use several in one process."""
    rows = store.query("select file from pragma_database_list where name = 'main'")
    return str(rows[0]["file"])
