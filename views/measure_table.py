"""The ranking of entries by a measure: its rows, on the page and in files."""

from collections.abc import Mapping

from network.measures import Measures
from network.organization import Organization, Post
from network.picture import kind_of
from views.kinds import KINDS
from views.measure_node_words import ROLES, group_text
from views.measure_terms import TERMS, Term, ranked
from views.words import _, mark

Records = Mapping[str, Organization | Post]
Cell = str | float | None

_ROLE_NAMES = {
    "coordinator": mark("Coordinator"),
    "itinerant": mark("Itinerant broker"),
    "gatekeeper": mark("Gatekeeper"),
    "representative": mark("Representative"),
    "liaison": mark("Liaison"),
}


def head() -> list[str]:
    """Return the names of the columns of the whole ranking."""
    return [
        _("Place"),
        _("Name"),
        _("Kind"),
        *(term.title for term in TERMS.values()),
        *(_(_ROLE_NAMES[role]) for role in ROLES),
        _("Group"),
    ]


def rows(measures: Measures, known: Records, term: Term) -> list[list[Cell]]:
    """Return the entries ranked by a measure with all of their values; None where undefined."""
    partition = measures.network.partition
    return [
        [
            place,
            each.name,
            _(KINDS[kind_of(known[each.id])]),
            *(other.value(each) for other in TERMS.values()),
            *(getattr(each.brokerage, role, None) for role in ROLES),
            group_text(each.group, partition) if each.group else None,
        ]
        for place, each in ranked(measures.nodes, term)
    ]
