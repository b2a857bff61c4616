"""The simplest changes of a section: something is added behind a passage, or passages go."""

from collections.abc import Collection, Sequence

from concept_review.block import Block
from concept_review.outline import text_of_blocks

EXCERPT = 70
"""Characters by which a passage is named in a choice."""


def supplemented(blocks: Sequence[Block], behind: int, added: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with others behind the one at a place, counted from 1; 0 is in front."""
    return (*blocks[:behind], *added, *blocks[behind:])


def without(blocks: Sequence[Block], places: Collection[int]) -> tuple[Block, ...]:
    """Return the blocks without those at some places, counted from 1."""
    return tuple(block for place, block in enumerate(blocks, start=1) if place not in places)


def excerpt(block: Block) -> str:
    """Return the beginning of a block's text, by which a person knows it again."""
    text = " ".join(text_of_blocks([block]).split())
    return text if len(text) <= EXCERPT else f"{text[:EXCERPT].rstrip()} …"
