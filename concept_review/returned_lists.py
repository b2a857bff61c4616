"""Numbers of lists that count on where items come in between or go."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from concept_review.block import Block, BlockKind

_NUMBER = re.compile(r"(\d+)(\D)")


@dataclass(slots=True)
class _Count:
    sign: str
    before: int
    now: int


def counted(pairs: Iterable[tuple[Block | None, Block | None]]) -> Iterator[Block]:
    """Yield the new blocks, their numbers as they follow from those of the old ones.

    A pair without a new block is an item that goes, one without an old block an item that comes.
    """
    counts: dict[int, _Count] = {}
    for old, new in pairs:
        block = new or old
        if block is None or block.kind is not BlockKind.LIST_ITEM:
            if new is not None:
                yield new
            continue
        for deeper in [depth for depth in counts if depth > block.depth]:
            del counts[deeper]
        placed = _placed(counts, old, block, goes=new is None)
        if new is not None:
            yield placed


def _placed(counts: dict[int, _Count], old: Block | None, block: Block, *, goes: bool) -> Block:
    found = _NUMBER.fullmatch(block.marker)
    if not found:
        return block
    number, sign = int(found[1]), found[2]
    last = counts.get(block.depth)
    if last is None or last.sign != sign or (old is not None and number != last.before + 1):
        counts[block.depth] = _Count(sign, number, number - goes)
        return block
    last.before += old is not None
    last.now += not goes
    return replace(block, marker=f"{last.now}{sign}")
