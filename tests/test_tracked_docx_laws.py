"""Laws of the Word file with tracked changes: whatever the words, both texts come back."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from concept_review.block import HEADER, Block, BlockKind
from concept_review.edition import Edition, Kit
from concept_review.files.docx import read
from concept_review.inline import literal, plain
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.papers.hands import Hand, State, stretches
from concept_review.papers.signs import signs, visible
from concept_review.papers.tracked_docx import write_tracked
from concept_review.papers.tracked_lines import paired
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.unreadable import UnreadableConcept
from tests.pandoc import words_by_pandoc
from tests.tracked_kits import accepted, contribution, kit, lines_in, lines_of

WORD = st.sampled_from(
    "Die Stadt fördert *alle* **sehr** <ins> &amp; & u\u0308ber 👩\u200d👩\u200d👧 a|b [^1] x\ty "
    "[Netz](https://example.org/a?b=1&c=2) [Ort](lage.html) § 1. - ### \\* _so_ ] ) \u202fEnde.".split(" ")
)  # fmt: skip
TEXT = st.lists(WORD, min_size=1, max_size=7).map(" ".join)
ITEM = st.builds(
    lambda text, depth, sign: f"{'   ' * depth}{sign} {text}",
    TEXT,
    st.integers(0, 2),
    st.sampled_from(["-", "1.", "7)"]),
)
ROWS = st.lists(st.tuples(TEXT, TEXT), min_size=2, max_size=4).map(
    lambda rows: "\n".join(
        [
            f"| {literal(rows[0][0]).replace('|', ' ')} | b |",
            "| --- | --- |",
            *(f"| {a.replace('|', ' ')} | {b.replace('|', ' ')} |" for a, b in rows[1:]),
        ]
    )
)
PASSAGE = st.one_of(
    TEXT, TEXT.map(lambda text: f"> {text}"), st.lists(ITEM, max_size=4).map("\n".join), ROWS
)
BODY = st.lists(PASSAGE, max_size=4).map("\n\n".join)


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text, leaving out what Word cannot nest as Markdown does."""
    try:
        found = blocks_of_text(text)
    except UnreadableConcept:
        return ()
    kept: list[Block] = []
    open_items = 0
    for each in found:
        if each.kind is BlockKind.FOOTNOTE or not plain(each.text).strip():
            continue
        depth = min(each.depth, open_items) if each.kind in _NESTED else 0
        open_items = depth + 1 if each.kind is BlockKind.LIST_ITEM else depth
        kept.append(replace(each, depth=depth))
    return tuple(kept)


_NESTED = (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)


def section(place: int, title: str, text: tuple[Block, ...]) -> Section:
    return Section(
        id=f"s{place}", concept_id="c", version_id="v", number=1, title=title, level=1,
        position=place, parent_id=None, blocks=text, fingerprint="", interval_months=12,
    )  # fmt: skip
