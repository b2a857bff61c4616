"""The part of the network that an address asks for: for files, measures and printed views."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from data.clock import today
from data.store import Store
from network.graph import Graph
from network.organization import Organization, Post
from network.view import Shown, part_of, shown
from views.network_address import Asked, Level, Values, read
from views.shown_groups import Remarks, remarks_of
from views.shown_network import network_asked


@dataclass(frozen=True, slots=True)
class AskedNetwork:
    """The whole graph of the day, what the address asked, and what is shown of it.

    In a comparison the graph is that of both days together. `part` is exactly what is shown,
    as a graph of its own.
    """

    asked: Asked
    graph: Graph
    records: Mapping[str, Organization | Post]
    shown: Shown
    remarks: Remarks = field(default_factory=Remarks)

    @property
    def part(self) -> Graph:
        """Return what is shown as a graph."""
        return part_of(self.graph, self.shown)


def asked_network(store: Store, values: Values) -> AskedNetwork:
    """Read an address and return what it asks for, as it is now in the store."""
    asked = read(values, today())
    network = network_asked(store, asked)
    return AskedNetwork(
        asked,
        network.graph,
        network.records,
        shown_of(network.graph, asked),
        remarks_of(store, asked),
    )


def shown_of(graph: Graph, asked: Asked) -> Shown:
    """Return what an address shows.

    A map that begins empty shows what is chosen, or what a filter leaves, but never all.
    """
    view = asked.view
    if asked.level is not Level.EMPTY or view.steps is not None or view.path:
        return shown(graph, view)
    if view.chosen:
        return shown(graph, replace(view, steps=0))
    return shown(graph, view) if any(view.wanted.values()) else Shown((), ())
