"""How long a Synopse and a whole kit take in each format, on generated text of 200 pages.

`python benchmarks/synopsis.py` prints for each format the seconds and the size of the file, and
for DOCX beside them what the old cells say when they are read back: "whole" or "DIFFERENT". The
concept has 200 sections of 2,500 characters; 300 proposals reword sentences, put sections in, drop
some and move some, and none of them contradicts another.
"""

import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TypeVar

import docx

from concept_review.block import Block, BlockKind
from concept_review.edition import Contribution, Edition, Kit
from concept_review.papers.composing import kit_paper
from concept_review.papers.synopsis import synopsis
from concept_review.papers.visible import edition_text
from concept_review.papers.writing import PaperFormat, write_kit, write_synopsis
from concept_review.proposal import ProposalKind
from concept_review.rebase import Wording
from concept_review.section import Section

T = TypeVar("T")

SEED = 20260101
SECTIONS = 200
PARAGRAPHS = 5
PARAGRAPH = 500
"""Characters."""
CHANGES = 300
DAY = date(2026, 5, 3)
SYLLABLES = ("an", "ein", "fort", "ge", "kom", "lan", "mit", "neu", "plan", "stadt", "trag", "wohn")


def main() -> None:
    """Measure every format and print the table."""
    kit = large_kit(random.Random(SEED))  # noqa: S311  (text to measure, nothing secret)
    characters = len(edition_text(kit.old.sections))
    print(f"{SECTIONS} sections, {characters:,} characters, {len(kit.contributions)} proposals")
    rows, seconds = timed(lambda: synopsis(kit))
    print(f"{'compared':>10} {seconds:8.2f} s {sum(row.changed for row in rows):9} rows changed")
    _, seconds = timed(lambda: kit_paper(kit, {}, only_changed=False))
    print(f"{'composed':>10} {seconds:8.2f} s")
    for format_ in PaperFormat:
        written, seconds = timed(lambda: write_synopsis(kit, format_))  # noqa: B023  (called now)
        whole, kit_seconds = timed(lambda: write_kit(kit, format_))  # noqa: B023
        read = f"  old column {_read_back(written, kit)}" if format_ is PaperFormat.DOCX else ""
        print(
            f"{format_.value:>10} {seconds:8.2f} s {len(written) // 1_000:6} kB"
            f"   whole kit {kit_seconds:6.2f} s {len(whole) // 1_000:6} kB{read}",
            flush=True,
        )


def timed(act: Callable[[], T]) -> tuple[T, float]:
    """Return what a call gives and the seconds that it takes."""
    begun = time.perf_counter()
    found = act()
    return found, time.perf_counter() - begun


def large_kit(chance: random.Random) -> Kit:
    """Return a concept in two states with the proposals between them."""
    old = [_section(str(number), chance) for number in range(SECTIONS)]
    new, wanted = list(old), []
    for number in range(CHANGES):
        place = chance.randrange(len(new))
        fate = number % 20
        before = new[place]
        if fate == 0:
            new.insert(place, _section(f"p{number}", chance))
            wanted.append(_contribution(f"p{number}", new[place], new[place], ProposalKind.INSERT))
        elif fate == 1:
            del new[place]
            wanted.append(_contribution(f"p{number}", before, None, ProposalKind.DELETE))
        elif fate == 2:
            new.insert(chance.randrange(len(new)), new.pop(place))
            wanted.append(_contribution(f"p{number}", before, before, ProposalKind.MOVE))
        else:
            new[place] = _reworded(before, chance)
            wanted.append(_contribution(f"p{number}", before, new[place], ProposalKind.REPLACE))
    return Kit(
        concept_id="c",
        old=Edition(title="Konzept", label="Fassung 1", day=DAY, sections=tuple(old)),
        new=Edition(title="Konzept", label="Fassung 2", day=DAY, sections=tuple(new)),
        contributions=tuple(wanted),
        motion="Die Änderungen werden beschlossen.",
        rationale="Siehe Synopse.",
        made_on=DAY,
    )


def _section(identifier: str, chance: random.Random) -> Section:
    return Section(
        id=identifier,
        concept_id="c",
        version_id=identifier,
        number=1,
        title=_words(chance, 30).title(),
        level=1 + chance.randrange(3),
        position=0,
        parent_id=None,
        blocks=tuple(
            Block(kind=BlockKind.PARAGRAPH, text=_words(chance, PARAGRAPH))
            for _ in range(PARAGRAPHS)
        ),
        fingerprint="",
        interval_months=12,
    )


def _reworded(section: Section, chance: random.Random) -> Section:
    place = chance.randrange(len(section.blocks))
    block = section.blocks[place]
    half = len(block.text) // 2
    text = f"{block.text[:half]} {_words(chance, 60)} {block.text[half + 40 :]}"
    blocks = [*section.blocks]
    blocks[place] = replace(block, text=text)
    return replace(section, blocks=tuple(blocks))


def _contribution(
    identifier: str, before: Section, after: Section | None, kind: ProposalKind
) -> Contribution:
    base = Wording(before.title, before.blocks)
    if kind is ProposalKind.INSERT:
        base = Wording("", ())
    return Contribution(
        id=identifier,
        section_id=before.id,
        headline="Anders gefasst",
        author="Caritasverband Potsdam",
        rationale="Die Zahlen sind neu, und die Wege sind andere als vor drei Jahren.",
        recommendation="Annahme",
        day=DAY,
        kind=kind,
        base=base,
        offered=Wording(after.title, after.blocks) if after else Wording("", ()),
    )


def _words(chance: random.Random, characters: int) -> str:
    words: list[str] = []
    size = 0
    while size < characters:
        word = "".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))
        words.append(word + (". " if chance.random() < 0.08 else " "))
        size += len(words[-1])
    return "".join(words).strip()


def _read_back(source: bytes, kit: Kit) -> str:
    cells = docx.Document(BytesIO(source)).tables[0].column_cells(0)[1:]
    notes = ("Vermerk",)
    texts = [
        "\n".join(each.text for each in cell.paragraphs if each.style.name not in notes)
        for cell in cells
        if cell.paragraphs[0].style.name not in notes
    ]
    return "whole" if "\n".join(texts) == edition_text(kit.old.sections) else "DIFFERENT"


if __name__ == "__main__":
    main()
