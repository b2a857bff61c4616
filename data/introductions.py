"""Which pairs of organisations were introduced, or need not be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission, require
from data.change import change
from data.clock import today
from data.identifier import new_id
from data.rows import from_row, to_row
from data.store import Conflict, Store
from network.introductions import Pair, pair_of

NOTE_LIMIT = 2_000


class IntroductionStatus(StrEnum):
    """What became of a suggestion to introduce two."""

    MADE = "made"
    NOT_NEEDED = "not_needed"
    REOPENED = "reopened"
    """What was said is taken back; the pair is suggested again."""


class InvalidIntroduction(ValueError):
    """One cannot be introduced to oneself, and a note has an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """Two organisations, the lesser id first, and what was said of introducing them.

    `reasons` are words as they were shown; `decided_by` is an account.
    """

    id: str
    first_id: str
    second_id: str
    status: IntroductionStatus
    reasons: tuple[str, ...] = ()
    note: str = ""
    decided_by: str
    decided_on: date
    revision: int = 0

    @property
    def pair(self) -> Pair:
        """Return the ids of the two."""
        return self.first_id, self.second_id


def introductions_recorded(store: Store, actor: Identity) -> list[Introduction]:
    """Return what was said of pairs and not taken back, the latest first; raise `NotPermitted`."""
    require(actor, Permission.ADVICE_READ)
    rows = store.find("introductions", order="modified_at desc")
    found = [from_row(Introduction, row) for row in rows]
    return [each for each in found if each.status is not IntroductionStatus.REOPENED]


def record_introduction(
    store: Store,
    actor: Identity,
    pair: Pair,
    status: IntroductionStatus,
    note: str = "",
    reasons: Sequence[str] = (),
    *,
    key: str | None = None,
) -> Introduction:
    """Say that two organisations were introduced or need not be.

    Raises `Conflict` where somebody has said so already, `NotFound` for an unknown organisation
    and `InvalidIntroduction`.
    """
    first, second = pair_of(*pair)
    known = store.find("introductions", first_id=first, second_id=second)
    identifier = known[0]["id"] if known else new_id()
    with change(
        store, actor, Permission.INTRODUCTION_RECORD, Verb.INTRODUCED,
        ("introduction", identifier), key=key,
    ) as detail:  # fmt: skip
        _check(status, (first, second), note)
        if store.find("introductions", first_id=first, second_id=second) != known:
            raise Conflict({"id": identifier})
        for each in (first, second):
            store.get("organizations", each)
        said = Introduction(
            id=identifier,
            first_id=first,
            second_id=second,
            status=status,
            reasons=tuple(reasons),
            note=note.strip(),
            decided_by=actor.id,
            decided_on=today(),
        )
        if not known:
            store.insert("introductions", to_row(said))
        elif known[0]["status"] == IntroductionStatus.REOPENED:
            changes = {name: value for name, value in to_row(said).items() if name != "id"}
            store.update("introductions", identifier, changes, expected=known[0]["revision"])
        else:
            raise Conflict(known[0])
        detail |= {"status": status.value, "first": first, "second": second}
    return from_row(Introduction, store.get("introductions", identifier))


def reopen_introduction(
    store: Store, actor: Identity, introduction_id: str, *, expected: int, key: str | None = None
) -> None:
    """Take back what was said of a pair, so that it is suggested again; raise `Conflict`."""
    with change(
        store, actor, Permission.INTRODUCTION_RECORD, Verb.REOPENED,
        ("introduction", introduction_id), key=key,
    ):  # fmt: skip
        store.get("introductions", introduction_id)
        changes = {
            "status": IntroductionStatus.REOPENED.value,
            "decided_by": actor.id,
            "decided_on": today().isoformat(),
        }
        store.update("introductions", introduction_id, changes, expected=expected)


def _check(status: IntroductionStatus, pair: Pair, note: str) -> None:
    if pair[0] == pair[1]:
        raise InvalidIntroduction("somebody else is needed")
    if status is IntroductionStatus.REOPENED:
        raise InvalidIntroduction("reopen a recorded one instead")
    if len(note) > NOTE_LIMIT:
        raise InvalidIntroduction("the note is too long")
