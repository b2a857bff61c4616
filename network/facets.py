"""By what nodes and ties are filtered, and how many each value would leave."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from network.graph import Graph, Tie
from network.organization import Organization, Post
from network.picture import kind_of

Wanted = Mapping["Facet", frozenset[str]]


class Facet(StrEnum):
    """A property that nodes or ties have one or several values of."""

    KIND = "kind"
    TOPIC = "topic"
    AREA = "area"
    TARGET_GROUP = "target_group"
    LANGUAGE = "language"
    PARTITION = "partition"
    STATUS = "status"
    TIE_KIND = "tie_kind"
    STRENGTH = "strength"
    CONFIRMATION = "confirmation"


TIE_FACETS = frozenset({Facet.TIE_KIND, Facet.STRENGTH, Facet.CONFIRMATION})
"""The facets of ties; all others are of nodes."""


class Status(StrEnum):
    """How a node stands, beyond its dates."""

    OPEN = "open"
    """Open for new cooperation."""
    HELD = "held"
    """A post that somebody holds."""
    VACANT = "vacant"
    """A post that nobody holds."""
    UNKNOWN = "unknown"
    """A post of which nobody said whether it is held."""
    UNDATED = "undated"
    """Nobody said since when it exists."""


def values_of(graph: Graph, node: str, facet: Facet) -> frozenset[str]:
    """Return the values of a node; a post has the topics, areas and so on of its organisation.

    A narrower topic counts as its wider ones, too.
    """
    record = record_of(graph, node)
    if record is None:
        return frozenset()
    if facet is Facet.KIND:
        return frozenset({kind_of(record)})
    if facet is Facet.STATUS:
        return _statuses(graph, record)
    home = record_of(graph, record.organization_id) if isinstance(record, Post) else record
    if not isinstance(home, Organization):
        return frozenset()
    found = {
        Facet.TOPIC: with_wider(graph, home.topic_ids),
        Facet.AREA: (home.district,),
        Facet.TARGET_GROUP: home.target_groups,
        Facet.LANGUAGE: home.languages,
        Facet.PARTITION: (home.partition,),
    }[facet]
    return frozenset(each for each in found if each)


def tie_values(tie: Tie, facet: Facet) -> frozenset[str]:
    """Return the values of a tie; its strength as the plain number."""
    if facet is Facet.TIE_KIND:
        return frozenset({tie.kind})
    if facet is Facet.CONFIRMATION:
        return frozenset({tie.confirmation})
    return frozenset() if tie.strength is None else frozenset({f"{tie.strength:g}"})


def matches(graph: Graph, node: str, wanted: Wanted) -> bool:
    """Say whether a node has a wanted value of every facet of nodes that is asked for."""
    return all(
        values & values_of(graph, node, facet)
        for facet, values in wanted.items()
        if values and facet not in TIE_FACETS
    )


def tie_matches(tie: Tie, wanted: Wanted) -> bool:
    """Say whether a tie has a wanted value of every facet of ties that is asked for."""
    return all(
        values & tie_values(tie, facet)
        for facet, values in wanted.items()
        if values and facet in TIE_FACETS
    )


def remaining(graph: Graph, wanted: Wanted, facet: Facet) -> dict[str, int]:
    """Return how many nodes (or ties) each value of a facet would leave beside all other filters.

    The most frequent value comes first.
    """
    others = {each: values for each, values in wanted.items() if each is not facet}
    counts: Counter[str] = Counter()
    passing = {node for node in graph if matches(graph, node, others)}
    if facet not in TIE_FACETS:
        for node in passing:
            counts.update(values_of(graph, node, facet))
    else:
        for _, _, data in graph.edges(data=True):
            tie: Tie = data["tie"]
            if {tie.subject_id, tie.object_id} <= passing and tie_matches(tie, others):
                counts.update(tie_values(tie, facet))
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def record_of(graph: Graph, node: str) -> Organization | Post | None:
    """Return the record behind a node, or None where it is not there."""
    found: Organization | Post | None = graph.nodes[node]["record"] if node in graph else None
    return found


def with_wider(graph: Graph, topic_ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return topics together with all wider ones; a circle ends where it began."""
    topics = graph.graph.get("topics", {})
    found: dict[str, None] = {}
    waiting = list(topic_ids)
    while waiting:
        topic_id = waiting.pop()
        if topic_id not in found:
            found[topic_id] = None
            parent = topics[topic_id].parent_id if topic_id in topics else None
            waiting += [parent] if parent else []
    return tuple(found)


def _statuses(graph: Graph, record: Organization | Post) -> frozenset[str]:
    found: set[str] = set()
    if isinstance(record, Organization) and record.open_for_cooperation:
        found.add(Status.OPEN)
    if isinstance(record, Post):
        held = record.id in graph.graph.get("held", frozenset())
        found.add(Status.HELD if held else Status(record.occupancy.value))
    if record.start_date is None and record.end_date is None:
        found.add(Status.UNDATED)
    return frozenset(found)
