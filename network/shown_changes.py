"""The changes between two days of which a view tells."""

from dataclasses import replace

from network.changes import Changes
from network.graph import before_key
from network.view import Shown


def within(found: Changes, what: Shown) -> Changes:
    """Return only those changes whose node or tie a view of the union shows.

    A tie of succession that ended with its older end is told by `continued` alone.
    """
    told = {before_key(heir, old.id) for old, heir in found.continued}
    nodes, kept = set(what.nodes), {tie.id for tie in what.ties}
    return replace(
        found,
        new_nodes=tuple(each for each in found.new_nodes if each.id in nodes),
        ended_nodes=tuple(each for each in found.ended_nodes if each.id in nodes),
        changed_nodes=tuple(each for each in found.changed_nodes if each.after.id in nodes),
        new_ties=tuple(tie for tie in found.new_ties if tie.id in kept),
        ended_ties=tuple(tie for tie in found.ended_ties if tie.id in kept - told),
        changed_ties=tuple(each for each in found.changed_ties if each.after.id in kept),
        continued=tuple(pair for pair in found.continued if {each.id for each in pair} <= nodes),
        unknown_nodes=tuple(each for each in found.unknown_nodes if each.id in nodes),
        unknown_ties=tuple(tie for tie in found.unknown_ties if tie.id in kept),
    )
