"""Rows that say the same once two entries are one: which they are, and what is kept of both."""

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Final

from concept_review.task_records import Part
from data.introductions import IntroductionStatus
from data.store import Row
from network.organization import MUTUAL, RelationKind

Changes = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Twins:
    """How rows of a table can be twins.

    `key` is equal for rows that may say the same, None for one that says nothing any more
    (an entry tied to itself). `combine` returns what the first takes over from the second, which
    then goes; None where both stay. `ends` are the columns by which rows of an entry are found.
    """

    ends: tuple[str, ...]
    key: Callable[[Row], Hashable | None]
    combine: Callable[[Row, Row], Changes | None]


def confirmed(first: Row, second: Row) -> Changes:
    """Return on whose word a tie stands of which two rows tell: what both know together.

    What each side stated counts as said by both sides; a dispute by one that says yes in the
    other row is settled by that.
    """
    stated = first["stated_by_id"] or second["stated_by_id"]
    yes = [
        row[column]
        for row in (first, second)
        for column in ("stated_by_id", "confirmed_by_id")
        if row[column]
    ]
    no = [row["disputed_by_id"] for row in (first, second) if row["disputed_by_id"] not in yes]
    disputed = next((each for each in no if each), None)
    other = next((each for each in yes if each != stated), None)
    return {
        "stated_by_id": stated,
        "confirmed_by_id": None if disputed else other,
        "disputed_by_id": disputed,
    }


def _relation_key(row: Row) -> Hashable | None:
    ends = (row["subject_id"], row["object_id"])
    if ends[0] == ends[1]:
        return None
    mutual = row["mutual"]
    both_ways = RelationKind(row["classification"]) in MUTUAL if mutual is None else bool(mutual)
    same_ends = frozenset(ends) if both_ways else ends
    return row["classification"], row["label"], both_ways, same_ends


def _membership_key(row: Row) -> Hashable | None:
    if row["organization_id"] == row["member_organization_id"]:
        return None
    names = ("organization_id", "member_organization_id", "person_id", "post_id", "role")
    return tuple(row[name] for name in names)


def _tie(*facts: str) -> Callable[[Row, Row], Changes | None]:
    """Combine ties that ended alike and whose facts agree: equal, or known of one only."""

    def combine(first: Row, second: Row) -> Changes | None:
        if first["end_date"] != second["end_date"]:
            return None  # one of them may go on
        known: dict[str, object] = {}
        for name in (*facts, "start_date"):
            values = {row[name] for row in (first, second)} - {None, ""}
            if len(values) > 1:
                return None
            known[name] = next(iter(values), first[name])
        sources = dict.fromkeys(json.loads(first["sources"]) + json.loads(second["sources"]))
        known["sources"] = json.dumps(list(sources), ensure_ascii=False)
        return {**known, **confirmed(first, second)}

    return combine


def _pair_key(row: Row) -> Hashable | None:
    pair = (row["first_id"], row["second_id"])
    return None if pair[0] == pair[1] else pair


def _introduction(first: Row, second: Row) -> Changes:
    if first["status"] != IntroductionStatus.REOPENED:
        return {}
    names = ("status", "reasons", "note", "decided_by", "decided_on")
    return {name: second[name] for name in names}


def _responsibility(first: Row, second: Row) -> Changes:
    order = [part.value for part in Part]
    return {"part": min(first["part"], second["part"], key=order.index)}


def _answered(*names: str) -> Callable[[Row, Row], Changes | None]:
    """Keep the one that is answered; two answers both stay."""

    def combine(first: Row, second: Row) -> Changes | None:
        if first["answer"] and second["answer"]:
            return None
        return {name: second[name] for name in names} if second["answer"] else {}

    return combine


_ANSWER: Final = ("answer", "reservation", "answered_by", "answered_on")

TWINS: Final[Mapping[str, Twins]] = {
    "relations": Twins(
        ("subject_id", "object_id"), _relation_key, _tie("strength", "distance", "note")
    ),
    "memberships": Twins(
        ("organization_id", "member_organization_id"), _membership_key, _tie("on_behalf_of_id")
    ),
    "introductions": Twins(("first_id", "second_id"), _pair_key, _introduction),
    "not_duplicates": Twins(("first_id", "second_id"), _pair_key, lambda _first, _second: {}),
    "responsibilities": Twins(
        ("organization_id",),
        lambda row: (row["section_id"], row["organization_id"]),
        _responsibility,
    ),
    "section_links": Twins(
        ("target_id",),
        lambda row: (row["section_id"], row["target_type"], row["target_id"], row["removed_at"]),
        lambda _first, _second: {},
    ),
    "cosignatures": Twins(
        ("organization_id",),
        lambda row: (row["task_id"], row["void"], row["organization_id"]),
        _answered(*_ANSWER, "fingerprint"),
    ),
    "proposal_cosignatures": Twins(
        ("organization_id",),
        lambda row: (row["proposal_id"], row["number"], row["void"], row["organization_id"]),
        _answered(*_ANSWER),
    ),
}
"""The tables in which two entries can say the same."""
