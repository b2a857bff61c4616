"""Blocks keep everything on their way through JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concept_review.block import Block, BlockKind, blocks_from_json, blocks_to_json

BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    text=st.text(),
    depth=st.integers(0, 9),
    marker=st.sampled_from(["", "-", "1.", "header"]),
    id=st.text(max_size=5),
)


@given(st.lists(BLOCKS).map(tuple))
def test_blocks_come_back_from_json_as_they_were(blocks: tuple[Block, ...]) -> None:
    stored = json.dumps(blocks_to_json(blocks))

    assert blocks_from_json(json.loads(stored)) == blocks


def test_a_stored_block_needs_only_kind_and_text() -> None:
    (block,) = blocks_from_json([{"kind": "paragraph", "text": "Deutsch lernen"}])

    assert block == Block(kind=BlockKind.PARAGRAPH, text="Deutsch lernen")


@pytest.mark.parametrize(
    ("entry", "error"),
    [({"kind": "picture", "text": ""}, ValueError), ({"kind": "paragraph"}, KeyError)],
)
def test_an_entry_that_is_no_block_is_refused(
    entry: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        blocks_from_json([entry])


@pytest.mark.parametrize(
    ("kind", "marker", "ordered"),
    [
        (BlockKind.LIST_ITEM, "3.", True),
        (BlockKind.LIST_ITEM, "-", False),
        (BlockKind.TABLE_ROW, "header", False),
    ],
)
def test_only_list_items_with_a_number_are_ordered(
    kind: BlockKind, marker: str, ordered: bool
) -> None:
    assert Block(kind=kind, text="x", marker=marker).ordered is ordered
