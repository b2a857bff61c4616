"""Finding the recorded ties that the ties of a file mean: each recorded one once."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from network.exchange.planned import Planned
from network.organization import Membership, Relation

T = TypeVar("T", Membership, Relation)


@dataclass(frozen=True, slots=True)
class Wanted(Generic[T]):
    """A tie of a file: as a new record, and what of a known record it would change."""

    key: Hashable
    number: int
    """Of the tie in the file."""
    id: str
    new: T
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Matched(Generic[T]):
    """What became of a wanted tie: the record that was there, and as it would be."""

    number: int
    before: T | None
    after: T


def matched(
    wanted: list[Wanted[T]],
    known: Iterable[T],
    key_of: Callable[[T], Hashable],
    counts: Planned,
) -> list[Matched[T]]:
    """Return for every tie of the file the record that it means, and as it would be.

    A recorded tie is the same by its id, else where ends, kind and label are the same: first
    one that nothing changes, then one that does not begin on another date.
    """
    free: dict[Hashable, dict[str, T]] = {}
    for record in known:
        free.setdefault(key_of(record), {})[record.id] = record
    waiting = list(wanted)
    matches: list[Matched[T]] = []
    for fits in (_by_id, _alike, _compatible):
        rest: list[Wanted[T]] = []
        for each in waiting:
            there = free.get(each.key, {})
            found = next((record for record in there.values() if fits(each, record)), None)
            if found is None:
                rest.append(each)
                continue
            del there[found.id]
            now = replace(found, **each.values)
            if now == found:
                counts.unchanged += 1
            else:
                counts.changed += 1
            matches.append(Matched(each.number, found, now))
        waiting = rest
    counts.new += len(waiting)
    matches.extend(Matched(each.number, None, each.new) for each in waiting)
    return matches


def _by_id(each: Wanted[T], record: T) -> bool:
    return each.id == record.id


def _alike(each: Wanted[T], record: T) -> bool:
    return all(getattr(record, name) == value for name, value in each.values.items())


def _compatible(each: Wanted[T], record: T) -> bool:
    start = each.values.get("start_date")
    return start is None or record.start_date in (None, start)
