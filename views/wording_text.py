"""A wording as one plain text, for differences and for text areas."""

from collections.abc import Sequence

from concept_review.block import Block
from concept_review.outline import text_of_blocks


def full_text(title: str, blocks: Sequence[Block]) -> str:
    """Return title and text of a section as people read them, with an empty line between."""
    return "\n\n".join(part for part in (title, text_of_blocks(blocks)) if part)
