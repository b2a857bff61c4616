"""The rows of a file in words: what they are, and what they would change field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from typing import Final

from network.exchange.choice import NodeRow, State, TieRow
from network.exchange.plan import ImportPlan
from network.exchange.unreadable import Place
from network.organization import Organization, Post, Roster
from network.picture import kind_of, name_of
from views.exchange_words import place_text
from views.kinds import CONFIRMATIONS, KINDS, ROLES, TIES
from views.words import _, mark, number_text

FIELDS: Final[Mapping[str, str]] = {
    "name": mark("Name"),
    "label": mark("Label"),
    "classification": mark("Kind"),
    "short_name": mark("Short name"),
    "other_names": mark("Other names"),
    "parent_id": mark("belongs to"),
    "successor_of_id": mark("continues"),
    "district": mark("District"),
    "website": mark("Website"),
    "description": mark("Description"),
    "languages": mark("Languages"),
    "target_groups": mark("Target groups"),
    "topic_ids": mark("Topics"),
    "offers": mark("Offers"),
    "needs": mark("Needs"),
    "open_for_cooperation": mark("open for cooperation"),
    "start_date": mark("Since"),
    "end_date": mark("Until"),
    "identifiers": mark("Identifier"),
    "partition": mark("Group"),
    "sources": mark("Source"),
    "confirmed_on": mark("confirmed on"),
    "role": mark("role"),
    "occupancy": mark("Occupancy"),
    "mutual": mark("in both directions"),
    "strength": mark("Strength"),
    "distance": mark("Distance"),
    "note": mark("Note"),
    "stated_by_id": mark("stated by"),
    "confirmed_by_id": mark("confirmed by"),
    "disputed_by_id": mark("disputed by"),
    "on_behalf_of_id": mark("on behalf of"),
}
_OCCUPANCIES: Final = {
    "held": mark("post is filled"),
    "vacant": mark("post is vacant"),
    "unknown": mark("nobody entered for this post"),
}
_CODES: Final = {**KINDS, **TIES, **ROLES, **CONFIRMATIONS, **_OCCUPANCIES}


@dataclass(frozen=True, slots=True)
class Shown:
    """A row as people see it; `key` names it in a choice."""

    key: str
    state: State
    title: str
    kind: str
    lines: tuple[str, ...]
    place: str


class RowWords:
    """Turns rows into words: records are named, topics called by their term."""

    def __init__(self, roster: Roster, plan: ImportPlan) -> None:
        """Know what everything is called, now and afterwards."""
        there: tuple[Organization | Post, ...] = (*roster.organizations, *roster.posts)
        self._names = {each.id: name_of(each) for each in there}
        self._names |= {row.after.id: name_of(row.after) for row in plan.node_rows if row.after}
        self._names |= {topic.id: topic.term for topic in (*roster.topics, *plan.topics)}
        self._nodes = {row.node.id: row.node.name for row in plan.node_rows}

    def shown(self, row: NodeRow | TieRow) -> Shown:
        """Return a row in words."""
        return self.node(row) if isinstance(row, NodeRow) else self.tie(row)

    def node(self, row: NodeRow) -> Shown:
        """Return an entry of the file in words."""
        named = row.before or row.after
        return Shown(
            key_of(row),
            row.state,
            name_of(named) if named else row.node.name,
            _(KINDS[kind_of(named)]) if named else "",
            tuple(self._differences(row)),
            _where(row.node.place),
        )

    def tie(self, row: TieRow) -> Shown:
        """Return a tie of the file in words."""
        tie = row.tie
        ends = [self._nodes.get(end, end) for end in (tie.source, tie.target)]
        kind = getattr(row.after, "classification", "") if _related(row) else tie.kind
        word = _(TIES[str(kind)]) if str(kind) in TIES else tie.label or tie.kind or _("Tie")
        lines = tuple(self._differences(row)) if row.state is State.CHANGED else ()
        title = f"{ends[0]} – {word} – {ends[1]}"
        return Shown(key_of(row), row.state, title, "", lines, _where(tie.place))

    def _differences(self, row: NodeRow | TieRow) -> Iterator[str]:
        """Say what would be different, field by field."""
        if row.state is not State.CHANGED or row.before is None or row.after is None:
            return
        for each in fields(row.before):
            before, after = getattr(row.before, each.name), getattr(row.after, each.name, None)
            hung = isinstance(row, NodeRow) and each.name in ("parent_id", "successor_of_id")
            if before != after and each.name in FIELDS and not hung:
                told = [self._value(each.name, value) for value in (before, after)]
                yield f"{_(FIELDS[each.name])}: {told[0] or '–'} → {told[1] or '–'}"

    def _value(self, name: str, value: object) -> str:
        if name.endswith("_id"):
            return self._names.get(str(value), "") if value else ""
        match value:
            case None:
                text = ""
            case tuple():
                named = name == "topic_ids"
                text = " | ".join(
                    str(self._names.get(each, each) if named else each) for each in value
                )
            case bool():
                text = _("yes") if value else _("no")
            case Enum():
                text = _(_CODES[value.value]) if value.value in _CODES else str(value.value)
            case float():
                text = number_text(value)
            case _:
                text = " ".join(str(value).split())
        return text if len(text) <= _LONG else f"{text[:_LONG]} …"


_LONG: Final = 300


def key_of(row: NodeRow | TieRow) -> str:
    """Return what a row is called in a choice."""
    return f"n:{row.node.id}" if isinstance(row, NodeRow) else f"t:{row.number}"


def _related(row: TieRow) -> bool:
    """Say whether the record behind a tie is its own, and not the unit that hangs on another."""
    return row.after is not None and not isinstance(row.after, Organization)


def _where(place: Place) -> str:
    return place_text(place)
