"""What an address shows of the network, counted and searched, each made once for all readers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from data.roster import roster
from data.store import Store
from network.facets import Facet
from network.finding import Index, index_of
from network.graph import build_graph, records
from network.tally import Values, tally, values_table
from network.view import Direction, Shown, shown
from network.ways import Way, ways
from views.asked_network import shown_of
from views.network_address import EARLIEST, Asked, Level, words
from views.network_rows import Row, entry_rows, tie_rows
from views.shown_groups import remarks_of
from views.shown_network import ShownNetwork, network_asked, stamp
from views.words import language

Counts = Mapping[Facet, Mapping[str, int]]
"""How many nodes or ties each value of each facet would leave."""
Address = tuple[tuple[str, str], ...]
Stamp = tuple[int, str]


def view_of(store: Store, asked: Asked) -> Shown:
    """Return the nodes and ties that an address shows."""
    told = _told(asked)
    return _view(store, told, _key(told), stamp(store))


def entries_of(store: Store, asked: Asked) -> Sequence[Row]:
    """Return the table of entries that an address shows, in the reader's language."""
    told = _told(asked)
    return _entries(store, told, _key(told), stamp(store), language())


def ties_of(store: Store, asked: Asked) -> Sequence[Row]:
    """Return the table of ties that an address shows, in the reader's language."""
    told = _told(asked)
    return _ties(store, told, _key(told), stamp(store), language())


def ways_of(store: Store, asked: Asked) -> tuple[Way, ...]:
    """Return the ways between the chosen, through all that the filters leave."""
    graph = network_asked(store, asked).graph
    view = asked.view
    chosen = tuple(n for n in view.chosen if n in graph and n not in view.without)
    if len(chosen) < 2:
        return ()
    bare = replace(view, chosen=chosen, steps=None, path=False, tied_only=False)
    wanted = Asked(asked.day, bare, since=asked.since)
    return _ways(store, wanted, _key(wanted), stamp(store))


def counts_of(store: Store, asked: Asked) -> Counts:
    """Return what each value of each filter would leave beside the others."""
    view = replace(asked.view, chosen=(), steps=None, path=False, tied_only=False)
    filters = Asked(asked.day, view, since=asked.since)
    return _counts(store, filters, _key(filters), stamp(store))


def index_for(store: Store, asked: Asked) -> Index:
    """Return all that can be found on the day."""
    return _index(store, asked, _days(asked), stamp(store))


def ever_of(store: Store) -> tuple[ShownNetwork, Index]:
    """Return the network of all days together, and all that can be found in it."""
    return _ever(store, stamp(store))


def _told(asked: Asked) -> Asked:
    """Return what of an address decides what is shown, so that a click finds it ready.

    A choice changes what is shown only where it is looked around, or where a filter would
    take it away.
    """
    view = asked.view
    level = Level.EMPTY if asked.level is Level.EMPTY else None
    around = view.steps is not None or view.path or level is not None
    if not around and not view.tied_only and not any(view.wanted.values()):
        view = replace(view, chosen=(), direction=Direction.BOTH)
    return Asked(asked.day, view, since=asked.since, level=level, grouped=asked.grouped)


def _days(asked: Asked) -> str:
    return f"{asked.since}/{asked.day}"


def _key(asked: Asked) -> Address:
    """Return an address whole, its day included."""
    return tuple(words(asked, EARLIEST))


# The arguments without an underscore tell one entry of a cache from another.


@st.cache_resource(max_entries=64, show_spinner=False)
def _view(_store: Store, _asked: Asked, address: Address, known: Stamp) -> Shown:
    del address, known
    return shown_of(network_asked(_store, _asked).graph, _asked)


@st.cache_resource(max_entries=16, show_spinner=False)
def _entries(
    _store: Store, _asked: Asked, address: Address, known: Stamp, chosen_language: str
) -> Sequence[Row]:
    del address, known, chosen_language
    graph = network_asked(_store, _asked).graph
    return tuple(entry_rows(graph, view_of(_store, _asked), remarks_of(_store, _asked)))


@st.cache_resource(max_entries=16, show_spinner=False)
def _ties(
    _store: Store, _asked: Asked, address: Address, known: Stamp, chosen_language: str
) -> Sequence[Row]:
    del address, known, chosen_language
    graph = network_asked(_store, _asked).graph
    return tuple(tie_rows(graph, view_of(_store, _asked), remarks_of(_store, _asked)))


@st.cache_resource(max_entries=64, show_spinner=False)
def _ways(_store: Store, _asked: Asked, address: Address, known: Stamp) -> tuple[Way, ...]:
    del address, known
    kept = shown(network_asked(_store, _asked).graph, _asked.view).ties
    return ways(kept, _asked.view.chosen, _asked.view.direction)


@st.cache_resource(max_entries=64, show_spinner=False)
def _counts(_store: Store, _asked: Asked, address: Address, known: Stamp) -> Counts:
    del address
    graph = network_asked(_store, _asked).graph
    values = _values(_store, _asked, _days(_asked), known)
    return tally(graph, values, _asked.view.wanted, _asked.view.without)


@st.cache_resource(max_entries=4, show_spinner=False)
def _values(_store: Store, _asked: Asked, days: str, known: Stamp) -> Values:
    del days, known
    return values_table(network_asked(_store, _asked).graph)


@st.cache_resource(max_entries=2, show_spinner=False)
def _ever(_store: Store, known: Stamp) -> tuple[ShownNetwork, Index]:
    del known
    graph = build_graph(roster(_store), None)
    return ShownNetwork(graph, records(graph)), index_of(graph)


@st.cache_resource(max_entries=4, show_spinner=False)
def _index(_store: Store, _asked: Asked, days: str, known: Stamp) -> Index:
    del days, known
    return index_of(network_asked(_store, _asked).graph)
