"""What an address shows of the network, counted and searched, each made once for all readers."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from data.store import Store
from network.facets import Facet, remaining
from network.finding import Index, index_of
from network.view import Shown, shown
from network.ways import Way, ways
from views.asked_network import shown_of
from views.network_address import EARLIEST, Asked, words
from views.shown_network import network_of, stamp

Counts = Mapping[Facet, Mapping[str, int]]
"""How many nodes or ties each value of each facet would leave."""


def view_of(store: Store, asked: Asked) -> Shown:
    """Return the nodes and ties that an address shows."""
    return _view(store, asked, _key(asked), stamp(store))


def ways_of(store: Store, asked: Asked) -> tuple[Way, ...]:
    """Return the ways between the chosen, through all that the filters leave."""
    graph = network_of(store, asked.day).graph
    view = asked.view
    chosen = tuple(n for n in view.chosen if n in graph and n not in view.without)
    if len(chosen) < 2:
        return ()
    wanted = Asked(asked.day, replace(view, chosen=chosen, steps=None, path=False, tied_only=False))
    return _ways(store, wanted, _key(wanted), stamp(store))


def counts_of(store: Store, asked: Asked) -> Counts:
    """Return what each value of each filter would leave beside the others."""
    filters = Asked(asked.day, replace(asked.view, chosen=(), steps=None, path=False))
    return _counts(store, filters, _key(filters), stamp(store))


def index_for(store: Store, asked: Asked) -> Index:
    """Return all that can be found on the day."""
    return _index(store, asked, asked.day.isoformat(), stamp(store))


def _key(asked: Asked) -> tuple[tuple[str, str], ...]:
    """Return an address whole, its day included."""
    return tuple(words(asked, EARLIEST))


@st.cache_resource(max_entries=64, show_spinner=False)
def _view(
    _store: Store, _asked: Asked, address: tuple[tuple[str, str], ...], known: tuple[int, str]
) -> Shown:
    del address, known
    return shown_of(network_of(_store, _asked.day).graph, _asked)


@st.cache_resource(max_entries=64, show_spinner=False)
def _ways(
    _store: Store, _asked: Asked, address: tuple[tuple[str, str], ...], known: tuple[int, str]
) -> tuple[Way, ...]:
    del address, known
    kept = shown(network_of(_store, _asked.day).graph, _asked.view).ties
    return ways(kept, _asked.view.chosen, _asked.view.direction)


@st.cache_resource(max_entries=64, show_spinner=False)
def _counts(
    _store: Store, _asked: Asked, address: tuple[tuple[str, str], ...], known: tuple[int, str]
) -> Counts:
    del address, known
    graph = network_of(_store, _asked.day).graph
    left = [node for node in graph if node not in _asked.view.without]
    graph = graph if len(left) == len(graph) else graph.subgraph(left)
    return {facet: remaining(graph, _asked.view.wanted, facet) for facet in Facet}


@st.cache_resource(max_entries=4, show_spinner=False)
def _index(_store: Store, _asked: Asked, day: str, known: tuple[int, str]) -> Index:
    del day, known
    return index_of(network_of(_store, _asked.day).graph)
