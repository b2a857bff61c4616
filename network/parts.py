"""Of which parts a network consists: units, working groups, or communities."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from network.communities import named_communities
from network.graph import Graph, TieKind, records, ties
from network.organization import Classification, Organization, Post
from network.picture import kind_of, short_name_of

Records = Mapping[str, Organization | Post]


class Level(StrEnum):
    """By what an overview puts nodes together, in the words of the address of the map."""

    UNITS = "einheiten"
    """Units under their division, others by their kind."""
    WORKING_GROUPS = "arbeitsgruppen"
    """By the working group that they take part in."""
    COMMUNITIES = "gruppen"
    """By who is tied among themselves more than to the rest."""


class Rest(StrEnum):
    """Parts that bear nobody's name."""

    SEVERAL = "several"
    """In several working groups."""
    NONE = "none"
    """In no working group."""
    UNTIED = "untied"
    """Without any tie."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some nodes that an overview shows as one.

    `name` is that of the record with the id `key`. A part without a name bears a `word`
    instead: one of `Rest`, or the kind of its nodes, for the page to put into words. Only
    communities have a `color` and a `mark`; see `network.communities.Community`.
    """

    key: str
    name: str
    nodes: tuple[str, ...]
    color: str = ""
    mark: str = ""

    @property
    def word(self) -> str:
        """Return what a part is that bears nobody's name: a word of `Rest` or a kind of record."""
        return "" if self.name else self.key.partition(":")[2]

    @property
    def id(self) -> str:
        """Return the id of the part as one item of a picture, which no record has."""
        return f"part:{self.key}"


def parts(graph: Graph, level: str) -> tuple[Part, ...]:
    """Return the parts of a `Level` in which every node is exactly once, the largest first."""
    if level == Level.COMMUNITIES:
        return _communities(graph)
    by_level = {Level.UNITS: _units, Level.WORKING_GROUPS: _working_groups}
    known = records(graph)
    inside: dict[str, list[str]] = {}
    for node, key in by_level[Level(level)](graph).items():
        inside.setdefault(key, []).append(node)
    found = [
        Part(key, short_name_of(known[key]) if key in known else "", tuple(sorted(nodes)))
        for key, nodes in inside.items()
    ]
    return tuple(sorted(found, key=lambda part: (-len(part.nodes), part.key)))


def _units(graph: Graph) -> dict[str, str]:
    """Put units under their topmost one, posts to their organisation, free ones to their kind.

    Where more than three quarters of the units are under a single one, that is the town
    itself, and the parts begin below it.
    """
    known = records(graph)
    lines = {node: _line(known, node) for node in known}
    below = Counter(line[0] for line in lines.values() if len(line) > 1)
    deep = {line[0] for line in lines.values() if len(line) > 2}
    towns = {top for top, count in below.items() if top in deep and count * 4 > below.total() * 3}
    found = {}
    for node, line in lines.items():
        top = line[min(1, len(line) - 1)] if line[0] in towns else line[0]
        found[node] = top if line[0] in below else f"kind:{kind_of(known[top])}"
    return found


def _line(known: Records, node: str) -> tuple[str, ...]:
    """Return a node's organisation with all wider ones before it; a circle ends where it began."""
    record = known[node]
    if isinstance(record, Post):
        if record.organization_id not in known:
            return (node,)
        record = known[record.organization_id]
    line = [record.id]
    while isinstance(record, Organization) and record.parent_id and record.parent_id in known:
        record = known[record.parent_id]
        if record.id in line:
            return (min(line[line.index(record.id) :]), *line[: line.index(record.id)][::-1])
        line.append(record.id)
    return tuple(reversed(line))


def _working_groups(graph: Graph) -> dict[str, str]:
    known = records(graph)
    groups = {
        node
        for node, record in known.items()
        if isinstance(record, Organization)
        and record.classification is Classification.WORKING_GROUP
    }
    of: dict[str, set[str]] = {node: {node} if node in groups else set() for node in known}
    for tie in ties(graph):
        if tie.kind == TieKind.MEMBER_OF and tie.object_id in groups:
            of[tie.subject_id].add(tie.object_id)
    return {node: node if node in groups else _one_of(found) for node, found in of.items()}


def _one_of(groups: Collection[str]) -> str:
    if len(groups) == 1:
        return next(iter(groups))
    return f"rest:{Rest.SEVERAL if groups else Rest.NONE}"


def _communities(graph: Graph) -> tuple[Part, ...]:
    """Put the nodes without a tie together, since each is a community of its own."""
    found = named_communities(graph)
    tied = [
        Part(each.key, each.name, each.nodes, each.color, each.mark)
        for each in found
        if len(each.nodes) > 1
    ]
    alone = tuple(each.key for each in found if len(each.nodes) == 1)
    return (*tied, Part(f"rest:{Rest.UNTIED}", "", alone)) if alone else tuple(tied)
