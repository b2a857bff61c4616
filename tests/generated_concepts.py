"""Concepts as Hypothesis makes them: two states of one, with words that files like to spoil."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from concept_review.block import HEADER, Block, BlockKind
from concept_review.edition import Contribution, Edition, Kit
from concept_review.proposal import ProposalKind
from concept_review.rebase import Wording
from concept_review.section import Section

AWKWARD = (
    "„Würde“",
    "‚halb‘",
    "a\u0308 und u\u0308",
    "<ins>mehr</ins>",
    "&amp;",
    "&",
    "=1+1",
    "+49",
    "@x",
    "a\tb",
    "😀",
    "👩‍👩‍👧",
    "\x00",
    "\x0b",
    "\x1b[31m",
    "\ufffe",
    "\ud800",
    "a\x85b",
    "zwei\u2028Zeilen",
    "  zwei  Leer  ",
    " ",
    "\u00a0",
    "\u00ad",
    "_x0041_",
    "**stark**",
    "*",
    "[Wort](https://x.de)",
    "[^1]",
    "unverändert",
    "entfällt",
    "Fortsetzung",
    "(alt 3.2)",
    "nicht vorhanden",
    "\r\n",
    "\r",
    "#",
    "|",
    "漢字",
    "العربية",
    "1. Punkt",
    "https://example.org",
    "{=x}",
    "$x$",
    "#eval",
    "'",
    '"',
)
_words = st.lists(
    st.one_of(st.sampled_from(AWKWARD), st.text(max_size=6), st.just("Wort"), st.just(" ")),
    max_size=6,
).map("".join)
_titles = _words.map(lambda words: f"Titel {words}")


def block(kind: BlockKind, text: str, depth: int, marker: str) -> Block:
    """Return a block whose marker fits its kind."""
    markers = {
        BlockKind.LIST_ITEM: marker,
        BlockKind.TABLE_ROW: HEADER if marker == "-" else "",
        BlockKind.FOOTNOTE: "1",
    }
    return Block(kind=kind, text=text, depth=depth, marker=markers.get(kind, ""))


_blocks = st.lists(
    st.builds(
        block,
        kind=st.sampled_from(BlockKind),
        text=_words,
        depth=st.integers(0, 2),
        marker=st.sampled_from(["-", "1.", "2)"]),
    ),
    max_size=3,
).map(tuple)


def section(identifier: str, title: str, blocks: tuple[Block, ...], level: int = 1) -> Section:
    """Return a section without anything that papers do not read."""
    return Section(
        id=identifier,
        concept_id="c",
        version_id=f"{identifier}-1",
        number=1,
        title=title,
        level=level,
        position=0,
        parent_id=None,
        blocks=blocks,
        fingerprint="",
        interval_months=12,
    )


def edition(sections: tuple[Section, ...], label: str = "Fassung 1") -> Edition:
    """Return a state of a concept."""
    return Edition(title="Konzept", label=label, day=date(2026, 5, 3), sections=sections)


@st.composite
def kits(draw: st.DrawFn) -> Kit:
    """Return two states: sections go, come, change their words and their places."""
    count = draw(st.integers(0, 5))
    old = [
        section(str(number), draw(_titles), draw(_blocks), draw(st.integers(1, 2)))
        for number in range(count)
    ]
    new = []
    for each in draw(st.permutations(old)) if draw(st.booleans()) else old:
        fate = draw(st.sampled_from(["same", "title", "blocks", "gone", "same"]))
        if fate == "title":
            new.append(replace(each, title=draw(_titles)))
        elif fate == "blocks":
            new.append(replace(each, blocks=draw(_blocks)))
        elif fate == "same":
            new.append(each)
    if draw(st.booleans()):
        place = draw(st.integers(0, len(new)))
        new.insert(place, section("new", draw(_titles), draw(_blocks)))
    wanted = [contribution(each, draw(_words), draw(_blocks)) for each in old[:1]]
    return Kit(
        concept_id="c",
        old=edition(tuple(old)),
        new=edition(tuple(new), draw(_words)),
        contributions=tuple(wanted),
        title=draw(_words),
        motion=draw(_words),
        rationale=draw(_words),
    )


def contribution(of: Section, words: str, blocks: tuple[Block, ...]) -> Contribution:
    """Return a proposal on a section, with the same words wherever somebody writes some."""
    return Contribution(
        id="p",
        section_id=of.id,
        headline=words,
        author=words,
        rationale=words,
        recommendation=words,
        day=date(2026, 5, 1),
        kind=ProposalKind.REPLACE,
        base=Wording(of.title, of.blocks),
        offered=Wording(of.title, blocks),
    )
