"""All measures of a network, computed once on one projection."""

import math
from dataclasses import dataclass

from network.communities import communities
from network.graph import Graph, records
from network.measures import cohesion
from network.measures.betweenness import betweenness
from network.measures.brokerage import brokerage
from network.measures.centralization import centralization
from network.measures.eigenvector import eigenvector
from network.measures.holes import holes
from network.measures.partition import partition
from network.measures.paths import Distances, distances
from network.measures.progress import Progress, within
from network.measures.projection import Simple, Weights, project
from network.measures.result import Centralization, Measures, NetworkMeasures, NodeMeasures
from network.measures.two_mode import TwoMode, two_mode
from network.measures.weighted_paths import weighted_paths
from network.picture import name_of


@dataclass(frozen=True, slots=True)
class _Ways:
    """All that shortest ways tell, one value for each node."""

    betweenness: list[float | None]
    by_length: Distances
    by_steps: Distances
    reach_2: list[int]


def measure(
    graph: Graph,
    *,
    directed: bool = False,
    weights: Weights | None = None,
    progress: Progress | None = None,
) -> Measures:
    """Return all measures of a network on its simple projection, whose rule the result names.

    `progress` is told the share done and may raise to end it. A two-mode network is measured as
    it is, with its sides named; see `project_mode` for one of them.
    """
    simple = project(graph, directed=directed, weights=weights)
    return measure_simple(graph, simple, two_mode(graph), progress)


def measure_simple(
    graph: Graph,
    simple: Simple,
    modes: TwoMode | None = None,
    progress: Progress | None = None,
) -> Measures:
    """Return all measures of a projection that was made already from (a part of) a graph."""
    ways = _ways(simple, within(progress, 0.0, 0.8))
    found = communities(simple.undirected().as_networkx())
    if progress:
        progress(0.9)
    parts = cohesion.components(simple)
    nodes, source = _nodes(graph, simple, ways, found, parts)
    if progress:
        progress(1.0)
    whole = _network(simple, ways, nodes, parts, source)
    return Measures(whole, nodes, found, simple, modes)


def _ways(simple: Simple, progress: Progress | None) -> _Ways:
    by_steps = distances(simple.into, within(progress, 0.0, 0.2))
    near = distances(simple.out, most_steps=2).near if simple.directed else by_steps.near
    rest = within(progress, 0.2, 1.0)
    if simple.weights:
        between, by_length = weighted_paths(simple, rest)
    else:
        between, by_length = betweenness(simple, rest), by_steps
    return _Ways(between, by_length, by_steps, [int(number) for number in near])


def closeness(found: Distances) -> list[float | None]:
    """Return closeness after Wasserman and Faust (1994, p. 200f), as networkx' `wf_improved`.

    The share of others from which a node is reached, divided by their mean distance to it. None
    for a node that nobody reaches.
    """
    others = len(found.reached) - 1
    return [
        float(reached / total * (reached / others)) if reached else None
        for reached, total in zip(found.reached.tolist(), found.total.tolist(), strict=True)
    ]


def _nodes(
    graph: Graph,
    simple: Simple,
    ways: _Ways,
    found: tuple[tuple[str, ...], ...],
    parts: list[list[int]],
) -> tuple[tuple[NodeMeasures, ...], str]:
    """Return the measures of all nodes, and where their groups come from."""
    known = records(graph)
    source, groups = partition(graph, simple.nodes, found)
    community = {node: at for at, group in enumerate(found, 1) for node in group}
    component = {node: at for at, part in enumerate(parts, 1) for node in part}
    cut = set(cohesion.cut_points(simple))
    near = closeness(ways.by_length)
    principal, cores = eigenvector(simple), cohesion.cores(simple)
    around, roles = holes(simple), brokerage(simple, groups)
    rows = tuple(
        NodeMeasures(
            id=node,
            name=name_of(known[node]),
            degree=len({*simple.out[at], *simple.into[at]}),
            in_degree=len(simple.into[at]) if simple.directed else None,
            out_degree=len(simple.out[at]) if simple.directed else None,
            strength=_strength(simple, at),
            betweenness=ways.betweenness[at],
            closeness=near[at],
            eigenvector=principal[at],
            reach_2=ways.reach_2[at],
            constraint=around[at].constraint,
            effective_size=around[at].effective_size,
            brokerage=roles[at],
            core=cores[at],
            cut_point=at in cut,
            component=component[at],
            community=community[node],
            group=groups[at],
        )
        for at, node in enumerate(simple.nodes)
    )
    return rows, str(source)


def _strength(simple: Simple, node: int) -> float | None:
    """Return the sum of the weights of the lines at a node, as strength; None without weights."""
    if simple.weights is None:
        return None
    rows = (simple.out[node], simple.into[node]) if simple.directed else (simple.out[node],)
    return math.fsum(simple.closeness(weight) for row in rows for weight in row.values())


def _network(
    simple: Simple,
    ways: _Ways,
    nodes: tuple[NodeMeasures, ...],
    parts: list[list[int]],
    source: str,
) -> NetworkMeasures:
    count, pairs = len(nodes), sum(1 for _ in simple.pairs())
    lines = sum(len(row) for row in simple.out)
    strong = cohesion.strong_components(simple) if simple.directed else parts
    whole = _span(simple, ways.by_length, strong) if len(strong) == 1 else (None, None)
    largest = _span(simple, ways.by_length, strong)
    return NetworkMeasures(
        nodes=count,
        ties=pairs,
        arcs=simple.stated_arcs,
        density=lines / (count * (count - 1)) if count > 1 else None,
        components=len(parts),
        strong_components=len(strong) if simple.directed else None,
        largest_component=len(parts[0]) if parts else 0,
        isolates=sum(each.degree == 0 for each in nodes),
        diameter=whole[0],
        average_path_length=whole[1],
        diameter_largest_component=largest[0],
        average_path_length_largest_component=largest[1],
        transitivity=cohesion.transitivity(simple),
        reciprocity=cohesion.reciprocity(simple),
        centralization=_centralization(simple, nodes, connected=len(strong) == 1),
        cut_points=tuple(simple.nodes[node] for node in cohesion.cut_points(simple)),
        bridges=tuple((simple.nodes[a], simple.nodes[b]) for a, b in cohesion.bridges(simple)),
        fragmentation=cohesion.fragmentation(ways.by_steps.reached.tolist(), count),
        core=max((each.core for each in nodes), default=None),
        partition=source,
    )


def _centralization(
    simple: Simple, nodes: tuple[NodeMeasures, ...], *, connected: bool
) -> Centralization:
    degrees = [
        each.degree if each.in_degree is None else each.in_degree + (each.out_degree or 0)
        for each in nodes
    ]
    return centralization(
        degrees,
        [each.betweenness for each in nodes],
        # Lengths of ways have no star to be compared with.
        [each.closeness for each in nodes] if connected and not simple.weights else [],
        directed=simple.directed,
    )


def _span(
    simple: Simple, found: Distances, strong: list[list[int]]
) -> tuple[float | None, float | None]:
    """Return diameter and mean distance of the largest component; None below two nodes.

    Directed, it is the largest in which all reach each other; its ways never leave it.
    """
    if not strong or len(strong[0]) < 2:
        return None, None
    part, kept = strong[0], list(strong[0])
    if simple.directed and len(strong) > 1:
        inner = simple.part(part)
        found = weighted_paths(inner)[1] if simple.weights else distances(inner.into)
        kept = list(range(len(part)))
    farthest = float(found.farthest[kept].max())
    mean = float(found.total[kept].sum()) / (len(part) * (len(part) - 1))
    return farthest if simple.weights else int(farthest), mean
