"""Which blocks of a new wording are the old ones, so that their ids live on."""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from concept_review.block import Block

SAME_BLOCK = 60.0
"""Likeness in percent from which a rewritten block is still the same block."""


def with_known_ids(old: Sequence[Block], new: Sequence[Block]) -> tuple[Block, ...]:
    """Return the new blocks with the ids of the old ones that they continue.

    Equal blocks continue each other; between them, blocks are paired in order where they
    are alike enough. A block that continues none has no id.
    """
    before = [(block.kind.value, block.text) for block in old]
    after = [(block.kind.value, block.text) for block in new]
    continued = [replace(block, id="") for block in new]
    waiting_old: list[int] = []
    waiting_new: list[int] = []
    for edit in [*LCSseq.opcodes(before, after), None]:
        if edit is None or edit.tag == "equal":
            _pair(old, continued, waiting_old, waiting_new)
            waiting_old, waiting_new = [], []
        if edit is None:
            break
        if edit.tag == "equal":
            for left, right in zip(
                range(edit.src_start, edit.src_end),
                range(edit.dest_start, edit.dest_end),
                strict=True,
            ):
                continued[right] = replace(continued[right], id=old[left].id)
        else:
            waiting_old += range(edit.src_start, edit.src_end)
            waiting_new += range(edit.dest_start, edit.dest_end)
    return tuple(continued)


def _pair(
    old: Sequence[Block], new: list[Block], old_places: list[int], new_places: list[int]
) -> None:
    """Give each rewritten block the id of the first unused old one that it resembles."""
    free = list(old_places)
    for place in new_places:
        for candidate in free:
            if fuzz.ratio(old[candidate].text, new[place].text) >= SAME_BLOCK:
                new[place] = replace(new[place], id=old[candidate].id)
                del free[: free.index(candidate) + 1]
                break
