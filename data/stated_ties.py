"""Ties that organisations state themselves; the other side is asked by mail."""

from datetime import date, timedelta
from typing import Final

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.change import change
from data.clock import now, timestamp, today
from data.entry_rights import entry_permission
from data.identifier import new_id
from data.letters import Compose
from data.organizations import organization
from data.rows import from_row, to_row
from data.store import NotFound, Row, Store
from data.tie_letters import ask_other_side
from data.ties import NotASide, Outcome, Sides, TieTable, home_of, sides, take_down
from network.organization import (
    Membership,
    MembershipRole,
    Organization,
    Post,
    Relation,
    RelationKind,
)
from network.registration import FieldError
from network.stated_tie import GROUPS, InvalidTie, StatedTie, TieFacts
from network.validity import first_day, holds_on

MOST_IN_A_DAY: Final = 20
"""Ties that one organisation states within 24 hours, so that nobody floods others with mails."""


def state_tie(
    store: Store,
    actor: Identity,
    organization_id: str,
    tie: StatedTie,
    compose: Compose,
    *,
    key: str | None = None,
) -> str:
    """State a tie for an organisation, ask the other side by mail, and return the tie's id.

    Where the other side stated it before, this confirms it. Raises `InvalidTie`.
    """
    permission = entry_permission(actor, organization_id)
    subject = ("organization", organization_id)
    with change(store, actor, permission, Verb.STATED, subject, key=key) as detail:
        _check_ends(store, organization_id, tie)
        known = _same_tie(store, organization_id, tie)
        if not may(actor, Permission.ENTRY_EDIT_ANY):
            _check_number(store, organization_id)
        if known is None:
            tie_id = _insert(store, organization_id, tie)
        else:
            tie_id = known.tie_id
            detail.update(_agree(store, known, organization_id))
        after = sides(store, tie_id)
        detail |= {"tie": tie_id, "table": after.table.value}
        if after.stated_by_id == organization_id:
            detail["mails"] = ask_other_side(store, compose, after)
    return tie_id


def correct_tie(
    store: Store,
    actor: Identity,
    organization_id: str,
    tie_id: str,
    facts: TieFacts,
    compose: Compose,
    *,
    expected: int,
    key: str | None = None,
) -> None:
    """Correct since when a tie holds that the organisation stated, and its note.

    What the other side confirmed was another thing then: it is asked again. Its dispute stays.
    Raises `NotASide`, `InvalidTie`, `NotFound` and `Conflict`.
    """
    permission = entry_permission(actor, organization_id)
    with change(store, actor, permission, Verb.CHANGED, ("tie", tie_id), key=key) as detail:
        known = sides(store, tie_id)
        if known.stated_by_id != organization_id:
            raise NotASide(organization_id)
        row = store.get(known.table.value, tie_id)
        changes = _corrected(known, row, facts)
        changed = [name for name, value in changes.items() if row[name] != value]
        if changed:
            changes["confirmed_by_id"] = None
        store.update(known.table.value, tie_id, changes, expected=expected)
        detail["fields"] = changed
        if changed:
            detail["mails"] = ask_other_side(store, compose, known)


def end_tie(
    store: Store,
    actor: Identity,
    organization_id: str,
    tie_id: str,
    last: date,
    *,
    expected: int,
    key: str | None = None,
) -> None:
    """Say that a tie has ended, as a side that stated or confirmed it; it is never deleted.

    Raises `NotASide`, `InvalidTie`, `NotFound` and `Conflict`.
    """
    permission = entry_permission(actor, organization_id)
    with change(store, actor, permission, Verb.CHANGED, ("tie", tie_id), key=key) as detail:
        known = sides(store, tie_id)
        if organization_id not in (known.stated_by_id, known.confirmed_by_id):
            raise NotASide(organization_id)
        begun = store.get(known.table.value, tie_id)["start_date"]
        if last > today():
            raise InvalidTie({"until": FieldError("in_future", {})})
        if begun and first_day(begun) > last:
            raise InvalidTie({"until": FieldError("before_start", {})})
        changes: Row = {"end_date": last.isoformat()}
        store.update(known.table.value, tie_id, changes, expected=expected)
        detail["fields"] = ["end_date"]


def _corrected(known: Sides, row: Row, facts: TieFacts) -> Row:
    changes: Row = {"start_date": facts.since or None}
    _check_since(facts.since, row["end_date"])
    if known.table is TieTable.RELATIONS:
        return changes | {"note": facts.note}
    if facts.note:
        raise InvalidTie({"note": FieldError("no_note", {})})
    return changes


