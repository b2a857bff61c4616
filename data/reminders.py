"""Reminders: who is told by mail today, once for each rung, and every one of them recorded."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accounts.event import Verb
from accounts.identity import Account, Identity, identity_of
from accounts.permissions import Permission, may, require
from concept_review.ladder import Rung, addressee, next_step
from data.accounts import accounts
from data.change import change
from data.clock import today
from data.mails import insert_mail
from data.organizations import organizations
from data.review_days import ReviewDay, review_days
from data.store import Store

PURPOSE = "reminder"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A unit, or the coordination where `organization_id` is None, is reminded of one day."""

    rung: Rung
    of: ReviewDay
    organization_id: str | None


@dataclass(frozen=True, slots=True)
class Letter:
    """All that one recipient is reminded of on a day; `names` are those of the organisations.

    Without an address, `recipient` is "" and all reminders are for one and the same unit.
    """

    recipient: str
    reminders: tuple[Reminder, ...]
    names: Mapping[str, str]
    day: date


Compose = Callable[[Letter], tuple[str, str]]
"""Puts a letter into words: its subject and its text."""

_Sent = Mapping[tuple[str, str], frozenset[Rung]]


def remind(store: Store, actor: Identity, compose: Compose, day: date | None = None) -> int:
    """Put today's reminders into the outbox and return how many there are.

    Each rung is sent once, however often and by however many processes this is called; without
    any address the mail is kept all the same, so that somebody sees it. All or nothing is kept.
    """
    require(actor, Permission.REMINDER_SEND)
    now = day or today()
    if not _due(store, now):
        return 0
    with store.atomic():  # asked once more, now that nobody else can write
        due = _due(store, now)
        kept = _keep_letters(store, due, compose, now)
        for each, mail_ids in zip(due, kept, strict=True):
            subject = ("section", each.of.here.section.id)
            with change(store, actor, Permission.REMINDER_SEND, Verb.REMINDED, subject) as detail:
                detail |= {
                    "rung": each.rung.value,
                    "of": each.of.subject_id,
                    "due": each.of.day.isoformat(),
                    "organization": each.organization_id,
                    "mails": mail_ids,
                }
    return len(due)


def _due(store: Store, day: date) -> list[Reminder]:
    sent = _sent(store)
    found = []
    for each in review_days(store, day):
        before = sent.get((each.subject_id, each.day.isoformat()), frozenset())
        if each.put_off:  # its coming back was said by a reminder of its own
            before |= {Rung.SOON, Rung.LATE}
        if step := next_step(each.occasion, each.day, day, before):
            found.append(Reminder(step.rung, each, addressee(step, each.unit, each.deputy)))
    return found


def _sent(store: Store) -> _Sent:
    rows = store.query("select detail from events where verb = :verb", {"verb": Verb.REMINDED})
    found: dict[tuple[str, str], frozenset[Rung]] = {}
    for row in rows:
        said = json.loads(row["detail"])
        key = said["of"], said["due"]
        found[key] = found.get(key, frozenset()) | {Rung(said["rung"])}
    return found


def _keep_letters(
    store: Store, due: Sequence[Reminder], compose: Compose, day: date
) -> list[list[str]]:
    """Keep one mail for each recipient; return the ids of the mails of each reminder."""
    known = accounts(store)
    names = {each.id: each.name for each in organizations(store)}
    shares: dict[str, tuple[str, str, list[int]]] = {}
    for place, each in enumerate(due):
        for address, subject_id in _recipients(known, each.organization_id):
            one = address.casefold() or subject_id
            shares.setdefault(one, (address, subject_id, []))[2].append(place)
    ids: list[list[str]] = [[] for _ in due]
    for address, subject_id, places in shares.values():
        letter = Letter(address, tuple(due[place] for place in places), names, day)
        subject, body = compose(letter)
        mail = insert_mail(store, address, subject, body, purpose=PURPOSE, subject_id=subject_id)
        for place in places:
            ids[place].append(mail)
    return ids


def _recipients(known: Sequence[Account], organization_id: str | None) -> list[tuple[str, str]]:
    """Return address and account of all who can act, or "" and the unit where there is nobody."""
    found: dict[str, tuple[str, str]] = {}
    for each in known:
        if each.email and not each.disabled_at and _concerned(each, organization_id):
            found.setdefault(each.email.casefold(), (each.email, each.id))
    return list(found.values()) or [("", organization_id or "")]


def _concerned(account: Account, organization_id: str | None) -> bool:
    if organization_id is None:
        return may(identity_of(account), Permission.TASK_COORDINATE)
    mine = account.organization_id == organization_id
    return mine and may(identity_of(account), Permission.SECTION_REVIEW)
