"""One line of the audit log, and the hash that chains it to the line before."""

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

GENESIS = "0" * 64
"""The hash that the first event names as its predecessor."""


class Verb(StrEnum):
    """What was done; past tense, as it stands in the log."""

    SUBMITTED = "submitted"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    IMPORTED = "imported"
    REVIEWED = "reviewed"
    PROPOSED = "proposed"
    REVISED = "revised"
    WITHDRAWN = "withdrawn"
    DECIDED = "decided"
    ADDED = "added"
    INVITED = "invited"
    REDEEMED = "redeemed"
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    DISABLED = "disabled"
    CHANGED = "changed"
    LINKED = "linked"
    UNLINKED = "unlinked"
    SETTLED = "settled"
    STATED = "stated"
    HINTED = "hinted"
    ASSIGNED = "assigned"
    HANDED_ON = "handed_on"
    STARTED = "started"
    ASKED = "asked"
    COSIGNED = "cosigned"
    RETURNED = "returned"
    DEFERRED = "deferred"
    RESUMED = "resumed"
    CANCELLED = "cancelled"
    REMINDED = "reminded"
    SUBSCRIBED = "subscribed"
    ADMITTED = "admitted"
    EXCLUDED = "excluded"
    READMITTED = "readmitted"
    CARRIED_OVER = "carried_over"
    RECOMMENDED = "recommended"
    JOINED = "joined"
    TABLED = "tabled"
    UNTABLED = "untabled"
    INCORPORATED = "incorporated"
    PUBLISHED = "published"
    COMMENTED = "commented"
    REPLIED = "replied"
    REOPENED = "reopened"
    SWITCHED = "switched"
    INTRODUCED = "introduced"
    ARRANGED = "arranged"
    REMOVED = "removed"
    VERIFIED = "verified"
    ANSWERED = "answered"
    ARCHIVED = "archived"
    REQUESTED = "requested"
    RENAMED = "renamed"
    MERGED = "merged"
    SEPARATED = "separated"
    SUCCEEDED = "succeeded"
    DISSOLVED = "dissolved"
    ERASED = "erased"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Event:
    """Who changed what and when: ids and field names, never contents.

    `at` is UTC in ISO form; `detail` maps a word to an id, a number or field names.
    """

    seq: int
    at: str
    actor: str
    verb: str
    subject_type: str
    subject_id: str
    detail: str
    previous_hash: str
    hash: str


def event_hash(
    seq: int,
    at: str,
    actor: str,
    verb: str,
    subject_type: str,
    subject_id: str,
    detail: str,
    previous_hash: str,
) -> str:
    """Return the SHA-256 of an event and its predecessor's hash, as hex.

    The fields are framed as a JSON list, so that no two different events share a form.
    """
    framed = json.dumps(
        [seq, at, actor, verb, subject_type, subject_id, detail, previous_hash],
        ensure_ascii=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(framed.encode()).hexdigest()


def first_broken(events: list[Event]) -> Event | None:
    """Return the first event that was changed, inserted or follows a removed one."""
    previous = GENESIS
    for place, event in enumerate(events, start=1):
        expected = event_hash(
            event.seq,
            event.at,
            event.actor,
            event.verb,
            event.subject_type,
            event.subject_id,
            event.detail,
            previous,
        )
        if event.seq != place or event.previous_hash != previous or event.hash != expected:
            return event
        previous = event.hash
    return None
