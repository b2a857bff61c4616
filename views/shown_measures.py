"""The measures of what an address shows, computed once for each version of the data."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from data.clock import today
from data.roster import data_version
from data.store import Store
from network.communities import Community as Named
from network.communities import named_as
from network.graph import Graph
from network.measures import Measures, Simple
from network.measures.progress import Progress
from network.measures.surroundings import Community, community
from views.asked_measures import Manner, digest, manner, measured
from views.asked_network import AskedNetwork, shown_of
from views.network_address import Values, read
from views.shown_network import network_of
from views.words import _, number_text

GROUPS: Final = 12
"""How many of the largest groups are told."""
LARGE: Final = 3_000
"""From so many entries on measuring takes long enough to be followed."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What is shown as a graph, its measures, and its largest groups.

    `named` has their names, letters and colours, `groups` what they are told from.
    """

    part: Graph
    measures: Measures
    named: tuple[Named, ...]
    groups: tuple[Community, ...]


@dataclass(slots=True)
class _Cell:
    """A place for measures: whoever comes first computes them, where the page can be left."""

    found: Measured | None = None


def asked_of(store: Store, values: Values) -> AskedNetwork:
    """Return what an address shows, as the map does, from the network kept for its day."""
    asked = read(values, today())
    network = network_of(store, asked.day)
    return AskedNetwork(asked, network.graph, network.records, shown_of(network.graph, asked))


def measures_of(store: Store, asked: AskedNetwork, values: Values) -> Measured:
    """Return the measures of what is shown; large networks show how far they are."""
    how = manner(values)
    day = asked.asked.day.isoformat()
    cell = _cell(data_version(store), day, digest(asked.shown), how, _file(store))
    if cell.found is None:
        with _followed(len(asked.shown.nodes)) as progress:
            part = asked.part
            found = measured(part, how, progress)
            every = named_as(part, found.communities)
            named = tuple(each for each in every if len(each.nodes) > 1)[:GROUPS]
            groups = tuple(told(part, found.simple, each) for each in named)
            cell.found = Measured(part, found, named, groups)
    return cell.found


def told(part: Graph, simple: Simple, named: Named) -> Community:
    """Return what a group is told from, around the member whose name it bears."""
    return replace(community(part, simple, named.nodes), centre=named.key)


@st.cache_resource(max_entries=32, show_spinner=False)
def _cell(version: int, day: str, shown_digest: str, how: Manner, file: str) -> _Cell:
    del version, day, shown_digest, how, file
    return _Cell()


@contextmanager
def _followed(count: int) -> Iterator[Progress]:
    """Show a bar where there is much to measure; Streamlit ends the run where one leaves."""
    if count <= LARGE:
        yield lambda _share: None
        return
    text = _("Measuring {n} entries. You may leave this page at any time.", n=number_text(count))
    bar = st.progress(0.0, text=text)

    def tell(share: float) -> None:
        bar.progress(share, text=text)

    yield tell
    bar.empty()


def _file(store: Store) -> str:
    """Tell one database from another, for tests that use several in one process."""
    rows = store.query("select file from pragma_database_list where name = 'main'")
    return str(rows[0]["file"])
