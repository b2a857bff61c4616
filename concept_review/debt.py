"""The review debt of a concept: what of it is current, what waits, and what falls due.

Debt is what should have been reviewed and was not. All figures are computed for a day, from the
Prüfstand of each section; nothing is estimated, and undefined is None and never 0.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TypeVar

from concept_review.currency import Currency, Standing
from concept_review.progress import COUNTS_AS_CURRENT, OUT_OF_REVIEW, Progress, progress
from concept_review.section import Section

K = TypeVar("K", bound=Hashable)

WAITS = frozenset({Currency.NEVER, Currency.STALE_TEXT, Currency.SUSPECT_LINK, Currency.OVERDUE})
"""Where a section waits for somebody to read it; under review or found wanting it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A section with its Prüfstand, the organisation that leads it, and days of its wordings.

    `lead` is None without Federführung; `first_wording` is the day since when it is in the
    concept, `present_wording` the day since when it reads as it does now.
    """

    section: Section
    standing: Standing
    lead: str | None
    first_wording: date
    present_wording: date


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many sections wait, and for how long.

    `unknown` of the `number` wait since a day that is not known; `oldest` and `median` are days
    of the others, None where there are none. Median as in `statistics.median`: the mean of the
    middle two where their number is even.
    """

    number: int
    unknown: int
    oldest: int | None
    median: float | None


@dataclass(frozen=True, slots=True)
class Debt:
    """What holds and what waits in a group of sections; `sections` counts all, headings too."""

    sections: int
    progress: Progress
    waiting: Waiting


def debt(items: Sequence[Item], today: date) -> Debt:
    """Return what holds and what waits; shares as `progress.progress` computes them."""
    made = progress((each.standing.currency, each.section.characters) for each in items)
    return Debt(len(items), made, waiting(items, today))


def debt_by_group(items: Iterable[Item], groups: Mapping[str, K], today: date) -> dict[K, Debt]:
    """Return the debt of each group; `groups` maps ids of sections, in order of appearance."""
    found: dict[K, list[Item]] = {}
    for each in items:
        found.setdefault(groups[each.section.id], []).append(each)
    return {group: debt(members, today) for group, members in found.items()}


def waiting(items: Iterable[Item], today: date) -> Waiting:
    """Return how many sections wait, and for how many days."""
    begun = [days_waited(each, today) for each in items if each.standing.currency in WAITS]
    days = [each for each in begun if each is not None]
    return Waiting(
        number=len(begun),
        unknown=len(begun) - len(days),
        oldest=max(days, default=None),
        median=median(days) if days else None,
    )


def waiting_since(item: Item) -> date | None:
    """Return the day since when a section waits; None where that is not known or it does not.

    Never reviewed: since its first wording. Text changed: since its present wording. Overdue:
    since the day after it was due. When a cited thing changed is not known.
    """
    days = {
        Currency.NEVER: item.first_wording,
        Currency.STALE_TEXT: item.present_wording,
        Currency.OVERDUE: item.standing.since,
    }
    return days.get(item.standing.currency)


def days_waited(item: Item, today: date) -> int | None:
    """Return for how many days a section waits: `today - waiting_since`, at least 0."""
    since = waiting_since(item)
    return max((today - since).days, 0) if since else None


def due_until(items: Iterable[Item], day: date) -> list[Item]:
    """Return what will not be current on a day if nobody does anything until then.

    That is what is not current now, the longest waiting first, and then what falls due on or
    before the day, the earliest first; unknown days come last.
    """
    wanted = [each for each in items if _due_until(each, day)]
    return sorted(wanted, key=_urgency)


def _due_until(item: Item, day: date) -> bool:
    currency, due = item.standing.currency, item.standing.due
    if currency in OUT_OF_REVIEW:
        return False
    return currency not in COUNTS_AS_CURRENT or (due is not None and due <= day)


def _urgency(item: Item) -> tuple[bool, date, int]:
    later = item.standing.currency in COUNTS_AS_CURRENT
    known = item.standing.due if later else waiting_since(item)
    return later, known or date.max, item.section.position


def fields(sections: Sequence[Section]) -> dict[str, str]:
    """Return for each section the id of the one that heads its Handlungsfeld.

    That is the section at the top above it; where a single one stands at the top, as when a
    document's title is its first heading, the one on the level below.
    """
    paths: dict[str, tuple[str, ...]] = {}
    for each in sections:  # in document order, so that the section above comes first
        paths[each.id] = (*paths.get(each.parent_id or "", ()), each.id)
    level = 0 if len({path[0] for path in paths.values()}) > 1 else 1
    return {identifier: path[min(level, len(path) - 1)] for identifier, path in paths.items()}