def _check_since(since: str, end: str | None = None) -> None:
    if since and first_day(since) > today():
        raise InvalidTie({"since": FieldError("in_future", {})})
    if since and end and not holds_on(since, end, first_day(since)):
        raise InvalidTie({"since": FieldError("after_end", {})})


def _check_ends(store: Store, own_id: str, tie: StatedTie) -> None:
    """Refuse ties with oneself, with what has ended or never was, and groups that are none."""
    _check_since(tie.since)
    own = organization(store, own_id)
    other = _node(store, tie.other_id)
    if home_of(store, tie.other_id) == own_id:
        raise InvalidTie({"other_id": FieldError("oneself", {})})
    if not _is_there(own):
        raise InvalidTie({"other_id": FieldError("own_ended", {})})
    if not _is_there(other) or not _is_there(organization(store, home_of(store, tie.other_id))):
        raise InvalidTie({"other_id": FieldError("ended", {})})
    group = other if tie.ends(own_id)[1] == tie.other_id else own
    if tie.membership and not (isinstance(group, Organization) and group.classification in GROUPS):
        raise InvalidTie({"other_id": FieldError("not_a_group", {})})


def _node(store: Store, identifier: str) -> Organization | Post:
    if rows := store.find("posts", id=identifier):
        return from_row(Post, rows[0])
    try:
        return organization(store, identifier)
    except NotFound:
        raise InvalidTie({"other_id": FieldError("unknown_value", {})}) from None


def _is_there(record: Organization | Post) -> bool:
    merged = isinstance(record, Organization) and record.merged_into_id is not None
    return not merged and holds_on(None, record.end_date, today())


def _same_tie(store: Store, own_id: str, tie: StatedTie) -> Sides | None:
    """Return the tie that says the same and has not ended, whoever stated it."""
    start, end = tie.ends(own_id)
    if tie.membership:
        rows = [
            *store.find("memberships", organization_id=end, member_organization_id=start),
            *store.find("memberships", organization_id=end, post_id=start, person_id=None),
        ]
    else:
        rows = store.find("relations", subject_id=start, object_id=end, classification=tie.kind)
        if tie.mutual:
            rows += store.find(
                "relations", subject_id=end, object_id=start, classification=tie.kind
            )
    alive = [row for row in rows if holds_on(None, row["end_date"], today())]
    return sides(store, alive[0]["id"]) if alive else None


def _agree(store: Store, known: Sides, own_id: str) -> dict[str, object]:
    """Say the same as is stated already; refuse to state twice what one stated or confirmed."""
    if own_id == known.stated_by_id:
        code = "denied" if known.disputed_by_id else "double"
        raise InvalidTie({"other_id": FieldError(code, {})})
    if own_id == known.confirmed_by_id:
        raise InvalidTie({"other_id": FieldError("double", {})})
    return take_down(
        store, known.table, known.tie_id, Outcome.CONFIRMED, own_id, expected=known.revision
    )


def _check_number(store: Store, own_id: str) -> None:
    since = timestamp(now() - timedelta(days=1))
    rows = store.query(
        "select count(*) as n from events where subject_id = :own and subject_type = 'organization'"
        " and verb = :verb and at > :since",
        {"own": own_id, "verb": Verb.STATED.value, "since": since},
    )
    if rows[0]["n"] >= MOST_IN_A_DAY:
        raise InvalidTie({"other_id": FieldError("too_many_today", {"n": MOST_IN_A_DAY})})


def _insert(store: Store, own_id: str, tie: StatedTie) -> str:
    start, end = tie.ends(own_id)
    since, identifier = tie.since or None, new_id()
    if tie.membership:
        post = bool(store.find("posts", id=start))
        new: Membership | Relation = Membership(
            id=identifier,
            organization_id=end,
            role=MembershipRole.PARTICIPANT,
            member_organization_id=None if post else start,
            post_id=start if post else None,
            start_date=since,
            stated_by_id=own_id,
        )
        store.insert("memberships", to_row(new))
    else:
        new = Relation(
            id=identifier,
            subject_id=start,
            object_id=end,
            classification=RelationKind(tie.kind),
            note=tie.note,
            start_date=since,
            stated_by_id=own_id,
        )
        store.insert("relations", to_row(new))
    return identifier
