"""Calendars that others' programs fetch by a secret address: of oneself, or of one's unit."""

from dataclasses import dataclass
from datetime import datetime

from accounts.event import Verb
from accounts.identity import Identity, identity_of
from accounts.permissions import NotPermitted, Permission, may, require
from accounts.token import new_token, token_hash
from concept_review.ladder import Occasion
from data.accounts import account
from data.change import change
from data.clock import timestamp
from data.identifier import new_id
from data.review_days import ReviewDay, review_days
from data.rows import from_row
from data.store import NotFound, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeed:
    """A secret address that somebody made; of a unit where `organization_id` names one."""

    id: str
    account_id: str
    organization_id: str | None
    ended_at: datetime | None
    created_at: datetime
    revision: int


def subscribe(store: Store, actor: Identity, organization_id: str | None = None) -> str:
    """Make a secret address and return its token, which is nowhere else to be had.

    The calendar is the actor's own, or that of the actor's unit; an earlier address of the same
    kind ends. Raises `NotPermitted` for other units.
    """
    token, identifier = new_token(), new_id()
    _check_unit(actor, organization_id)
    with change(
        store, actor, Permission.CALENDAR_SUBSCRIBE, Verb.SUBSCRIBED, ("calendar_feed", identifier)
    ) as detail:
        for each in _running(store, actor, organization_id):
            _end(store, each)
        store.insert(
            "calendar_feeds",
            {
                "id": identifier,
                "token_hash": token_hash(token),
                "account_id": actor.id,
                "organization_id": organization_id,
            },
        )
        detail["organization"] = organization_id
    return token


def unsubscribe(store: Store, actor: Identity, organization_id: str | None = None) -> None:
    """End the actor's address of a kind at once; raise `NotFound` where there is none."""
    require(actor, Permission.CALENDAR_SUBSCRIBE)
    running = _running(store, actor, organization_id)
    if not running:
        raise NotFound("calendar_feed")
    subject = ("calendar_feed", running[0].id)
    with change(store, actor, Permission.CALENDAR_SUBSCRIBE, Verb.WITHDRAWN, subject):
        _end(store, running[0])


def feeds(store: Store, actor: Identity) -> list[CalendarFeed]:
    """Return the actor's own addresses that still work, without their secrets."""
    require(actor, Permission.CALENDAR_SUBSCRIBE)
    return [
        from_row(CalendarFeed, row)
        for row in store.find("calendar_feeds", account_id=actor.id, ended_at=None)
    ]


def feed_of(store: Store, token: str) -> tuple[CalendarFeed, Identity]:
    """Return the calendar of a secret address and whose it is; raise `NotFound`.

    It ends with its account, with the right to it, and where its account has left the unit.
    """
    rows = store.find("calendar_feeds", token_hash=token_hash(token), ended_at=None)
    if not rows:
        raise NotFound("calendar_feed")
    found = from_row(CalendarFeed, rows[0])
    owner = account(store, found.account_id)
    actor = identity_of(owner)
    elsewhere = found.organization_id not in (None, owner.organization_id)
    if owner.disabled_at or elsewhere or not may(actor, Permission.CALENDAR_SUBSCRIBE):
        raise NotFound("calendar_feed")
    return found, actor


def days_for(store: Store, feed: CalendarFeed, actor: Identity) -> list[ReviewDay]:
    """Return the days in a calendar: what its unit leads, has as task, or is asked to sign.

    A person's own calendar is that of their unit; who coordinates without one sees every day.
    """
    require(actor, Permission.CALENDAR_SUBSCRIBE)
    unit = feed.organization_id or actor.organization_id
    everything = unit is None and may(actor, Permission.TASK_COORDINATE)
    found = [
        each
        for each in review_days(store)
        if everything or (unit is not None and each.unit == unit)
    ]
    back = {each.here.section.id for each in found if each.occasion is Occasion.RESUBMISSION}
    # a review that was put off is told by its coming back, and not twice on the same day
    return [each for each in found if not (each.put_off and each.here.section.id in back)]


def _check_unit(actor: Identity, organization_id: str | None) -> None:
    if organization_id not in (None, actor.organization_id):
        raise NotPermitted(actor, Permission.CALENDAR_SUBSCRIBE)


def _running(store: Store, actor: Identity, organization_id: str | None) -> list[CalendarFeed]:
    rows = store.find(
        "calendar_feeds", account_id=actor.id, organization_id=organization_id, ended_at=None
    )
    return [from_row(CalendarFeed, row) for row in rows]


def _end(store: Store, feed: CalendarFeed) -> None:
    store.update("calendar_feeds", feed.id, {"ended_at": timestamp()}, expected=feed.revision)
