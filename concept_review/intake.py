"""From the bytes of a file to a draft that a person can look at."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from concept_review.draft import Draft, Format, Piece
from concept_review.files.room import read_file
from concept_review.leftovers import with_leftover_headings


class Tracking(StrEnum):
    """What becomes of tracked changes."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"
    PROPOSALS = "proposals"
    """The original text is taken, and each change becomes a proposal on it."""


def read_draft(source: bytes, progress: Callable[[float], None] | None = None) -> Draft:
    """Return what a file holds, read in a process of its own; raise `UnreadableConcept`.

    `progress` is told the share of the work that is done, from 0 to 1.
    """
    draft = read_file(source, progress)
    # Tracked changes name the pieces by their places, so these must stay.
    if draft.format is Format.MARKDOWN or draft.tracked:
        return draft
    return replace(draft, pieces=with_leftover_headings(draft.pieces))


def pieces_of(draft: Draft, tracking: Tracking) -> tuple[Piece, ...]:
    """Return the one text that is to be taken over; never a mixture of both."""
    accepted = draft.tracked and tracking is Tracking.ACCEPTED
    return draft.accepted if accepted else draft.pieces
