"""Groups that are tied more among themselves than with others."""

import networkx as nx

_SEED = 2014


def communities(simple: "nx.Graph[str]") -> tuple[tuple[str, ...], ...]:
    """Return the groups of an undirected network without parallel ties, the largest first.

    Louvain (Blondel et al. 2008) with a fixed seed; a group's ids are sorted, and equally large
    groups stand by their smallest id. The order in which nodes and ties came makes no
    difference. A node without ties is a group by itself.
    """
    nodes = sorted(simple)
    # Numbers instead of ids: sets of texts are in another order in every process.
    place = {node: index for index, node in enumerate(nodes)}
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(nodes)))
    pairs = {
        (min(place[a], place[b]), max(place[a], place[b])) for a, b in simple.edges() if a != b
    }
    plain.add_edges_from(sorted(pairs))
    if not pairs:
        return tuple((node,) for node in nodes)
    found = nx.community.louvain_communities(plain, seed=_SEED)
    groups = [tuple(nodes[index] for index in sorted(group)) for group in found]
    return tuple(sorted(groups, key=lambda group: (-len(group), group[0])))
