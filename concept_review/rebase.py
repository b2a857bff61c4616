"""Carrying a proposal over to a text that changed underneath it."""

from collections.abc import Sequence
from dataclasses import dataclass

from concept_review.block import Block
from concept_review.continuity import with_known_ids
from concept_review.merge import Conflict, compose
from concept_review.outline import blocks_of_text, text_of_blocks


class Contradicted(ValueError):
    """The proposal and the present text want different words at the same place."""

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        """Keep the passages that a person has to decide."""
        super().__init__(f"{len(conflicts)} conflicts")
        self.conflicts = tuple(conflicts)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a section says: its title and its blocks."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Rebased:
    """A proposal on the present text, and the passages where the two contradict each other.

    There the wording says what the present text says. `carried_over` says whether the text had
    changed since the proposal was made.
    """

    wording: Wording
    conflicts: tuple[Conflict, ...]
    carried_over: bool

    def required(self) -> Wording:
        """Return the wording; raise `Contradicted` where a person has to decide first."""
        if self.conflicts:
            raise Contradicted(self.conflicts)
        return self.wording


def rebase(base: Wording, present: Wording, offered: Wording) -> Rebased:
    """Compose what was changed since with what is proposed, each against the same base."""
    if base == present:
        return Rebased(offered, (), carried_over=False)
    titles = _title(base.title, present.title, offered.title)
    composed = compose(
        text_of_blocks(base.blocks),
        [text_of_blocks(present.blocks), text_of_blocks(offered.blocks)],
        prevailing=0,
    )
    blocks = with_known_ids(present.blocks, blocks_of_text(composed.text))
    wording = Wording(titles[0], blocks)
    return Rebased(wording, (*titles[1], *composed.conflicts), carried_over=True)


def _title(base: str, present: str, offered: str) -> tuple[str, tuple[Conflict, ...]]:
    """Choose the title that was changed; two different changes contradict each other."""
    if offered in (base, present):
        return present, ()
    if present == base:
        return offered, ()
    conflict = Conflict(
        base=base, rivals=(present, offered), start=0, end=len(base), authors=((0,), (1,))
    )
    return present, (conflict,)
