"""What falls apart where: pieces of the measures for a graph as it is."""

from network.graph import Graph
from network.measures import cohesion
from network.measures.projection import project


def component_sets(graph: Graph) -> list[frozenset[str]]:
    """Return the components as sets of ids, the largest first; directions do not matter."""
    simple = project(graph)
    return [frozenset(simple.nodes[node] for node in part) for part in cohesion.components(simple)]


def cut_points(graph: Graph) -> tuple[str, ...]:
    """Return the ids without which their component would fall apart, in the order of the graph."""
    simple = project(graph)
    return tuple(simple.nodes[node] for node in cohesion.cut_points(simple))


def bridges(graph: Graph) -> tuple[tuple[str, str], ...]:
    """Return the tied pairs of ids without whose ties their component would fall apart."""
    simple = project(graph)
    return tuple((simple.nodes[a], simple.nodes[b]) for a, b in cohesion.bridges(simple))
