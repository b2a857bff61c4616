"""What instructions change in a wording, all of it counted on the wording as it was."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from concept_review.block import Block, BlockKind
from concept_review.continuity import with_known_ids
from concept_review.instruction_place import TITLE
from concept_review.outline import blocks_of_text
from concept_review.rebase import Wording

_NO_SPACE_AFTER = "([{„»‚›/"
_NO_SPACE_BEFORE = ".,;:!?)]}“«‘‹…%/-"


_STRUCTURE = TITLE - 1  # stands for the row of blocks as a whole


class Fitting(IntEnum):
    """What becomes of the spaces around an edit."""

    EXACT = 0
    """Nothing: the passage is put there to the letter."""
    SPACED = 1
    """Something new is set apart from the words around it."""
    CLOSED = 2
    """Where something went, what is around it closes up."""


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Characters `start` to `stop` of a block, or of the title, and what shall stand there."""

    block: int
    start: int
    stop: int
    text: str
    fitting: Fitting


@dataclass(frozen=True, slots=True)
class BlockEdit:
    """Blocks `first` to `end` and what shall stand there; list items are numbered anew."""

    first: int
    end: int
    blocks: tuple[Block, ...]


Edit = TextEdit | BlockEdit


def contradiction(edits: Sequence[Edit]) -> int | None:
    """Return the place of an edit that wants the same passage as one before it, or None."""
    spans = {
        place: (edit.block, edit.start, edit.stop)
        if isinstance(edit, TextEdit)
        else (_STRUCTURE, edit.first, edit.end)
        for place, edit in enumerate(edits)
    }
    owner: dict[int, int] = {}  # which edit removes or replaces a block
    for place, edit in enumerate(edits):
        if isinstance(edit, BlockEdit):
            owner |= dict.fromkeys(range(edit.first, edit.end), place)
    reached, last = (_STRUCTURE, -1), -1
    for place, (block, start, end) in sorted(spans.items(), key=lambda item: item[1]):
        if block == reached[0] and start < reached[1]:
            return max(place, last)
        if block in owner:
            return max(place, owner[block])
        if block != reached[0] or end > reached[1]:
            reached, last = (block, end), place
    return None


def applied(wording: Wording, edits: Sequence[Edit]) -> Wording:
    """Return the wording with all edits carried out; those at one place stand in their order."""
    by_block: dict[int, list[TextEdit]] = {}
    for edit in edits:
        if isinstance(edit, TextEdit):
            by_block.setdefault(edit.block, []).append(edit)
    title = edited(wording.title, by_block.get(TITLE, ()))
    blocks = [_reworded(block, by_block.get(at, ())) for at, block in enumerate(wording.blocks)]
    structural = [edit for edit in edits if isinstance(edit, BlockEdit)]
    return Wording(title, _restructured(wording.blocks, blocks, structural))


def edited(text: str, edits: Sequence[TextEdit]) -> str:
    """Return a text with its edits carried out, the last one first, so that places hold."""
    order = sorted(range(len(edits)), key=lambda at: (edits[at].start, edits[at].stop, at))
    for edit in (edits[at] for at in reversed(order)):
        left, right = text[: edit.start], text[edit.stop :]
        match edit.fitting:
            case Fitting.EXACT:
                text = left + edit.text + right
            case Fitting.SPACED:
                text = left + _gap(left, edit.text) + edit.text + _gap(edit.text, right) + right
            case Fitting.CLOSED:
                text = _closed(left, right)
    return text


def _gap(left: str, right: str) -> str:
    if not left or not right or left[-1].isspace() or right[0].isspace():
        return ""
    return "" if left[-1] in _NO_SPACE_AFTER or right[0] in _NO_SPACE_BEFORE else " "


def _closed(left: str, right: str) -> str:
    if left.endswith("\n") and right.startswith("\n"):
        return left[:-1] + right
    if not right or right[0] == "\n" or (right[0] in _NO_SPACE_BEFORE and right[0] != "-"):
        return (left.rstrip() if not right else left.rstrip(" ")) + right
    return left + (right.lstrip(" ") if not left or left[-1].isspace() else right)


def _reworded(block: Block, edits: Sequence[TextEdit]) -> tuple[Block, ...]:
    """Return what becomes of a block: one, none where nothing is left, several after new lines."""
    if not edits:
        return (block,)
    text = edited(block.text, edits)
    if not text.strip():
        return ()
    if "\n\n" in text and block.depth == 0 and block.kind is BlockKind.PARAGRAPH:
        return with_known_ids((block,), blocks_of_text(text))
    return (replace(block, text=text),)


def _restructured(
    base: Sequence[Block], blocks: Sequence[tuple[Block, ...]], edits: Sequence[BlockEdit]
) -> tuple[Block, ...]:
    made: list[Block] = []
    added: list[tuple[int, int]] = []  # where new blocks end, and where they end in the base
    at = 0
    for edit in sorted(edits, key=lambda each: (each.first, each.end)):
        made += _joined(blocks[at : edit.first])
        made += _counted(made, with_known_ids(base[edit.first : edit.end], edit.blocks))
        at = max(at, edit.end)
        if edit.blocks:
            added.append((len(made), edit.end))
    made += _joined(blocks[at:])
    for end, base_end in added:
        depth = made[end - 1].depth
        before = next((block for block in base[:base_end][::-1] if block.depth <= depth), None)
        made[end:] = _shifted(made[end - 1], before, made[end:])
    return tuple(made)


def _joined(groups: Sequence[tuple[Block, ...]]) -> list[Block]:
    return [block for group in groups for block in group]


def _counted(above: Sequence[Block], new: Sequence[Block]) -> list[Block]:
    """Return new items with the numbers that follow those above them, where they are no larger."""
    last = next((block for block in reversed(above) if block.depth == 0), None)
    counted = []
    for block in new:
        counted.append(_after(last, block) if block.depth == 0 else block)
        last = counted[-1] if block.depth == 0 else last
    return counted


def _shifted(inserted: Block, before: Block | None, below: Sequence[Block]) -> list[Block]:
    """Return what follows inserted items, with larger numbers as far as theirs are taken.

    A smaller number than that of the item `before` begins another list.
    """
    shifted = list(below)
    last = inserted
    for at, block in enumerate(below):
        if block.depth > inserted.depth:
            continue
        same_list = block.ordered and block.depth == inserted.depth
        restarts = before is not None and before.ordered and _number(block) <= _number(before)
        if not same_list or restarts or _number(block) > _number(last):
            break
        before, last = block, _after(last, block)
        shifted[at] = last
    return shifted


def _after(last: Block | None, block: Block) -> Block:
    if not last or not last.ordered or not block.ordered or _number(block) > _number(last):
        return block
    sign = re.sub(r"\d", "", last.marker)
    return replace(block, marker=f"{_number(last) + 1}{sign}")


def _number(block: Block) -> int:
    return int(re.sub(r"\D", "", block.marker) or 0)
