"""A tie in words: what it is called from each end, since when, how strong, on whose word."""

from data.tie_letters import BACK
from network.graph import Tie
from network.ways import Leg
from views.kinds import CONFIRMATIONS, ROLES, TIES, TIES_BACK
from views.words import _, number_text, partial_date_text


def tie_text(tie: Tie, start: str) -> str:
    """Return what a tie is called when read from one of its ends; its own label comes first."""
    outward = tie.mutual or tie.subject_id == start
    if tie.label:
        words = tie.label if outward else _("{label} (from there to here)", label=tie.label)
    else:
        words = _((TIES if outward else TIES_BACK)[tie.kind])
    return f"{words} ({_(ROLES[tie.role])})" if tie.role in ROLES else words


def stated_text(kind: str) -> str:
    """Return what a tie is called by whoever stated it; its kind as a letter bears it."""
    outward = not kind.endswith(BACK)
    words = (TIES if outward else TIES_BACK).get(kind.removesuffix(BACK))
    return _(words) if words else " ".join(kind.split())


def leg_text(leg: Leg) -> str:
    """Return the kinds of tie of one step, read from where it starts."""
    return ", ".join(dict.fromkeys(tie_text(tie, leg.start) for tie in leg.ties))


def period_text(start: str | None, end: str | None) -> str:
    """Return from when to when something holds; nothing where nobody said."""
    if start and end:
        return f"{partial_date_text(start)} – {partial_date_text(end)}"
    if start:
        return _("since {day}", day=partial_date_text(start))
    return _("until {day}", day=partial_date_text(end)) if end else ""


def dated_text(tie: Tie) -> str:
    """Return when a tie holds, or that nobody said when."""
    return _("without date") if tie.undated else period_text(tie.start_date, tie.end_date)


def strength_of(tie: Tie) -> str:
    """Return the strength of a tie as a number, or nothing."""
    return "" if tie.strength is None else number_text(tie.strength)


def details_text(tie: Tie) -> str:
    """Return date, word and strength of a tie in one line."""
    strength = strength_of(tie)
    parts = (
        dated_text(tie),
        _(CONFIRMATIONS[tie.confirmation]),
        _("strength {n}", n=strength) if strength else "",
    )
    return ", ".join(each for each in parts if each)
