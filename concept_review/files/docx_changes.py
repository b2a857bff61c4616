"""Two states of one text compared: which passages say something else, and what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from concept_review.block import Block, BlockKind
from concept_review.files.docx_blocks import Found

_NUMBER = re.compile(r"(\d+)(\D)")


@dataclass(frozen=True, slots=True)
class Difference:
    """The pieces `start` to `end` of one state stand for `new` in the other."""

    start: int
    end: int
    new: tuple[Found, ...]

    def replaced(self, old: Sequence[Found]) -> list[Found]:
        """Return the pieces of the first state."""
        return list(old[self.start : self.end])


def differences(old: Sequence[Found], new: Sequence[Found]) -> list[Difference]:
    """Return the passages that differ; wholly added or removed neighbours are one passage."""
    joined: list[Difference] = []
    for each in _matched(old, new):
        last = joined[-1] if joined else None
        if last and last.end == each.start and _joins(old, last) and _joins(old, each):
            joined[-1] = Difference(last.start, each.end, last.new + each.new)
        else:
            joined.append(each)
    found = (each for each in joined if not _same(each.replaced(old), each.new))
    return [each for each in found if each.new or each.end > each.start]


def _matched(old: Sequence[Found], new: Sequence[Found]) -> Iterator[Difference]:
    """Return all passages that come from the same paragraphs, in order, also those alike."""
    old_names = frozenset(name for found in old for name in found.origin)
    new_names = frozenset(name for found in new for name in found.origin)
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and not old[i].origin & new_names:
            yield Difference(i, i + 1, ())
            i += 1
        elif j < len(new) and not new[j].origin & old_names:
            yield Difference(i, i, (new[j],))
            j += 1
        elif i < len(old) and j < len(new) and old[i].origin & new[j].origin:
            end, new_end = _ends(old, new, i, j)
            yield Difference(i, end, tuple(new[j:new_end]))
            i, j = end, new_end
        elif i < len(old) and (j == len(new) or old[i].block.kind is BlockKind.FOOTNOTE):
            i += 1  # a note that stands elsewhere because its section ends elsewhere
        else:
            j += 1


def _ends(old: Sequence[Found], new: Sequence[Found], i: int, j: int) -> tuple[int, int]:
    """Return where the pieces end that come from the same paragraphs as these two."""
    old_names, new_names = old[i].origin, new[j].origin
    i, j = i + 1, j + 1
    while True:
        if i < len(old) and old[i].origin & new_names:
            old_names |= old[i].origin
            i += 1
        elif j < len(new) and new[j].origin & old_names:
            new_names |= new[j].origin
            j += 1
        else:
            return i, j


def _joins(old: Sequence[Found], each: Difference) -> bool:
    """Say whether a passage was wholly added or removed and holds no heading."""
    pieces = each.replaced(old)
    one_sided = not pieces or not each.new
    return one_sided and not any(found.level for found in (*pieces, *each.new))


def _same(old: Sequence[Found], new: Sequence[Found]) -> bool:
    if len(old) != len(new):
        return False
    return all(
        one.level == other.level and one.block == _numbered_like(other.block, one.block)
        for one, other in zip(old, new, strict=True)
    )


def _numbered_like(block: Block, other: Block) -> Block:
    """Return the list item with the other's number: that only counts what stands above."""
    return replace(block, marker=other.marker) if block.ordered and other.ordered else block


def wanted_blocks(old: Sequence[Found], each: Difference) -> tuple[Block, ...]:
    """Return what the passage says, its items numbered on from the text around it."""
    replaced = [found.block for found in each.replaced(old)]
    before = old[each.start - 1].block if each.start else None
    blocks: list[Block] = []
    for place, found in enumerate(each.new):
        block = found.block
        if place < len(replaced):
            block = _numbered_like(block, replaced[place])
        elif before and before.ordered and block.ordered and before.depth == block.depth:
            block = _next_item(block, before)
        blocks.append(block)
        before = block
    return tuple(blocks)


def _next_item(block: Block, before: Block) -> Block:
    here, above = _NUMBER.fullmatch(block.marker), _NUMBER.fullmatch(before.marker)
    if not here or not above or here[2] != above[2]:
        return block
    return replace(block, marker=f"{int(above[1]) + 1}{above[2]}")
