"""Whether proposals can be put before a body, and what keeps them from it."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from concept_review.batch import Clash
from concept_review.proposal import Proposal


class Hindrance(StrEnum):
    """What has to be settled before a proposal is tabled."""

    NO_RECOMMENDATION = "no_recommendation"
    BASE_CHANGED = "base_changed"
    """The text has become another one since; somebody has to confirm the carried over wording."""
    BASE_GONE = "base_gone"
    """The section is no longer in force."""
    CONFLICT = "conflict"
    """It cannot stand together with another one of the paper; they are to be alternatives."""


class NotReady(ValueError):
    """Some proposals cannot be tabled; `hindrances` says for each of them why."""

    def __init__(self, hindrances: Mapping[str, Sequence[Hindrance]]) -> None:
        """Keep what hinders which proposal."""
        super().__init__(", ".join(f"{key}: {list(each)}" for key, each in hindrances.items()))
        self.hindrances = {key: tuple(each) for key, each in hindrances.items()}


def check_tabling(
    wanted: Sequence[Proposal],
    *,
    stale: Iterable[str],
    gone: Iterable[str],
    clashing: Iterable[str],
    as_alternatives: bool,
) -> None:
    """Raise `NotReady` unless each proposal has a recommendation, a firm base and no rival.

    `stale`, `gone` and `clashing` are ids of proposals. Rivals may be tabled together as
    alternatives, which somebody has to say.
    """
    known = {
        Hindrance.BASE_CHANGED: frozenset(stale),
        Hindrance.BASE_GONE: frozenset(gone),
        Hindrance.CONFLICT: frozenset() if as_alternatives else frozenset(clashing),
    }
    found: dict[str, list[Hindrance]] = {}
    for each in wanted:
        own = [] if each.recommendation else [Hindrance.NO_RECOMMENDATION]
        own += [hindrance for hindrance, ids in known.items() if each.id in ids]
        if own:
            found[each.id] = own
    if found:
        raise NotReady(found)


class Clashing(ValueError):
    """Decided proposals contradict each other or the text; a person writes the result first."""

    def __init__(self, clashes: Sequence[Clash]) -> None:
        """Keep where they clash."""
        super().__init__(f"{len(clashes)} clashes")
        self.clashes = tuple(clashes)
