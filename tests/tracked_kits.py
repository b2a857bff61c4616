"""Kits for tests of the Word file with tracked changes: small concepts and who wants what."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from concept_review.block import Block, BlockKind
from concept_review.draft import Draft, Piece
from concept_review.edition import Contribution, Edition, Kit
from concept_review.fingerprint import fingerprint
from concept_review.merge import compose
from concept_review.numbering import parent_places
from concept_review.outline import blocks_of_text, read_outline, text_of_blocks
from concept_review.papers.signs import shown_words
from concept_review.proposal import Placement, ProposalKind
from concept_review.rebase import Wording
from concept_review.section import Section

DAY = date(2026, 3, 1)

CONCEPT = """# Ziele

Die Stadt fördert zwölf Sprachkurse. Alle *wohnen* gut[^1].

- Kurse in [Deutsch](https://example.org/deutsch)
- Kurse am Abend
  1. früh
  2. spät

> Niemand bleibt allein.

[^1]: Bericht 2024

# Wege

Der Runde Tisch tagt jährlich.

| Stelle | Aufgabe |
| --- | --- |
| Amt A | Beratung |
| Amt B | Kurse |

## Schritte

3. Erst planen
4. Dann bauen

# Lage

Ruhig & grün, sagt `<ins>niemand</ins>` und &amp;.
"""


def sections_of(text: str) -> tuple[Section, ...]:
    """Return the sections of a Markdown text, named by their places."""
    found = read_outline(text).sections
    above = parent_places([each.level for each in found])
    return tuple(
        Section(
            id=f"s{place}",
            concept_id="c",
            version_id=f"v{place}",
            number=1,
            title=each.title,
            level=each.level,
            position=place,
            parent_id=None if parent is None else f"s{parent}",
            blocks=each.blocks,
            fingerprint=fingerprint(each.title, each.blocks),
            interval_months=12,
        )
        for place, (each, parent) in enumerate(zip(found, above, strict=True))
    )


def wording(section: Section) -> Wording:
    """Return what a section says."""
    return Wording(section.title, section.blocks)


def contribution(
    number: int,
    section: Section,
    offered: Wording,
    author: str,
    kind: ProposalKind = ProposalKind.REPLACE,
    anchor: str | None = None,
    placement: Placement | None = None,
) -> Contribution:
    """Return what an author wants, dated by its number."""
    return Contribution(
        id=f"p{number}",
        section_id=section.id,
        headline="Anders",
        author=author,
        rationale="Darum.",
        recommendation="",
        day=date(2026, 3, number),
        kind=kind,
        base=Wording("", ()) if kind is ProposalKind.INSERT else wording(section),
        offered=offered,
        anchor_id=anchor,
        placement=placement,
    )


def reworded(
    number: int, section: Section, author: str, changes: Mapping[str, str], title: str = ""
) -> Contribution:
    """Return that an author wants other words in the text, typed as Markdown."""
    text = text_of_blocks(section.blocks)
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return contribution(
        number, section, Wording(title or section.title, blocks_of_text(text)), author
    )


def kit(
    old: Sequence[Section],
    contributions: Sequence[Contribution],
    new: Sequence[Section] | None = None,
) -> Kit:
    """Return a kit; without the new sections the contributions are composed section by section."""
    if new is None:
        new = [_composed(each, contributions) for each in old]
    return Kit(
        concept_id="concept-1",
        old=Edition(title="Konzept", label="Fassung 3", day=date(2026, 2, 1), sections=tuple(old)),
        new=Edition(title="Konzept", label="Entwurf", day=DAY, sections=tuple(new)),
        contributions=tuple(contributions),
    )


def _composed(section: Section, contributions: Sequence[Contribution]) -> Section:
    own = [each.offered for each in contributions if each.section_id == section.id]
    texts = [text_of_blocks(each.blocks) for each in own]
    composed = compose(text_of_blocks(section.blocks), texts)
    titles = [each.title for each in own if each.title != section.title]
    return replace(
        section,
        title=titles[0] if titles else section.title,
        blocks=blocks_of_text(composed.text),
    )


def lines_of(sections: Sequence[Section]) -> list[tuple[str, int, str]]:
    """Return what each heading and block of an edition says, in what form."""
    found: list[tuple[str, int, str]] = []
    for each in sections:
        title = Block(kind=BlockKind.PARAGRAPH, text=each.title)
        found.append(("heading", each.level, shown_words(title)))
        found += [line for block in each.blocks if (line := _line(block))[2]]
    return found


def lines_in(pieces: Sequence[Piece]) -> list[tuple[str, int, str]]:
    """Return the same of the pieces of a file."""
    return [
        ("heading", piece.level, shown_words(piece.block)) if piece.level else _line(piece.block)
        for piece in pieces
    ]


def _line(block: Block) -> tuple[str, int, str]:
    # A footnote and lines of code are paragraphs in the file.
    as_text = block.kind in (BlockKind.FOOTNOTE, BlockKind.CODE)
    kind = BlockKind.PARAGRAPH if as_text else block.kind
    return (f"{kind.value}{' 1.' if block.ordered else ''}", block.depth, shown_words(block))


def accepted(draft: Draft) -> Sequence[Piece]:
    """Return the text with all changes accepted, also where there are none."""
    return draft.accepted if draft.tracked else draft.pieces
