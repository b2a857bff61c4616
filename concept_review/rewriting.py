"""From what wording a person writes the result, where a proposal meets a text that changed."""

from concept_review.merge import compose
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.rebase import Rebased, Wording


def starting_point(base: Wording, present: Wording, rebased: Rebased) -> Wording:
    """Return the present text with all of the proposal that does not contradict it.

    Where both changed one passage, the present words stand, for these are in force; what the
    proposal wants there is shown beside, and a person writes what shall be.
    """
    if not rebased.conflicts:
        return rebased.wording
    # What was composed has the words of the base where the two contradict each other. Composed
    # once more with the present text, it has the present words there.
    before = text_of_blocks(base.blocks)
    both = compose(before, [text_of_blocks(rebased.wording.blocks), text_of_blocks(present.blocks)])
    return Wording(rebased.wording.title, blocks_of_text(both.text))
