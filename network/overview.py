"""A large network as an overview: a few parts instead of many nodes."""

from dataclasses import dataclass

import networkx as nx

from network.graph import Graph, TieKind, records, ties
from network.organization import Classification, Organization
from network.picture import short_name_of

OVERVIEW_FROM = 300
"""Above so many nodes a picture begins as an overview."""


@dataclass(frozen=True, slots=True)
class Part:
    """Nodes that an overview shows as one symbol, named by the record with the id `key`.

    A part without a name bears a word instead, after the colon of its key.
    """

    key: str
    name: str
    nodes: tuple[str, ...]
    color: str = ""

    @property
    def word(self) -> str:
        """Return what a part is that bears nobody's name."""
        return "" if self.name else self.key.partition(":")[2]

    @property
    def id(self) -> str:
        """Return the id of the part as one symbol of a picture."""
        return f"part:{self.key}"


def parts(graph: Graph, level: str) -> tuple[Part, ...]:
    """Return the parts of a level (`einheiten`, `arbeitsgruppen`, `gruppen`), each node in one."""
    home = {"einheiten": _units, "arbeitsgruppen": _groups, "gruppen": _communities}[level](graph)
    rest = "rest:none" if level == "arbeitsgruppen" else "rest:untied"
    found: dict[str, list[str]] = {}
    for node in graph:
        found.setdefault(home.get(node, rest), []).append(node)
    known = records(graph)
    return tuple(
        Part(key, short_name_of(known[key]) if key in known else "", tuple(nodes))
        for key, nodes in found.items()
    )


def _units(graph: Graph) -> dict[str, str]:
    above = {
        tie.subject_id: tie.object_id
        for tie in ties(graph)
        if tie.kind in (TieKind.PART_OF, TieKind.POST_OF)
    }
    found = {}
    for node in graph:
        top, seen = node, {node}
        while above.get(top, top) not in seen:
            top = above[top]
            seen.add(top)
        if top != node or node in above.values():
            found[node] = top
    return found


def _groups(graph: Graph) -> dict[str, str]:
    found = {
        node: node
        for node, record in records(graph).items()
        if isinstance(record, Organization)
        and record.classification is Classification.WORKING_GROUP
    }
    for tie in ties(graph):
        if tie.kind == TieKind.MEMBER_OF and found.get(tie.object_id) == tie.object_id:
            found.setdefault(tie.subject_id, tie.object_id)
    return found


def _communities(graph: Graph) -> dict[str, str]:
    simple = nx.Graph(graph.to_undirected(as_view=True))
    return {
        node: max(part, key=lambda each: (simple.degree(each), each))
        for part in nx.community.louvain_communities(simple, seed=2014)
        if len(part) > 1
        for node in part
    }
