"""The two tables of the network for a workbook, with heads that people read."""

from dataclasses import replace

from network.exchange.columns import parted
from network.exchange.flattening import foreign_of
from network.exchange.xlsx_table import Table
from network.graph import Graph, records, ties
from network.picture import kind_of, name_of
from views.kinds import CONFIRMATIONS, KINDS, TIES
from views.shown_groups import Remarks
from views.words import _


def entry_table(part: Graph, remarks: Remarks) -> Table:
    """Return the entries: names, kinds, what they work on, and where it is written."""
    head = (
        _("Name"), _("Short name"), _("Kind"), _("District"), _("Topics"), _("Target groups"),
        _("Languages"), _("Website"), _("Description"), _("Since"), _("Until"), _("Ties"),
        _("Source"), _("Identifier"), *_heads(remarks),
    )  # fmt: skip
    counts = dict.fromkeys(part, 0)
    for tie in ties(part):
        for end in {tie.subject_id, tie.object_id}:
            counts[end] += 1
    rows: list[tuple[str | float | None, ...]] = []
    for node, (key, record) in zip(foreign_of(part).nodes, records(part).items(), strict=True):
        said = node.attributes
        several = (
            " | ".join(parted(said.get(name, "")))
            for name in ("topics", "target_groups", "languages")
        )
        rows.append((
            name_of(record), said.get("short_name"), _(KINDS[kind_of(record)]),
            said.get("district"), *several, said.get("website"), said.get("description"),
            node.start, node.end, counts[key], " | ".join(record.sources), node.id,
            *_said(remarks, key),
        ))  # fmt: skip
    return Table(_("Entries"), head, rows)


def tie_table(part: Graph, remarks: Remarks) -> Table:
    """Return the ties: from whom to whom, of what kind, since when, and on whose word."""
    head = (
        _("From"), _("Tie"), _("To"), _("Label"), _("Both ways"), _("Strength"), _("Distance"),
        _("Since"), _("Until"), _("On whose word"), _("Note"), _("Source"),
        *_heads(replace(remarks, groups=None)),
    )  # fmt: skip
    known = records(part)
    rows = [
        (
            name_of(known[tie.subject_id]), _(TIES[tie.kind]), name_of(known[tie.object_id]),
            tie.label, _("yes") if tie.mutual else _("no"), tie.strength, tie.distance,
            tie.start_date, tie.end_date, _(CONFIRMATIONS[tie.confirmation]), tie.note,
            " | ".join(tie.sources), *_said(replace(remarks, groups=None), tie.id),
        )
        for tie in ties(part)
    ]  # fmt: skip
    return Table(_("Connections"), head, rows)


def _heads(remarks: Remarks) -> tuple[str, ...]:
    said = ((_("Group"), remarks.groups), (_("Change"), remarks.changes))
    return tuple(head for head, values in said if values is not None)


def _said(remarks: Remarks, key: str) -> tuple[str, ...]:
    said = (remarks.groups, remarks.changes)
    return tuple(values.get(key, "") for values in said if values is not None)
