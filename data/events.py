"""The audit log: appended by the write gate alone, chained, and checked."""

import json
from collections.abc import Mapping

from accounts.event import GENESIS, Event, Verb, event_hash, first_broken
from accounts.identity import Identity
from data.clock import timestamp
from data.rows import from_row, to_row
from data.store import Store


def append(
    store: Store,
    actor: Identity,
    verb: Verb,
    subject: tuple[str, str],
    detail: Mapping[str, object],
) -> Event:
    """Add one event behind the last; the caller holds the transaction."""
    last = store.query("select seq, hash from events order by seq desc limit 1")
    seq, previous = (last[0]["seq"] + 1, last[0]["hash"]) if last else (1, GENESIS)
    text = json.dumps(dict(detail), ensure_ascii=False, sort_keys=True)
    at = timestamp()
    digest = event_hash(seq, at, actor.id, verb, *subject, text, previous)
    event = Event(seq, at, actor.id, verb, *subject, text, previous, digest)
    store.insert("events", to_row(event))
    return event


def events(store: Store, subject_id: str | None = None) -> list[Event]:
    """Return the log, or what happened to one subject, oldest first."""
    only = {} if subject_id is None else {"subject_id": subject_id}
    return [from_row(Event, row) for row in store.find("events", order="seq", **only)]


def broken_event(store: Store) -> Event | None:
    """Return the first event that does not fit the chain, or None where all do."""
    return first_broken(events(store))
