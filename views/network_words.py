"""What the page says of a view: how much is shown, and what was just chosen."""

from collections.abc import Sequence

from network.graph import Graph
from network.picture import name_of
from network.view import Shown
from views.network_address import Asked, Level
from views.shown_network import ShownNetwork
from views.words import _, number_text, plural


def counted(graph: Graph, what: Shown) -> str:
    """Say how much is shown, and of how much."""
    ties = plural("{n} tie", "{n} ties", len(what.ties))
    if len(what.nodes) == len(graph):
        entries = plural("{n} entry", "{n} entries", len(what.nodes))
        return _("Shown: {entries}, {ties}.", entries=entries, ties=ties)
    return _(
        "Shown: {n} {of_all}, {ties}.",
        n=number_text(len(what.nodes)),
        of_all=plural("of {n} entry", "of {n} entries", len(graph)),
        ties=ties,
    )


def announced(network: ShownNetwork, asked: Asked, what: Shown, chosen: Sequence[str]) -> str:
    """Say what was chosen with its shown ties, and how much is shown, in one sentence."""
    if asked.level is Level.EMPTY and not what.nodes and not any(asked.view.wanted.values()):
        return _("The map begins empty. Search for a name or set a filter.")
    if not chosen:
        return counted(network.graph, what)
    names = ", ".join(name_of(network.records[node]) for node in chosen)
    ends = frozenset(chosen)
    held = [tie for tie in what.ties if tie.subject_id in ends or tie.object_id in ends]
    return _(
        "{names} chosen, {ties}. {counted}",
        names=names,
        ties=plural("{n} tie", "{n} ties", len(held)),
        counted=counted(network.graph, what),
    )
