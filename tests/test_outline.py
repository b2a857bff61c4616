"""Concepts as Markdown: read into sections and blocks, and written back."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concept_review.block import Block, BlockKind
from concept_review.outline import (
    Outline,
    OutlineSection,
    UnreadableConcept,
    blocks_of_text,
    read_outline,
    text_of_blocks,
    write_markdown,
)
from concept_review.source import clean

# Whatever could be taken for something else when it is written a second time.
_SIGNS = r"""# A|## B|### C #|#|###### D|- |* |+ a|1. |1. x|3) y|10. z|> |> q|```|~~~|```py
~~~ ~~~|text|Wort **fett**|---|===|***|\|\\|`|a\|<div>|<!-- x -->|[1]: http://x|[a](b|&amp;
1986\. x|_ _ _|- - -|-|--|1.|0. n|999999999. n|= =|é|#hash|# a #|3. Mai| |   |    |a  """
_TABLES = ["|a|b|", "|---|---|", "|-|", "| c | d | e", " :-- | --:", "x | y", r"\|", "|"]
_ENDS = ["\n", "\n", "\n\n", "  \n", "\\\n", "\r\n", "\x0c", "\t", "\u00ad", "\u00a0", "e\u0301"]
PIECES = st.sampled_from(re.split(r"[|\n]", _SIGNS) + _TABLES + _ENDS)
MARKDOWN = st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=30).map("".join)
DOCUMENTS = st.builds(
    str.__add__, st.sampled_from(["# Titel\n\n", "## Kopf\n\n", "# Titel\n\n## Kopf\n\n"]), MARKDOWN
)
LETTERS = re.compile(r"[^\W\d_]+")


def blocks_of(source: str) -> tuple[Block, ...]:
    return read_outline("# Titel\n\n## Abschnitt\n\n" + source).sections[0].blocks


def shapes(blocks: tuple[Block, ...]) -> list[tuple[str, int, str, str]]:
    return [(block.kind.value, block.depth, block.marker, block.text) for block in blocks]


def letters(*texts: str) -> Counter[str]:
    return Counter(LETTERS.findall(" ".join(texts)))


def letters_of(blocks: tuple[Block, ...]) -> Counter[str]:
    languages = [block.marker for block in blocks if block.kind is BlockKind.CODE]
    return letters(*(block.text for block in blocks), *languages)


def fault_of(source: bytes | str) -> UnreadableConcept:
    with pytest.raises(UnreadableConcept) as caught:
        read_outline(source)
    return caught.value


@settings(deadline=None, max_examples=400)
@given(DOCUMENTS)
def test_an_outline_written_and_read_again_is_the_same(source: str) -> None:
    outline = read_outline(source)

    assert read_outline(write_markdown(outline)) == outline


@settings(deadline=None, max_examples=400)
@given(DOCUMENTS)
def test_no_word_of_a_file_is_lost_or_added(source: str) -> None:
    outline = read_outline(source)

    found = letters(outline.title, *(section.title for section in outline.sections))
    for blocks in (outline.preamble, *(section.blocks for section in outline.sections)):
        found += letters_of(blocks)
    assert found == letters(clean(source))


@settings(deadline=None, max_examples=400)
@given(MARKDOWN)
def test_a_typed_wording_is_the_same_when_typed_again(source: str) -> None:
    try:
        blocks = blocks_of_text(source)
    except UnreadableConcept:
        return

    assert blocks_of_text(text_of_blocks(blocks)) == blocks
    assert letters_of(blocks) == letters(clean(source))


@settings(deadline=None, max_examples=300)
@given(MARKDOWN)
def test_a_typed_wording_survives_the_file_and_a_file_the_form(source: str) -> None:
    try:
        typed = blocks_of_text(source)
    except UnreadableConcept:
        return
    outline = Outline("Konzept", (), (OutlineSection("A", 1, typed), OutlineSection("B", 1)))

    reread = read_outline(write_markdown(outline))

    assert reread == outline
    assert blocks_of_text(text_of_blocks(reread.sections[0].blocks)) == typed


def test_what_stands_above_a_text_about_it_is_no_section() -> None:
    source = b"---\ntitle: Konzept\nauthor: Stadt\n---\n\n# Konzept\n\n## Ziele\n\nText.\n"

    assert [each.title for each in read_outline(source).sections] == ["Ziele"]


def test_a_rule_at_the_top_hides_nothing() -> None:
    source = b"---\n\n# Konzept\n\n## Ziele\n\nText.\n\n---\n\n## Wege\n\nMehr.\n"

    assert [each.title for each in read_outline(source).sections] == ["Ziele", "Wege"]
