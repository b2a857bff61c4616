"""Into which groups the nodes fall for brokerage, and where that is taken from."""

from collections.abc import Sequence
from enum import StrEnum

from network.facets import Facet, values_of
from network.graph import Graph, records
from network.organization import Organization
from network.picture import kind_of


class Partition(StrEnum):
    """Where the groups come from."""

    COLUMN = "column"
    """The partition that the records name."""
    KIND = "kind"
    """The kind of each organisation or post."""
    COMMUNITY = "community"
    """The communities computed from the ties."""


def partition(
    graph: Graph, nodes: Sequence[str], communities: Sequence[Sequence[str]]
) -> tuple[Partition, list[str]]:
    """Return where groups come from, and the group of each node, "" where it has none.

    The records' partition where any organisation has one (a post has that of its organisation),
    else the kind where there are at least two, else the number of the community.
    """
    known = records(graph)
    units = [each for each in map(known.__getitem__, nodes) if isinstance(each, Organization)]
    if any(each.partition for each in units):
        named = [next(iter(values_of(graph, node, Facet.PARTITION)), "") for node in nodes]
        return Partition.COLUMN, named
    kinds = [kind_of(known[node]) for node in nodes]
    if len(set(kinds)) > 1:
        return Partition.KIND, kinds
    number = {node: str(at) for at, group in enumerate(communities, 1) for node in group}
    return Partition.COMMUNITY, [number[node] for node in nodes]
