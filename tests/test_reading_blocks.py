"""Blocks as a tree: lists inside each other, notes with their marks, and nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from concept_review.block import HEADER, Block, BlockKind
from views.reading_blocks import Node, tree_of


def test_lists_nest_and_keep_their_numbers() -> None:
    def item(marker: str, text: str, depth: int) -> Block:
        return Block(kind=BlockKind.LIST_ITEM, text=text, depth=depth, marker=marker)

    nodes, _ = tree_of(
        "s",
        [
            item("3.", "drei", 0),
            item("-", "innen", 1),
            Block(kind=BlockKind.PARAGRAPH, text="noch drei", depth=1),
            item("4.", "vier", 0),
            item("-", "anders", 0),
        ],
    )

    numbered, bullets = nodes
    assert [each.marker for each in numbered.children] == ["3.", "4."]
    assert [each.kind for each in numbered.children[0].children] == ["list", "paragraph"]
    assert (numbered.ordered, bullets.ordered) == (True, False)


def test_each_mark_leads_to_its_note_and_back() -> None:
    blocks = [
        Block(kind=BlockKind.PARAGRAPH, text="Eins[^a], zwei[^b], eins[^a]."),
        Block(kind=BlockKind.FOOTNOTE, text="Quelle.", marker="a"),
        Block(kind=BlockKind.FOOTNOTE, text="Nie genannt.", marker="c"),
    ]

    nodes, notes = tree_of("s", blocks)

    marks = [run for run in nodes[0].phrase if run.text.startswith("[")]
    assert [run.target for run in marks] == [notes[0].id, "", notes[0].id]
    assert [run.id for run in marks] == [notes[0].back, "", ""]
    assert notes[1].back == ""


BLOCKS = st.lists(
    st.builds(
        Block,
        kind=st.sampled_from(BlockKind),
        text=st.text("ab \n|*_[]()<>&!^\\'\"", max_size=30),
        depth=st.integers(0, 3),
        marker=st.sampled_from(["", "-", "1.", "2)", HEADER, "x"]),
    ),
    max_size=12,
)


@given(BLOCKS)
def test_no_block_is_lost_and_no_sign_becomes_a_tag(blocks: list[Block]) -> None:
    nodes, notes = tree_of("s", blocks)

    def count(node: Node) -> int:
        own = node.kind not in ("list", "quote", "table")
        rows = len(node.rows) + bool(node.head)
        return own + rows + sum(count(each) for each in node.children)

    assert sum(count(each) for each in nodes) + len(notes) == len(blocks)
