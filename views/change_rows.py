"""What has changed between two days, in words: sentences, and rows of a table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from data.roster import roster
from data.store import Store
from network.changes import HELD, ChangedTie, Changes, Difference, Record, changes
from network.graph import Tie, build_graph, records
from network.picture import kind_of, name_of
from network.shown_changes import within
from network.view import shown
from views.kinds import CONFIRMATIONS, KINDS, ROLES, TIES
from views.network_address import Asked
from views.words import _, date_text, mark, number_text, partial_date_text, plural

FIELDS: Final[Mapping[str, str]] = {
    HELD: mark("filled"),
    "role": mark("role"),
    "strength": mark("strength"),
    "distance": mark("distance"),
    "confirmation": mark("on whose word"),
    "start_date": mark("begin"),
    "end_date": mark("end"),
    "note": mark("note"),
    "mutual": mark("in both directions"),
}
"""What can differ, in words; other fields of a record never differ between two days."""


@dataclass(frozen=True, slots=True)
class Row:
    """One change: its kind, what it is about, from when to when, and what differs."""

    change: str
    kind: str
    about: str
    since: str
    until: str
    differs: str


def asked_days(asked: Asked) -> tuple[date, date] | None:
    """Return the earlier and the later day of a comparison, whichever was named first."""
    return (
        None if asked.since is None else (min(asked.since, asked.day), max(asked.since, asked.day))
    )


def asked_changes(store: Store, asked: Asked) -> Changes | None:
    """Return what has changed in the part that an address shows; None without a comparison."""
    days = asked_days(asked)
    if days is None:
        return None
    before, after = (build_graph(roster(store, day), day) for day in days)
    found = changes(before, after)
    return within(found, shown(found.union, asked.view))


def sentences(found: Changes, earlier: date, later: date) -> list[str]:
    """Say what has changed, the numbers first; what is not known is said, too."""
    said = [
        _(
            "Between {earlier} and {later}: {new} new, {ended} ended, {changed} changed.",
            earlier=date_text(earlier),
            later=date_text(later),
            new=_both(len(found.new_nodes), len(found.new_ties)),
            ended=_both(len(found.ended_nodes), len(found.ended_ties)),
            changed=_both(len(found.changed_nodes), len(found.changed_ties)),
        )
        if found.count
        else _(
            "Between {earlier} and {later} nothing has changed that has a date.",
            earlier=date_text(earlier),
            later=date_text(later),
        )
    ]
    said += [
        _("“{old}” is continued as “{new}”.", old=name_of(old), new=name_of(new))
        for old, new in found.continued
    ]
    if found.unknown_ties:
        count = len(found.unknown_ties)
        said.append(
            plural(
                "{n} tie without a date: whether it is new is not known.",
                "{n} ties without a date: whether they are new is not known.",
                count,
            )
        )
    if found.unknown_nodes:
        said.append(
            plural(
                "{n} entry without a date: whether it is new is not known.",
                "{n} entries without a date: whether they are new is not known.",
                len(found.unknown_nodes),
            )
        )
    return said


def rows(found: Changes) -> list[Row]:
    """Return one row for each change, new ones first, then ended, then changed."""
    known = records(found.union)
    new, ended, changed = _("new"), _("ended"), _("changed")
    made = [_node_row(new, each) for each in found.new_nodes]
    made += [_tie_row(new, tie, known) for tie in found.new_ties]
    made += [_node_row(ended, each) for each in found.ended_nodes]
    made += [_tie_row(ended, tie, known) for tie in found.ended_ties]
    made += [
        Row(_("continued"), _(KINDS[kind_of(old)]), f"{name_of(old)} → {name_of(heir)}",
            partial_date_text(heir.start_date), "", "")
        for old, heir in found.continued
    ]  # fmt: skip
    made += [_node_row(changed, each.after, each.differences) for each in found.changed_nodes]
    return made + [_changed_row(changed, each, known) for each in found.changed_ties]


def _both(nodes: int, ties: int) -> str:
    entries = plural("{n} entry", "{n} entries", nodes)
    return _("{entries} and {ties}", entries=entries, ties=plural("{n} tie", "{n} ties", ties))


def _node_row(change: str, record: Record, differences: Sequence[Difference] = ()) -> Row:
    return Row(
        change,
        _(KINDS[kind_of(record)]),
        name_of(record),
        partial_date_text(record.start_date),
        partial_date_text(record.end_date),
        "; ".join(_differing(differences)),
    )


def _tie_row(
    change: str, tie: Tie, known: Mapping[str, Record], differences: Sequence[Difference] = ()
) -> Row:
    word = tie.label or _(TIES[tie.kind])
    role = f" ({_(ROLES[tie.role])})" if tie.role in ROLES else ""
    subject, other = name_of(known[tie.subject_id]), name_of(known[tie.object_id])
    return Row(
        change,
        _("Tie"),
        f"{subject} – {word}{role} – {other}",
        partial_date_text(tie.start_date),
        partial_date_text(tie.end_date),
        "; ".join(_differing(differences)),
    )


def _changed_row(change: str, changed: ChangedTie, known: Mapping[str, Record]) -> Row:
    return _tie_row(change, changed.after, known, changed.differences)


def _differing(differences: Sequence[Difference]) -> Iterator[str]:
    for each in differences:
        if each.field in FIELDS:
            before, after = _value(each.field, each.before), _value(each.field, each.after)
            yield f"{_(FIELDS[each.field])}: {before} → {after}"


def _value(field: str, value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value is None or value == "":
        return "–"
    if isinstance(value, int | float):
        return number_text(value)
    if field in ("start_date", "end_date"):
        return partial_date_text(str(value))
    words = {"role": ROLES, "confirmation": CONFIRMATIONS}.get(field, {})
    return _(words[str(value)]) if str(value) in words else str(value)
