"""How many each value of every facet would leave, counted for all facets in one go.

It says what `network.facets.remaining` says facet by facet, without asking each node anew.
"""

from collections import Counter
from collections.abc import Mapping

from network.facets import TIE_FACETS, Facet, Wanted, tie_values, values_of
from network.graph import Graph, ties

Values = Mapping[Facet, Mapping[str, frozenset[str]]]
"""The values of every node, by facet."""


def values_table(graph: Graph) -> Values:
    """Return the values of all nodes of a graph, to be kept as long as the graph."""
    return {
        facet: {node: values_of(graph, node, facet) for node in graph}
        for facet in Facet
        if facet not in TIE_FACETS
    }


def tally(
    graph: Graph, values: Values, wanted: Wanted, without: frozenset[str] = frozenset()
) -> dict[Facet, dict[str, int]]:
    """Return how many nodes or ties each value of each facet would leave beside all others.

    Nodes left out count nowhere, nor do their ties. The most frequent value comes first.
    """
    failing = {
        node: frozenset(
            facet
            for facet, asked in wanted.items()
            if asked and facet not in TIE_FACETS and not asked & values[facet][node]
        )
        for node in graph
        if node not in without
    }
    counts: dict[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
    for node, failed in failing.items():
        for facet, known in values.items():
            if not failed - {facet}:
                counts[facet].update(known[node])
    _count_ties(graph, wanted, failing, counts)
    return {
        facet: dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
        for facet, found in counts.items()
    }


def _count_ties(
    graph: Graph,
    wanted: Wanted,
    failing: Mapping[str, frozenset[Facet]],
    counts: Mapping[Facet, Counter[str]],
) -> None:
    """Count the ties whose two ends pass all filters of nodes."""
    passing = {node for node, failed in failing.items() if not failed}
    for tie in ties(graph):
        if tie.subject_id in passing and tie.object_id in passing:
            known = {facet: tie_values(tie, facet) for facet in TIE_FACETS}
            failed = {
                facet
                for facet in TIE_FACETS
                if wanted.get(facet) and not wanted[facet] & known[facet]
            }
            for facet, found in known.items():
                if not failed - {facet}:
                    counts[facet].update(found)
