"""Entries of organisations: looked after by themselves, checked where the city wants that."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, may, require
from data.change import change
from data.clock import today
from data.entry_changes import EntryChange, close_change, submit_change, waiting_change
from data.entry_rights import entry_permission
from data.former_names import keep_if_renamed
from data.organizations import KIND, ids_that_exist, organization, organizations
from data.rows import plain
from data.store import Conflict, NotFound, Store
from data.switches import Switch, setting
from network.duplicates import same_name
from network.entry import FREE, EntryFacts, differing, facts_of
from network.naming import fold, search_forms
from network.organization import REGISTRABLE, Organization
from network.registration import FieldError
from network.typed_fields import InvalidFields

NOTHING_WAITS: Final = ("", 0)
"""What a page has seen of a waiting change where there was none."""


class Outcome(StrEnum):
    """What became of an entry that was saved."""

    UNCHANGED = "unchanged"
    CONFIRMED = "confirmed"
    """Nothing differs; the organisation itself has said that it is still right."""
    CHANGED = "changed"
    WAITING = "waiting"
    """Public facts wait for the coordination; what needs no check is changed."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What saving would do: fields to write, facts to let wait, and what else follows."""

    written: Mapping[str, Any]
    waiting: Mapping[str, Any]
    open_change: EntryChange | None
    submits: bool
    closes: bool
    confirms: bool

    @property
    def outcome(self) -> Outcome:
        if self.submits:
            return Outcome.WAITING
        if self.written or self.closes:
            return Outcome.CHANGED
        return Outcome.CONFIRMED if self.confirms else Outcome.UNCHANGED


def entry_of(store: Store, organization_id: str) -> Organization:
    """Return an entry that is there to be looked after; raise `NotFound` where it was merged."""
    found = organization(store, organization_id)
    if found.merged_into_id:
        raise NotFound(organization_id)
    return found


def is_checked(store: Store, actor: Identity) -> bool:
    """Say whether public facts that this actor changes wait for the coordination."""
    checked = setting(store, Switch.ENTRY_CHANGES_CHECKED).is_on
    return checked and not may(actor, Permission.ENTRY_EDIT_ANY)


def change_entry(
    store: Store,
    actor: Identity,
    organization_id: str,
    entry: EntryFacts,
    *,
    expected: int,
    seen: tuple[str, int] | None = None,
    key: str | None = None,
) -> Outcome:
    """Save what an entry says, or let its public facts wait, and say which; nothing twice.

    `seen` are id and revision of the waiting change that was on the page, `NOTHING_WAITS`
    where there was none, None for whoever does not care. Raises `InvalidFields`, `NotFound`,
    and `Conflict` where the entry, or the change that waits, is not as it was on the page.
    """
    permission = entry_permission(actor, organization_id)
    require(actor, permission)
    present = entry_of(store, organization_id)
    _check(store, actor, present, entry)
    plan = _planned(store, actor, present, entry)
    if plan.outcome is Outcome.UNCHANGED:
        return plan.outcome
    verb = Verb.CHANGED
    if plan.outcome is Outcome.CONFIRMED:
        verb = Verb.CONFIRMED
    elif plan.submits and not plan.written:
        verb = Verb.SUBMITTED
    subject = ("organization", organization_id)
    with change(store, actor, permission, verb, subject, key=key) as detail:
        _same_as_seen(store, organization_id, expected, seen)
        detail.update(_carry_out(store, actor, present, plan))
    return plan.outcome


def _planned(store: Store, actor: Identity, present: Organization, entry: EntryFacts) -> _Plan:
    differs = differing(facts_of(present), entry)
    checked = is_checked(store, actor)
    waiting = {name: getattr(entry, name) for name in differs if checked and name not in FREE}
    written = {name: getattr(entry, name) for name in differs if name not in waiting}
    own = actor.organization_id == present.id
    before = waiting_change(store, present.id)
    now = {name: getattr(present, name) for name in waiting}
    known = (before.before, before.after) if before else ({}, {})
    return _Plan(
        written=written,
        waiting=waiting,
        open_change=before,
        submits=bool(waiting) and (_as_kept(now), _as_kept(waiting)) != known,
        closes=own and before is not None and not waiting,
        confirms=own and not waiting and present.confirmed_on != today(),
    )


def _as_kept(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts as they come back from the store: lists for tuples, texts for kinds."""
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in facts.items()
    }


def _same_as_seen(
    store: Store, organization_id: str, expected: int, seen: tuple[str, int] | None
) -> None:
    row = store.get("organizations", organization_id)
    if row["revision"] != expected:
        raise Conflict(row)
    waiting = waiting_change(store, organization_id)
    present = (waiting.id, waiting.revision) if waiting else NOTHING_WAITS
    if seen not in (None, present):
        raise Conflict(row)


def _carry_out(
    store: Store, actor: Identity, present: Organization, plan: _Plan
) -> dict[str, object]:
    detail: dict[str, object] = {"fields": list(plan.written)}
    columns = {name: plain(value) for name, value in plan.written.items()}
    if {"name", "short_name"} & set(plan.written):
        columns["other_names"] = plain(_renamed(store, present, plan.written))
    if plan.confirms:
        columns["confirmed_on"] = today().isoformat()
    if columns:
        store.update("organizations", present.id, columns, expected=present.revision)
    if plan.submits:
        before = {name: getattr(present, name) for name in plan.waiting}
        change_id = submit_change(store, actor, present.id, before, plan.waiting)
        detail |= {"waiting": list(plan.waiting), "entry_change": change_id}
    if plan.closes and plan.open_change:
        close_change(store, plan.open_change)
        detail["withdrawn"] = plan.open_change.id
    return detail


def _renamed(store: Store, present: Organization, written: Mapping[str, Any]) -> tuple[str, ...]:
    """Let an entry be found by its new name, and by the one it bore; return its other names."""
    name = str(written.get("name", present.name))
    short = str(written.get("short_name", present.short_name))
    others = keep_if_renamed(store, present, name, short)
    store.index(KIND, present.id, search_forms(" ".join((name, short, *others))))
    return others


def _check(store: Store, actor: Identity, present: Organization, entry: EntryFacts) -> None:
    """Refuse unknown topics, kinds that are not one's own to say, and a name that is taken."""
    errors: dict[str, FieldError] = {}
    wanted = set(entry.topic_ids) - set(present.topic_ids)
    if wanted - ids_that_exist(store, "topics", wanted):
        errors["topic_ids"] = FieldError("unknown_value", {})
    if may(actor, Permission.ENTRY_EDIT_ANY):
        if errors:
            raise InvalidFields(errors)
        return
    kinds = {present.classification, entry.classification}
    if len(kinds) > 1 and kinds - set(REGISTRABLE):
        errors["classification"] = FieldError("not_registrable", {})
    if fold(entry.name) != fold(present.name):
        others = [each for each in organizations(store) if each.id != present.id]
        if taken := same_name(entry.name, others):
            errors["name"] = FieldError("taken", {"name": taken.name})
    if errors:
        raise InvalidFields(errors)
