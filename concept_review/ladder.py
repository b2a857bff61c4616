"""Who is reminded of what on a day: the unit first, then its deputy, then the coordination."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Occasion(StrEnum):
    """What has its day."""

    RESUBMISSION = "resubmission"
    """What was put off comes back (Wiedervorlage)."""
    REVIEW = "review"
    """A section is to be reviewed."""
    COSIGN = "cosign"
    """A unit is to sign somebody else's review."""


class Rung(StrEnum):
    """One reminder of a ladder; each is sent at most once for one day that is due."""

    SOON = "soon"
    LATE = "late"
    DEPUTY = "deputy"
    COORDINATION = "coordination"
    RESUBMITTED = "resubmitted"
    COSIGN_SOON = "cosign_soon"
    COSIGN_LATE = "cosign_late"


class Addressee(StrEnum):
    """Whom a reminder goes to."""

    UNIT = "unit"
    """Whoever is to act: the unit that has the task, else the lead, or who was asked to sign."""
    DEPUTY = "deputy"
    COORDINATION = "coordination"


@dataclass(frozen=True, slots=True)
class Step:
    """A reminder, how long after the due day it is sent, and to whom."""

    rung: Rung
    after: timedelta
    to: Addressee


LADDERS: Mapping[Occasion, tuple[Step, ...]] = {
    Occasion.REVIEW: (
        Step(Rung.SOON, timedelta(days=-14), Addressee.UNIT),
        Step(Rung.LATE, timedelta(days=1), Addressee.UNIT),
        Step(Rung.DEPUTY, timedelta(days=14), Addressee.DEPUTY),
        Step(Rung.COORDINATION, timedelta(days=28), Addressee.COORDINATION),
    ),
    Occasion.RESUBMISSION: (Step(Rung.RESUBMITTED, timedelta(0), Addressee.UNIT),),
    Occasion.COSIGN: (
        Step(Rung.COSIGN_SOON, timedelta(days=-3), Addressee.UNIT),
        Step(Rung.COSIGN_LATE, timedelta(days=3), Addressee.UNIT),
    ),
}
"""Every reminder there is, the first of each ladder first."""

_INSTEAD = {
    Addressee.UNIT: (Addressee.UNIT, Addressee.DEPUTY),
    Addressee.DEPUTY: (Addressee.DEPUTY,),
    Addressee.COORDINATION: (),
}
"""Who is asked in turn; where none of them is known, the coordination is."""


def next_step(
    occasion: Occasion, due: date | None, day: date, sent: Collection[Rung] = ()
) -> Step | None:
    """Return the one reminder that is due on a day, or None; `due` is None once all is done.

    `sent` are the reminders sent for this due day before. Where days were missed, only the
    highest rung that is reached counts, and those below it are never sent later.
    """
    if due is None:
        return None
    reached = [place for place, step in enumerate(LADDERS[occasion]) if due + step.after <= day]
    before = [place for place, step in enumerate(LADDERS[occasion]) if step.rung in sent]
    highest = max(reached, default=-1)
    return LADDERS[occasion][highest] if highest > max(before, default=-1) else None


def addressee(step: Step, unit: str | None, deputy: str | None) -> str | None:
    """Return the organisation that a reminder goes to, or None for the coordination.

    A deputy who has the task already is no other than the unit.
    """
    other = deputy if deputy != unit else None
    known = {Addressee.UNIT: unit, Addressee.DEPUTY: other}
    return next((known[each] for each in _INSTEAD[step.to] if known[each]), None)
