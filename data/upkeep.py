"""Entries kept right: asked about once a year, confirmed in one click, marked when they are old."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.addressees import addressees
from data.change import change
from data.clock import day_of, today
from data.entry_links import Issued, Purpose, issue, usable, use
from data.entry_rights import entry_permission
from data.letters import Compose, Letter, Occasion, post
from data.merges import leads_to
from data.organizations import organization
from data.store import NotFound, Row, Store
from network.organization import Organization
from network.upkeep import OUTDATED_AFTER, is_possibly_outdated, is_to_be_asked
from network.validity import last_day

MOST_IN_A_ROUND: Final = 50
"""Organisations asked in one round, so that no mail server takes us for a sender of spam."""

_LONGEST_YEARS: Final = timedelta(days=OUTDATED_AFTER * 30)
"""Less than the months of `OUTDATED_AFTER` ever have; narrows down what is looked at."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How well an entry is kept: confirmed or entered on which day, and how old that is."""

    confirmed_on: date | None
    entered_on: date
    possibly_outdated: bool


def standing(store: Store, organization_id: str, day: date | None = None) -> Standing:
    """Return how well one entry is kept; raise `NotFound`."""
    row = store.get("organizations", organization_id)
    confirmed, entered = _days(row)
    old = not _ended(row, day or today()) and is_possibly_outdated(
        confirmed, entered, day or today()
    )
    return Standing(confirmed, entered, old)


def possibly_outdated(store: Store, day: date) -> frozenset[str]:
    """Return the ids of entries that nobody confirmed for two years and that have not ended."""
    limit = (day - _LONGEST_YEARS).isoformat()
    rows = store.query(
        "select id, confirmed_on, created_at, end_date from organizations"
        " where merged_into_id is null and coalesce(confirmed_on, created_at) < :limit",
        {"limit": limit},
    )
    return frozenset(
        row["id"] for row in rows if not _ended(row, day) and is_possibly_outdated(*_days(row), day)
    )


def ask_if_still_right(
    store: Store,
    actor: Identity,
    compose: Compose,
    day: date | None = None,
    most: int = MOST_IN_A_ROUND,
) -> int:
    """Ask organisations by mail whether their entry is still right; return how many.

    Asked are those with an address whose entry nobody confirmed for a year, the oldest first,
    and each at most once in eleven months, however often and by however many processes this is
    called. Each organisation is one change of its own kind; all or nothing is kept.
    """
    require(actor, Permission.REMINDER_SEND)
    now = day or today()
    if not _to_be_asked(store, now, 1):
        return 0
    with store.atomic():  # asked once more, now that nobody else can write
        due = _to_be_asked(store, now, most)
        for row in due:
            subject = ("organization", row["id"])
            with change(store, actor, Permission.REMINDER_SEND, Verb.ASKED, subject) as detail:
                detail["day"] = now.isoformat()
                detail["mails"] = _write(store, compose, row["id"], row["name"])
    return len(due)


def link_for_entry(store: Store, token: str) -> Organization:
    """Return the entry that a link asks about, without using it; raise `NotFound`."""
    link = usable(store, token, Purpose.STILL_RIGHT)
    return organization(store, _now(store, link.organization_id))


def confirm_by_link(store: Store, token: str, *, expected: int) -> None:
    """Say by a link that an entry is still right.

    Raises `NotFound` where the link is used or too old, and `Conflict` where the entry was
    changed since it was shown.
    """
    link = usable(store, token, Purpose.STILL_RIGHT)
    asked = _now(store, link.organization_id)
    subject = ("organization", asked)
    with change(store, link.identity, Permission.LINK_REDEEM, Verb.CONFIRMED, subject):
        use(store, token, Purpose.STILL_RIGHT)
        _confirm(store, asked, expected)


def open_by_link(store: Store, token: str) -> Issued:
    """Use a link to change the entry instead; return the link that opens it."""
    link = usable(store, token, Purpose.STILL_RIGHT)
    asked = _now(store, link.organization_id)
    subject = ("organization", asked)
    with change(store, link.identity, Permission.LINK_REDEEM, Verb.REQUESTED, subject) as detail:
        use(store, token, Purpose.STILL_RIGHT)
        opening = issue(store, Purpose.OPEN_ENTRY, link.email, link.language, organization_id=asked)
        detail["link"] = opening.id
    return opening


def confirm_entry(
    store: Store, actor: Identity, organization_id: str, *, expected: int, key: str | None = None
) -> None:
    """Say that an entry is still right, as the organisation itself or as the coordination."""
    permission = entry_permission(actor, organization_id)
    subject = ("organization", organization_id)
    with change(store, actor, permission, Verb.CONFIRMED, subject, key=key):
        _confirm(store, organization_id, expected)


def _confirm(store: Store, organization_id: str, expected: int) -> None:
    changes: Row = {"confirmed_on": today().isoformat()}
    store.update("organizations", organization_id, changes, expected=expected)


def _now(store: Store, organization_id: str | None) -> str:
    found = leads_to(store, organization_id or "")
    if found is None:
        raise NotFound("organization")
    return found


def _to_be_asked(store: Store, day: date, most: int) -> list[Row]:
    """Return the entries to ask about on a day, the longest unconfirmed first."""
    rows = store.query(
        "select id, name, confirmed_on, created_at, end_date from organizations"
        " where merged_into_id is null and coalesce(confirmed_on, created_at) < :limit"
        " order by coalesce(confirmed_on, created_at), id",
        {"limit": (day - timedelta(days=360)).isoformat()},
    )
    asked, found = _asked(store), []
    for row in rows:
        before = asked.get(row["id"])
        due = is_to_be_asked(*_days(row), before, day) and not _ended(row, day)
        if due and addressees(store, row["id"]):
            found.append(row)
        if len(found) == most:
            break
    return found


def _asked(store: Store) -> dict[str, date]:
    """Return for which day each organisation was last asked, as the log says."""
    rows = store.query(
        "select subject_id, detail from events where verb = :verb"
        " and subject_type = 'organization' order by seq",
        {"verb": Verb.ASKED.value},
    )
    return {row["subject_id"]: date.fromisoformat(json.loads(row["detail"])["day"]) for row in rows}


def _write(store: Store, compose: Compose, organization_id: str, name: str) -> list[str]:
    mails = []
    for each in addressees(store, organization_id):
        link = issue(
            store,
            Purpose.STILL_RIGHT,
            each.email,
            each.language,
            organization_id=organization_id,
        )
        letter = Letter(
            occasion=Occasion.STILL_RIGHT,
            name=name,
            language=each.language,
            token=link.token,
            until=link.until,
        )
        mails.append(post(store, compose, letter, each.email, organization_id))
    return mails


def _days(row: Row) -> tuple[date | None, date]:
    """Return when an entry was confirmed and when it was entered, by the city's clock."""
    confirmed = row["confirmed_on"]
    entered = day_of(datetime.fromisoformat(row["created_at"]))
    return (date.fromisoformat(confirmed) if confirmed else None), entered


def _ended(row: Row, day: date) -> bool:
    return row["end_date"] is not None and last_day(row["end_date"]) < day
