"""Laws of the way through Word and back: the same section, author and wording."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from concept_review.block import Block, BlockKind
from concept_review.files.docx import read
from concept_review.papers.signs import block_signs, look_of
from concept_review.papers.tracked_docx import write_tracked
from concept_review.rebase import Wording
from concept_review.returned import Returned, proposals_from
from concept_review.section import Section
from tests.test_tracked_docx_laws import CONCEPT, blocks, section
from tests.tracked_kits import contribution, kit

CHANGES = st.sampled_from(["first", "last", "gone", "new"])
_TEXTS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)


def changed(text: tuple[Block, ...], place: int, how: str) -> tuple[Block, ...]:
    """Return a text in which one paragraph has another word, goes, or gets one after it."""
    block = text[place]
    new = {
        "first": (replace(block, text=f"Allerdings {block.text}"),),
        "last": (replace(block, text=f"{block.text} jedoch"),),
        "gone": (),
        "new": (block, Block(kind=BlockKind.PARAGRAPH, text="Ganz Neues steht hier.")),
    }
    return (*text[:place], *new[how], *text[place + 1 :])


def shape(wording: Wording) -> list[tuple[str, int, list[str]]]:
    """Return what is seen of a wording; how Markdown and white space are typed may differ."""
    return [
        (
            block.kind.value,
            block.depth,
            [sign for cell in cells for sign in cell if look_of(sign).text.strip()],
        )
        for block in wording.blocks
        for cells in [block_signs(block)]
    ]


def concept(texts: list[tuple[str, str]]) -> list[Section]:
    return [
        section(place, f"{title} {place}", blocks(text))
        for place, (title, text) in enumerate(texts)
    ]


@settings(deadline=None, max_examples=200)
@given(CONCEPT, st.integers(0, 99), st.integers(0, 99), CHANGES)
def test_one_change_of_one_author_comes_back_as_it_was(
    texts: list[tuple[str, str]], where: int, which: int, how: str
) -> None:
    old = concept(texts)
    mine = old[where % len(old)]
    places = [
        place for place, block in enumerate(mine.blocks) if block.kind in _TEXTS and block.text
    ]
    if not places:
        return
    place = places[which % len(places)]
    offered = Wording(mine.title, changed(mine.blocks, place, how))
    # What goes or comes between an item and those inside it would take these apart.
    inside = any(block.depth for block in mine.blocks[place : place + 2])
    if inside or not offered.blocks:
        return
    wanted = contribution(1, mine, offered, "Ada & Söhne")
    new = [replace(each, blocks=offered.blocks) if each is mine else each for each in old]

    draft = read(write_tracked(kit(old, [wanted], new)))
    returned = proposals_from(draft, old)

    assert [
        (each.section_id, each.author, shape(each.wording)) for each in returned.suggestions
    ] == [(mine.id, "Ada & Söhne", shape(offered))]
    assert returned.left == ()


@settings(deadline=None, max_examples=80)
@given(CONCEPT)
def test_a_file_that_nobody_touched_proposes_nothing(texts: list[tuple[str, str]]) -> None:
    old = concept(texts)

    returned = proposals_from(read(write_tracked(kit(old, (), old))), old)

    assert returned == Returned(suggestions=())
