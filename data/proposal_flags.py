"""What is the matter with proposals, computed and never stored: text changed, rivals, days."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from concept_review.proposal import Proposal
from concept_review.proposal_stage import Stage, comes_again, stage_of
from concept_review.section import Section
from data.amendments import gone_ids, stale_ids
from data.store import Store


class Flag(StrEnum):
    """What somebody should know about a proposal before doing anything with it."""

    BASE_CHANGED = "base_changed"
    """The section says something else by now than when it was made."""
    BASE_GONE = "base_gone"
    """Its section, or the one where it should stand, is no longer in force."""
    CONFLICT = "conflict"
    """It cannot stand together with another one."""
    COMES_AGAIN = "comes_again"
    """It was adjourned or referred until a day that has come."""


_SETTLED: Final = frozenset({Stage.INCORPORATED, Stage.DONE})


def touches_text(wanted: Proposal) -> bool:
    """Say whether a proposal can still change the text."""
    return stage_of(wanted) not in _SETTLED


def flags_of(
    store: Store,
    wanted: Sequence[Proposal],
    text: Sequence[Section],
    rivals: Collection[str],
    today: date,
) -> Mapping[str, tuple[Flag, ...]]:
    """Return the flags of each proposal by its id, in the order of `Flag`.

    `text` is the present one, `rivals` are the ids of those that cannot stand with another.
    """
    present = {each.id: each for each in text}
    live = [each for each in wanted if touches_text(each)]
    # Whose base is the present wording needs no look at the words.
    moved = [each for each in live if not _based_on(present.get(each.section_id), each)]
    found = {
        Flag.BASE_CHANGED: stale_ids(store, moved, present),
        Flag.BASE_GONE: gone_ids(live, present),
        Flag.CONFLICT: frozenset(rivals),
        Flag.COMES_AGAIN: frozenset(each.id for each in wanted if comes_again(each, today)),
    }
    return {each.id: tuple(flag for flag in Flag if each.id in found[flag]) for each in wanted}


def _based_on(present: Section | None, wanted: Proposal) -> bool:
    return present is not None and present.version_id == wanted.base_version_id
