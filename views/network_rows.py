"""The tables of a view as plain text, the same for the page and for files."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from network.facets import Facet, Status, values_of
from network.graph import Graph, Tie, records
from network.organization import Organization, Post
from network.picture import kind_of, name_of
from network.view import Shown
from views.facet_words import value_text
from views.kinds import CONFIRMATIONS, KINDS
from views.shown_groups import Remarks
from views.tie_words import strength_of, tie_text
from views.words import _

Row = dict[str, str]
_NOTHING: Final = Remarks()


def entry_rows(graph: Graph, what: Shown, remarks: Remarks = _NOTHING) -> list[Row]:
    """Return one row for each node that is shown; ties are counted as shown."""
    counts: Counter[str] = Counter()
    for tie in what.ties:
        counts.update({tie.subject_id, tie.object_id})
    known = records(graph)
    return [
        _entry(graph, node, known[node], counts[node], remarks.upkeep.get(node, ""))
        | _remark(_("Group"), remarks.groups, node)
        | _remark(_("Change"), remarks.changes, node)
        for node in what.nodes
    ]


def _remark(head: str, said: Mapping[str, str] | None, key: str) -> Row:
    return {} if said is None else {head: said.get(key, "")}


def entry_heads(remarks: Remarks = _NOTHING) -> tuple[str, ...]:
    """Return the heads of the columns of entries."""
    return (
        _("Name"),
        _("Kind"),
        _("Topics"),
        _("Area"),
        _("Ties"),
        _("Since"),
        _("Until"),
        _("Status"),
        _("Source"),
        *_remark(_("Group"), remarks.groups, ""),
        *_remark(_("Change"), remarks.changes, ""),
    )


def tie_heads(remarks: Remarks = _NOTHING) -> tuple[str, ...]:
    """Return the heads of the columns of ties."""
    return (
        _("From"),
        _("Tie"),
        _("To"),
        _("Since"),
        _("Until"),
        _("Dates"),
        _("On whose word"),
        _("Strength"),
        _("Source"),
        *_remark(_("Change"), remarks.changes, ""),
    )


def _entry(graph: Graph, node: str, record: Organization | Post, ties: int, upkeep: str) -> Row:
    cells = (
        name_of(record),
        _(KINDS[kind_of(record)]),
        topics_text(graph, record),
        _values(graph, node, Facet.AREA),
        str(ties),
        record.start_date or "",
        record.end_date or "",
        "; ".join(filter(None, (status_text(graph, node), upkeep))),
        "; ".join(record.sources),
    )
    return dict(zip(entry_heads(), cells, strict=True))


def topics_text(graph: Graph, record: Organization | Post) -> str:
    """Return the topics that an organisation itself names; a post names none."""
    named = record.topic_ids if isinstance(record, Organization) else ()
    return "; ".join(value_text(graph, Facet.TOPIC, each) for each in named)


def status_text(graph: Graph, node: str) -> str:
    """Return how a node stands; that it has no dates shows in their empty columns already."""
    found = sorted(values_of(graph, node, Facet.STATUS) - {Status.UNDATED})
    return "; ".join(value_text(graph, Facet.STATUS, each) for each in found)


def _values(graph: Graph, node: str, facet: Facet) -> str:
    return "; ".join(
        value_text(graph, facet, each) for each in sorted(values_of(graph, node, facet))
    )


def tie_rows(graph: Graph, what: Shown, remarks: Remarks = _NOTHING) -> list[Row]:
    """Return one row for each tie that is shown."""
    known = records(graph)
    return [_tie(known, tie) | _remark(_("Change"), remarks.changes, tie.id) for tie in what.ties]


def _tie(known: Mapping[str, Organization | Post], tie: Tie) -> Row:
    cells = (
        name_of(known[tie.subject_id]),
        tie_text(tie, tie.subject_id),
        name_of(known[tie.object_id]),
        tie.start_date or "",
        tie.end_date or "",
        _("without date") if tie.undated else "",
        _(CONFIRMATIONS[tie.confirmation]),
        strength_of(tie),
        "; ".join(tie.sources),
    )
    return dict(zip(tie_heads(), cells, strict=True))
