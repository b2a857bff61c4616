"""What an address shows of the network, in words."""

from collections.abc import Mapping
from typing import Final

from network.facets import Facet
from network.graph import Graph
from network.picture import name_of
from network.view import Direction
from views.asked_network import AskedNetwork
from views.kinds import CONFIRMATIONS, KINDS, STATUSES, TIES
from views.measure_terms import quoted
from views.words import _, date_text, mark, plural

_FACETS: Final[Mapping[Facet, str]] = {
    Facet.KIND: mark("Kind"),
    Facet.TOPIC: mark("Topic"),
    Facet.AREA: mark("District"),
    Facet.TARGET_GROUP: mark("Target group"),
    Facet.LANGUAGE: mark("Language"),
    Facet.PARTITION: mark("Part"),
    Facet.STATUS: mark("Status"),
    Facet.TIE_KIND: mark("Tie"),
    Facet.STRENGTH: mark("Strength"),
    Facet.CONFIRMATION: mark("On whose word"),
}
_VALUES: Final[Mapping[Facet, Mapping[str, str]]] = {
    Facet.KIND: KINDS,
    Facet.STATUS: STATUSES,
    Facet.TIE_KIND: TIES,
    Facet.CONFIRMATION: CONFIRMATIONS,
}
_DIRECTIONS: Final[Mapping[Direction, str]] = {
    Direction.BOTH: mark("in both directions"),
    Direction.OUT: mark("outwards"),
    Direction.IN: mark("inwards"),
}


def view_text(asked: AskedNetwork) -> str:
    """Say what is shown: the day, the filters, what is chosen, and how much it is."""
    view = asked.asked.view
    said = [_("As of {day}", day=date_text(asked.asked.day))]
    for facet, values in view.wanted.items():
        named = ", ".join(value_name(asked.graph, facet, each) for each in sorted(values))
        said.append(f"{_(_FACETS[facet])}: {named}")
    chosen = [name_of(asked.records[node]) for node in view.chosen if node in asked.records]
    names = ", ".join(quoted(each) for each in chosen)
    if len(chosen) > 1 and view.path:
        said.append(_("shortest ways between {names}", names=names))
    elif chosen and view.steps is not None:
        said.append(
            plural(
                "{n} step around {names} {direction}",
                "{n} steps around {names} {direction}",
                view.steps,
                names=names,
                direction=_(_DIRECTIONS[view.direction]),
            )
        )
    if view.tied_only:
        said.append(_("only entries with ties"))
    gone = [name_of(asked.records[node]) for node in sorted(view.without) if node in asked.records]
    if gone:
        said.append(_("without {names}", names=", ".join(quoted(each) for each in gone)))
    entries = plural("{n} entry", "{n} entries", len(asked.shown.nodes))
    ties = plural("{n} tie", "{n} ties", len(asked.shown.ties))
    return f"{'; '.join(said)}. " + _("Shown: {entries}, {ties}.", entries=entries, ties=ties)


def value_name(graph: Graph, facet: Facet, value: str) -> str:
    """Return the word for a value of a facet."""
    if facet is Facet.TOPIC:
        topics = graph.graph.get("topics", {})
        return topics[value].term if value in topics else value
    words = _VALUES.get(facet, {})
    return _(words[value]) if value in words else value
