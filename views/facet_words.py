"""The words for filters and for what a filter's values are called."""

from collections.abc import Mapping
from typing import Final

from network.facets import Facet
from network.graph import Graph
from network.organization import Topic
from views.kinds import CONFIRMATIONS, KINDS, STATUSES, TIES
from views.words import _, mark, number_text

FACETS_WORDS: Final[Mapping[Facet, str]] = {
    Facet.KIND: mark("Kind"),
    Facet.TOPIC: mark("Topic"),
    Facet.AREA: mark("Area"),
    Facet.TARGET_GROUP: mark("Target group"),
    Facet.LANGUAGE: mark("Language"),
    Facet.PARTITION: mark("Part"),
    Facet.STATUS: mark("Status"),
    Facet.TIE_KIND: mark("Kind of tie"),
    Facet.STRENGTH: mark("Strength of tie"),
    Facet.CONFIRMATION: mark("On whose word"),
}
"""The filters in the order in which they are asked for."""

_CLOSED: Final[Mapping[Facet, Mapping[str, str]]] = {
    Facet.KIND: KINDS,
    Facet.STATUS: STATUSES,
    Facet.TIE_KIND: TIES,
    Facet.CONFIRMATION: CONFIRMATIONS,
}


def value_text(graph: Graph, facet: Facet, value: str) -> str:
    """Return what a value of a facet is called; a stranger's own word as it is."""
    if facet in _CLOSED:
        return _(_CLOSED[facet].get(value, value))
    if facet is Facet.TOPIC:
        topic: Topic | None = graph.graph.get("topics", {}).get(value)
        return topic.term if topic else value
    return strength_text(value) if facet is Facet.STRENGTH else value


def strength_text(value: str) -> str:
    """Return a strength with the separators of the language."""
    try:
        return number_text(float(value))
    except ValueError:
        return value
